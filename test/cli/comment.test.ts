import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_FILE_BYTES } from "../../src/cli/comment/body";
import type { Io } from "../../src/cli/io";
import { comment, HEAD, OLDER, standIn, TOKEN } from "../posting/support/hosts";
import { run, temporaryFolder, type Outcome } from "./support/run";

const api = standIn();

function post(
  words: string,
  env: Io["env"] = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries({ "comment.md": comment("one"), ...files })) {
    writeFileSync(join(cwd, name), text);
  }
  return run(cwd, `comment --file comment.md ${words}`.trim(), {
    env: { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: api().url, GITHUB_REPOSITORY: "shop/data-mesh", ...env },
  });
}

test("a comment is written, then left alone", async () => {
  const first = await post("--pull-request 12");
  const second = await post("--pull-request 12");

  expect(first).toEqual({ code: 0, stdout: "shop/data-mesh#12: comment written\n", stderr: "" });
  expect(second.stdout).toBe("shop/data-mesh#12: the comment says this already\n");
  expect(api().comments).toMatchObject([{ body: comment("one") }]);
});

test("the pull request is found by its head", async () => {
  api().pulls.push({ number: 12, head: { sha: HEAD } });

  const { stdout } = await post(`--head ${HEAD} --account mesh-bot`);

  expect(stdout).toBe("shop/data-mesh#12: comment written\n");
  expect(api().seen.map(({ path }) => path)).not.toContain("/user");
});

test("a head that moved on is told, and is no error", async () => {
  const { code, stdout } = await post(`--pull-request 12 --head ${OLDER}`);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "shop/data-mesh#12: new commits came since: nothing is posted\n",
  });
});

test("when nothing changes there is no new comment", async () => {
  const { stdout } = await post("--pull-request 12 --unchanged");

  expect(stdout).toBe("shop/data-mesh#12: nothing changes, and no comment says otherwise\n");
  expect(api().writes).toEqual([]);
});

test("a shorter file is at hand when the first is too long", async () => {
  api().next(/^POST/, { status: 422, body: { message: "body is too long" } });

  const { code } = await post("--pull-request 12 --shorter-file short.md", {}, { "short.md": comment("1") });

  expect(code).toBe(0);
  expect(api().comments).toMatchObject([{ body: comment("1") }]);
});

test("on GitLab, all but the token is what the pipeline says", async () => {
  const { code, stdout } = await post("", {
    GITLAB_CI: "true",
    GITLAB_TOKEN: TOKEN,
    CI_API_V4_URL: `${api().url}/api/v4`,
    CI_PROJECT_ID: "77",
    CI_MERGE_REQUEST_IID: "12",
    CI_COMMIT_SHA: OLDER,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: HEAD,
  });

  expect({ code, stdout }).toEqual({ code: 0, stdout: "77!12: comment written\n" });
  expect(api().writes).toEqual(["POST /api/v4/projects/77/merge_requests/12/notes"]);
});

describe("when the head could not be reviewed", () => {
  const outdated = (words = ""): Promise<Outcome> =>
    run(temporaryFolder(), `comment --outdated --pull-request 12 ${words}`.trim(), {
      env: { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: api().url, GITHUB_REPOSITORY: "shop/data-mesh" },
    });

  test("reviews of older commits are marked as outdated, those of other accounts and of the head are not", async () => {
    const bodies = [
      ["mesh-bot", comment("old", OLDER)],
      ["mesh-bot", comment("old, of another environment", OLDER, "shop/dev")],
      ["mesh-bot", comment("of the head", HEAD, "shop/test")],
      ["ann", comment("not ours", OLDER)],
      ["mesh-bot", "no review"],
    ] as const;
    bodies.forEach(([author, body], id) => api().comments.push({ id, author, body }));

    expect((await outdated()).stdout).toBe("shop/data-mesh#12: 2 comments marked as outdated\n");
    expect((await outdated()).stdout).toBe("shop/data-mesh#12: 0 comments marked as outdated\n");
    expect(api().comments.map(({ body }) => body.includes("**Outdated**"))).toEqual([
      ...[true, true],
      ...[false, false, false],
    ]);
  });

  test("there is nothing else to say", async () => {
    expect((await outdated("--file comment.md")).stderr).toBe(
      "error: option '--outdated' cannot be used with option '--file <path>'\n",
    );
  });
});

describe("a file of the pull request's own code", () => {
  test("is posted with a word of warning, and disarmed", async () => {
    const files = { "comment.md": comment("@ann <img src=x>") };
    const { code } = await post(`--pull-request 12 --head ${HEAD} --untrusted shop/prod`, {}, files);

    expect(code).toBe(0);
    expect(api().comments[0]?.body).toContain("Do not merge on it alone.");
    expect(api().comments[0]?.body).toContain("@\u200bann <\u200bimg");
  });

  test.each([
    [
      `--pull-request 12 --untrusted shop/prod`,
      "--untrusted needs --head: what the file says of it is not trusted",
    ],
    [`--head ${OLDER} --untrusted shop/prod`, `the comment is about commit ${HEAD}, expected ${OLDER}`],
    [`--head ${HEAD} --untrusted shop/dev`, "the comment is marked for 'shop/prod', expected 'shop/dev'"],
  ])("with %s is refused before anybody is asked", async (words, message) => {
    const { code, stderr } = await post(words);

    expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` });
    expect(api().seen).toEqual([]);
  });
});

describe("it could not run", () => {
  test.each([
    ["--pull-request 12", { GITHUB_TOKEN: "" }, "error: posting needs a token in GITHUB_TOKEN\n"],
    ["--pull-request 12", { GITHUB_REPOSITORY: "" }, "error: posting needs --repository owner/name\n"],
    ["", {}, "error: posting needs --pull-request, or --head to find it by\n"],
    [
      "--host gitlab --repository 77",
      { GITLAB_TOKEN: TOKEN },
      "error: posting needs --pull-request with the merge request's number\n",
    ],
    [
      "--pull-request 0",
      {},
      "error: option '--pull-request <number>' argument '0' is invalid. A pull request has a number, such as 12.\n",
    ],
    [
      "--head main",
      {},
      "error: option '--head <sha>' argument 'main' is invalid. A commit is given whole, as 40 hexadecimal digits.\n",
    ],
  ])("with %s and %o", async (words, env, message) => {
    const { code, stdout, stderr } = await post(words, env);

    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: message });
  });

  test("without anything to say", async () => {
    const { code, stderr } = await run(temporaryFolder(), "comment --pull-request 12");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: posting needs --file with the comment, or --outdated\n",
    });
  });

  test("without the file", async () => {
    const { code, stderr } = await run(temporaryFolder(), "comment --file none.md --pull-request 12");

    expect({ code, stderr }).toEqual({ code: 2, stderr: "error: none.md is no file\n" });
  });

  test("with a file larger than any comment", async () => {
    const { code, stderr } = await post(
      "--pull-request 12",
      {},
      { "comment.md": "x".repeat(MAX_FILE_BYTES + 1) },
    );

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: comment.md has 2097153 bytes, more than any host takes (2097152)\n",
    });
  });

  test("with a token that is not accepted, and that is not shown, not even to those who debug", async () => {
    api().next(/\/user/, { status: 401, body: { message: `Bad credentials ${TOKEN}` } });

    const { code, stdout, stderr } = await post("--pull-request 12", { MESHWRIGHT_DEBUG: "1" });

    expect(code).toBe(2);
    expect(stderr).toContain("401 (Bad credentials (the token)): the token is not accepted");
    expect(stdout + stderr).not.toContain(TOKEN);
  });
});
