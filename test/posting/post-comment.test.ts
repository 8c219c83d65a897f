import { postComment, type Posted } from "../../src/posting";
import { comment, gitHub, gitLab, HEAD, OLDER, standIn } from "./support/hosts";
import type { StandIn } from "./support/stand-in";

const api = standIn();
const post = (body: string, more: object = {}): Promise<Posted> =>
  postComment(gitHub(api()), { body, head: HEAD, ...more });

function there(standIn: StandIn, ...bodies: readonly (readonly [author: string, body: string])[]): void {
  for (const [author, body] of bodies) {
    standIn.comments.push({ id: standIn.comments.length + 1, author, body });
  }
}

describe.each([
  [
    "GitHub",
    gitHub,
    "POST /repos/shop/data-mesh/issues/12/comments",
    "PATCH /repos/shop/data-mesh/issues/comments/1",
    "DELETE /repos/shop/data-mesh/issues/comments/2",
  ],
  [
    "GitLab",
    gitLab,
    "POST /api/v4/projects/shop%2Fdata-mesh/merge_requests/12/notes",
    "PUT /api/v4/projects/shop%2Fdata-mesh/merge_requests/12/notes/1",
    "DELETE /api/v4/projects/shop%2Fdata-mesh/merge_requests/12/notes/2",
  ],
] as const)("on %s", (_, host, create, update, remove) => {
  test("a first comment is created", async () => {
    const posted = await postComment(host(api()), { body: comment("one"), head: HEAD });

    expect(posted).toBe("created");
    expect(api().writes).toEqual([create]);
    expect(api().comments).toMatchObject([{ body: comment("one") }]);
  });

  test("a comment that differs is updated", async () => {
    there(api(), ["mesh-bot", comment("one")]);

    const posted = await postComment(host(api()), { body: comment("two"), head: HEAD });

    expect(posted).toBe("updated");
    expect(api().writes).toEqual([update]);
    expect(api().comments).toMatchObject([{ body: comment("two") }]);
  });

  test("nothing is written when nothing differs", async () => {
    there(api(), ["mesh-bot", comment("one").replaceAll("\n", "\r\n").trimEnd()]);

    expect(await postComment(host(api()), { body: comment("one"), head: HEAD })).toBe("same");
    expect(api().writes).toEqual([]);
  });

  test("a second comment of its own, as two runs at once write, goes", async () => {
    there(api(), ["mesh-bot", comment("one")], ["mesh-bot", comment("one")]);

    expect(await postComment(host(api()), { body: comment("one"), head: HEAD })).toBe("same");
    expect(api().writes).toEqual([remove]);
  });

  test("a comment about an older commit is marked, not overwritten, once the head moved on", async () => {
    api().head = "c".repeat(40);
    there(api(), ["mesh-bot", comment("one", OLDER)]);

    const posted = await postComment(host(api()), { body: comment("two"), head: HEAD });

    expect(posted).toBe("outdated");
    expect(api().writes).toEqual([update]);
    expect(api().comments[0]?.body).toBe(
      comment(
        "> [!WARNING]\n> **Outdated**: new commits came since; what follows is about an older one.\n\none",
        OLDER,
      ),
    );
  });
});

test("its comment is found on a later page", async () => {
  there(api(), ["ann", "hi"], ["bob", "ho"], ["ann", "well"], ["bob", "so"], ["mesh-bot", comment("one")]);

  expect(await post(comment("two"))).toBe("updated");
  expect(api().writes).toEqual(["PATCH /repos/shop/data-mesh/issues/comments/5"]);
});

test("a comment of somebody else with the same marker is never touched", async () => {
  there(api(), ["mallory", comment("all is well")]);

  expect(await post(comment("one"))).toBe("created");
  expect(api().comments.map(({ author }) => author)).toEqual(["mallory", "mesh-bot"]);
  expect(api().comments[0]?.body).toBe(comment("all is well"));
});

test("a comment of its own that only quotes the marker is another one", async () => {
  there(api(), ["mesh-bot", `> ${comment("one")}`], ["mesh-bot", ` ${comment("one")}`]);

  expect(await post(comment("one"))).toBe("created");
});

test("each environment of a mesh has its own comment", async () => {
  there(api(), ["mesh-bot", comment("one", HEAD, "shop/dev")]);

  expect(await post(comment("one", HEAD, "shop/prod"))).toBe("created");
});

test("the comment of another version and of another commit is the same comment", async () => {
  there(api(), ["mesh-bot", comment("one", OLDER).replace(" v1 ", " v2 ")]);

  expect(await post(comment("one"))).toBe("updated");
});

test("accounts are compared as GitHub does, without regard to case", async () => {
  there(api(), ["Mesh-Bot", comment("one")]);

  expect(await post(comment("two"))).toBe("updated");
});

test("when nothing changes, no comment is written", async () => {
  expect(await post(comment("no change"), { unchanged: true })).toBe("nothing");
  expect(api().writes).toEqual([]);
});

test("when nothing changes any more, the earlier comment is put right", async () => {
  there(api(), ["mesh-bot", comment("data loss", OLDER)]);

  expect(await post(comment("no change"), { unchanged: true })).toBe("updated");
  expect(api().comments).toMatchObject([{ body: comment("no change") }]);
});

test("a run that comes too late leaves the comment of the newer head alone", async () => {
  api().head = "c".repeat(40);
  there(api(), ["mesh-bot", comment("newer", "c".repeat(40))]);

  expect(await post(comment("older"))).toBe("tooLate");
  expect(api().writes).toEqual([]);
});

test("a comment is marked as outdated once", async () => {
  api().head = "c".repeat(40);
  there(api(), ["mesh-bot", comment("one", OLDER)]);

  expect([await post(comment("two")), await post(comment("two"))]).toEqual(["outdated", "tooLate"]);
});

test("a run that comes too late writes no first comment", async () => {
  api().head = "c".repeat(40);

  expect(await post(comment("one"))).toBe("tooLate");
  expect(api().writes).toEqual([]);
});

test("without a head of its own the marker's commit counts", async () => {
  expect(await post(comment("one", OLDER), { head: undefined })).toBe("tooLate");
});

test("without any commit the comment is posted", async () => {
  const body = "<!-- meshwright:review id=shop/prod v1 -->\none\n";

  expect(await post(body, { head: undefined })).toBe("created");
});

test("a comment without a marker is not posted", async () => {
  await expect(post("hello")).rejects.toThrow(
    "the comment does not start with a marker such as '<!-- meshwright:review id=shop/prod v1 -->', so it could not be found again; write it with meshwright review --format markdown",
  );
  expect(api().seen).toEqual([]);
});
