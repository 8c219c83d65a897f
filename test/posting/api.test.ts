import {
  ACTIONS_ACCOUNT,
  GitHubPullRequest,
  postComment,
  PostingError,
  pullRequestOf,
  WAIT_SECONDS,
  type CommentHost,
} from "../../src/posting";
import { comment, FakeTiming, gitHub, HEAD, standIn, TOKEN } from "./support/hosts";

const api = standIn();
const posting = { body: comment("one"), head: HEAD };

async function problemOf(promise: Promise<unknown>): Promise<PostingError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PostingError) return error;
  throw new Error("it went well");
}

test("requests carry the token, the API's version and a name", async () => {
  await postComment(gitHub(api()), posting);

  for (const { headers } of api().seen) {
    expect(headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
      "user-agent": "meshwright",
    });
  }
});

describe("a rate limit", () => {
  test("that says how long it lasts is waited for", async () => {
    const timing = new FakeTiming();
    api().next(/^POST/, { status: 403, headers: { "retry-after": "7" }, body: { message: "secondary" } });

    expect(await postComment(gitHub(api(), timing), posting)).toBe("created");
    expect(timing.slept).toEqual([7000]);
    expect(api().comments).toHaveLength(1);
  });

  test("that says when it ends is waited for, and a second more", async () => {
    const timing = new FakeTiming();
    const reset = String(timing.now() / 1000 + 30);
    api().next(/comments/, {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
    });

    expect(await postComment(gitHub(api(), timing), posting)).toBe("created");
    expect(timing.slept).toEqual([31_000]);
  });

  test("that says nothing is given a minute", async () => {
    const timing = new FakeTiming();
    api().next(/comments/, { status: 429 });

    await postComment(gitHub(api(), timing), posting);

    expect(timing.slept).toEqual([60_000]);
  });

  test("that lasts longer than the patience is an error that says so", async () => {
    const timing = new FakeTiming();
    api().next(/comments/, {
      status: 429,
      headers: { "retry-after": "3600" },
      body: { message: "slow down" },
    });

    const error = await problemOf(postComment(gitHub(api(), timing), posting));

    expect(error.problem).toBe("rateLimit");
    expect(error.message).toBe(
      `GET ${api().url}/repos/shop/data-mesh/issues/12/comments: 429 (slow down): the rate limit ends in 3600 s, which is too long to wait; run it again then`,
    );
    expect(timing.slept).toEqual([]);
    expect(WAIT_SECONDS).toBe(120);
  });
});

describe("a host that is down", () => {
  test("is asked again, each time later", async () => {
    const timing = new FakeTiming();
    for (let times = 0; times < 3; times++) api().next(/\/user/, { status: 502 });

    expect(await postComment(gitHub(api(), timing), posting)).toBe("created");
    expect(timing.slept).toEqual([1000, 2000, 4000]);
  });

  test("is given up on", async () => {
    for (let times = 0; times < 5; times++) api().next(/\/user/, { status: 503 });

    const error = await problemOf(postComment(gitHub(api()), posting));

    expect(error.problem).toBe("server");
    expect(error.message).toBe(`GET ${api().url}/user: 503`);
  });

  test.each(["before", "after"] as const)(
    "%s a comment was created: there is one in the end",
    async (cut) => {
      api().next(/^POST/, { status: 0, cut });

      expect(await postComment(gitHub(api()), posting)).toBe("created");
      expect(api().comments).toHaveLength(1);
    },
  );

  test("or is not there at all", async () => {
    const timing = new FakeTiming();
    const host = new GitHubPullRequest(12, {
      ...{ baseUrl: "http://127.0.0.1:1", token: TOKEN, repository: "shop/data-mesh", timing },
    });

    const error = await problemOf(postComment(host, posting));

    expect(error.problem).toBe("network");
    expect(error.message).toMatch(/^GET http:\/\/127\.0\.0\.1:1\/user did not get through: /);
    expect(timing.slept).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe("a comment that is too long", () => {
  const tooLong = {
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [{ resource: "IssueComment", message: "body is too long (maximum is 65536 characters)" }],
    },
  };

  test("is an error that says so", async () => {
    api().next(/^POST/, tooLong);

    const error = await problemOf(postComment(gitHub(api()), posting));

    expect(error.problem).toBe("tooLong");
    expect(error.message).toMatch(
      /422 \(Validation Failed: .*maximum is 65536 characters.*\): the comment is too long; write a shorter one$/,
    );
    expect(api().writes).toHaveLength(1);
  });

  test("is written shorter where that can be had", async () => {
    api().next(/^POST/, tooLong);

    expect(await postComment(gitHub(api()), { ...posting, shorter: () => comment("1") })).toBe("created");
    expect(api().comments).toMatchObject([{ body: comment("1") }]);
  });

  test("on GitLab is one too", async () => {
    api().next(/^POST/, { status: 400, body: { message: { note: ["is too long (maximum is 1000000)"] } } });

    expect((await problemOf(postComment(gitHub(api()), posting))).problem).toBe("tooLong");
  });
});

test.each([
  [401, "denied", "401 (Bad credentials): the token is not accepted"],
  [404, "missing", "404 (Bad credentials): there is no such pull request, or the token may not see it"],
  [301, "refused", "301 (Bad credentials): it has moved; give the repository's name as it is now"],
  [
    403,
    "denied",
    "403 (Bad credentials): the token may not do this; posting needs permission to write pull requests",
  ],
])("%i is not tried again", async (status, problem, message) => {
  const timing = new FakeTiming();
  api().next(/comments/, { status, body: { message: "Bad credentials" } });

  const error = await problemOf(postComment(gitHub(api(), timing), posting));

  expect(error.problem).toBe(problem);
  expect(error.message).toBe(`GET ${api().url}/repos/shop/data-mesh/issues/12/comments: ${message}`);
  expect(timing.slept).toEqual([]);
});

test("a workflow's own token has no user: the account is said, and not asked for", async () => {
  api().account = { status: 403, login: ACTIONS_ACCOUNT };

  const error = await problemOf(postComment(gitHub(api()), posting));
  const posted = await postComment(gitHub(api(), new FakeTiming(), ACTIONS_ACCOUNT), posting);

  expect(error.message).toMatch(
    /; a workflow's own token has no user; say who posts with --account 'github-actions\[bot\]'$/,
  );
  expect(posted).toBe("created");
});

describe("the token", () => {
  test("is in no error, even when the API repeats it", async () => {
    api().next(/\/user/, { status: 400, body: { message: `what is ${TOKEN}?` } });

    const error = await problemOf(postComment(gitHub(api()), posting));

    expect(error.message).toBe(`GET ${api().url}/user: 400 (what is (the token)?)`);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(TOKEN);
  });

  test.each([
    ["", "the token is empty"],
    ["ghs_ab\ncd", "the token holds characters that no token has"],
    ["ghs_äb", "the token holds characters that no token has"],
  ])("%j is none", (token, message) => {
    expect(() => host({ token })).toThrow(new PostingError("input", message));
  });

  test.each(["http://api.example", "https://user:pass@api.example", "ftp://localhost", "api.github.com"])(
    "does not go to %s",
    (baseUrl) => {
      expect(() => host({ baseUrl })).toThrow(
        "the API's URL has to start with https:// and hold no password: the token goes there",
      );
    },
  );

  test("may have a line end, as secret stores add one", () => {
    expect(() => host({ token: `${TOKEN}\n` })).not.toThrow();
  });

  test("does not follow a list to another host", async () => {
    api().next(/comments/, {
      status: 200,
      body: [] as never,
      headers: { link: '<https://elsewhere.example/?page=2>; rel="next"' },
    });

    await expect(postComment(gitHub(api()), posting)).rejects.toThrow(
      "the next page of a list is on another host",
    );
  });
});

test.each(["shop", "shop/data/mesh", "../user", "shop/..", "shop/data mesh", "/x"])(
  "%j is no repository",
  (repository) => {
    expect(() => host({ repository })).toThrow(`a repository is owner/name, got '${repository}'`);
  },
);

describe("the pull request of a commit", () => {
  const find = (): Promise<number> =>
    pullRequestOf(HEAD, { baseUrl: api().url, token: TOKEN, repository: "shop/data-mesh" });
  const open = (number: number, sha: string): void => void api().pulls.push({ number, head: { sha } });

  test("is found on a later page", async () => {
    for (const number of [1, 2, 3, 4]) open(number, String(number).repeat(40));
    open(5, HEAD);

    expect(await find()).toBe(5);
  });

  test("has to be there", async () => {
    await expect(find()).rejects.toThrow(`no open pull request of shop/data-mesh has ${HEAD} at its head`);
  });

  test("has to be the only one", async () => {
    open(5, HEAD);
    open(6, HEAD);

    await expect(find()).rejects.toThrow(
      `#5, #6 all have ${HEAD} at their heads; say which with --pull-request`,
    );
  });
});

function host(options: Partial<{ baseUrl: string; token: string; repository: string }>): CommentHost {
  return new GitHubPullRequest(12, {
    ...{ baseUrl: "https://api.github.com", token: TOKEN, repository: "shop/data-mesh" },
    ...options,
  });
}
