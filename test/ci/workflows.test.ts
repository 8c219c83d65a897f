import { parse } from "yaml";
import { ACTION, DOCS, SNIPPETS, workflow, type Step } from "./support/workflows";

const NAMES = ["review", "review-comment", "plans"] as const;
const steps = (name: string): Step[] => Object.values(workflow(name).jobs).flatMap((job) => job.steps);
const rowsOf = (title: string): string[] =>
  [...(DOCS.split(`| ${title} `)[1]?.split("\n\n")[0] ?? "").matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name = ""]) => name,
  );

test("the page has every workflow, and GitLab's pipeline", () => {
  expect([...SNIPPETS.keys()]).toEqual([
    ...NAMES.map((name) => `.github/workflows/${name}.yml`),
    ".gitlab-ci.yml",
  ]);
});

test("every YAML block of the page can be read", () => {
  const blocks = [...DOCS.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);

  expect(blocks).toHaveLength(5);
  for (const block of blocks) expect(() => parse(block) as unknown).not.toThrow();
});

test("no script has an expression in it: what comes from outside is a variable", () => {
  const scripts = [...ACTION.runs.steps, ...NAMES.flatMap(steps)].flatMap(({ run }) => run ?? []);

  expect(scripts.length).toBeGreaterThan(8);
  for (const script of scripts) expect(script).not.toContain("${{");
});

describe.each(NAMES)("the workflow %s", (name) => {
  test("can only read, but where a job needs more", () => {
    const { permissions, jobs } = workflow(name);

    expect(permissions).toEqual({ contents: "read" });
    const more = Object.values(jobs).flatMap((job) =>
      Object.entries(job.permissions ?? {}).filter(([, access]) => access !== "read"),
    );
    expect(new Set(more.map(([scope]) => scope))).toEqual(
      new Set(name === "plans" ? ["id-token", "pull-requests"] : ["pull-requests"]),
    );
  });

  test("leaves no credentials where the code that it checks out could find them", () => {
    for (const { uses, with: options } of steps(name)) {
      if (uses?.startsWith("actions/checkout@") === true) {
        expect(options).toMatchObject({ "persist-credentials": false });
      }
    }
  });

  test("never runs for somebody else with a token that can write", () => {
    expect(Object.keys(workflow(name).on)).not.toContain("pull_request_target");
  });
});

describe("the workflow that posts for forks", () => {
  const [job] = Object.values(workflow("review-comment").jobs);

  test("runs after a review of a fork only", () => {
    expect(Object.keys(workflow("review-comment").on)).toEqual(["workflow_run"]);
    expect(workflow("review-comment").on).toMatchObject({
      workflow_run: { workflows: [workflow("review").name] },
    });
    expect(job?.if).toContain("head_repository.full_name != github.repository");
  });

  test("checks out the default branch and nothing else", () => {
    const checkouts = job?.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")) ?? [];

    expect(checkouts.map(({ with: options }) => options)).toEqual([{ "persist-credentials": false }]);
  });

  test("takes the commit from the event, and the file as untrusted", () => {
    const post = job?.steps.at(-1);

    expect(post?.env?.HEAD).toBe("${{ github.event.workflow_run.head_sha }}");
    expect(post?.run).toContain("--untrusted=shop/prod");
    expect(post?.run).not.toContain("--pull-request");
  });

  test("finds the artifact that the review leaves", () => {
    const upload = steps("review").find(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    const download = job?.steps.find(({ uses }) => uses?.startsWith("actions/download-artifact@"));

    expect(download?.with?.name).toBe(upload?.with?.name);
  });
});

test("plans, which hold secrets, are made in private repositories only, and kept for a day", () => {
  const { jobs } = workflow("plans");
  const uploads = steps("plans").filter(({ uses }) => uses?.startsWith("actions/upload-artifact@"));

  expect(jobs.stacks?.if).toContain("github.event.repository.private");
  expect(uploads.map(({ with: options }) => options?.["retention-days"])).toEqual([1]);
});

describe("the workflow with plans", () => {
  const { stacks, plan, review } = workflow("plans").jobs;

  test("plans what the action says that differs, compared with the same commit", () => {
    const offline = stacks?.steps.at(-1);

    expect(offline).toMatchObject({ id: "offline", with: { "fail-on": "none", post: "false" } });
    for (const [name, value] of Object.entries(stacks?.outputs ?? {})) {
      expect(value).toBe(`\${{ steps.offline.outputs.${name} }}`);
      expect(Object.keys(ACTION.outputs)).toContain(name);
    }
    expect(Object.keys(stacks?.outputs ?? {})).toEqual(["stacks", "base"]);
    expect(plan?.strategy?.matrix?.stack).toBe("${{ fromJSON(needs.stacks.outputs.stacks) }}");
    expect(plan?.env?.BASE).toBe("${{ needs.stacks.outputs.base }}");
  });

  test("reviews although a plan failed, and takes the plans that there are", () => {
    const download = review?.steps.find(({ uses }) => uses?.startsWith("actions/download-artifact@"));

    expect(review?.if).toContain("!cancelled()");
    expect(review?.if).not.toContain("result == 'success'");
    expect(plan?.steps.at(-1)?.if).toBe("always()");
    expect(download?.if).toBe("needs.plan.result != 'skipped'");
    expect(review?.steps.at(-1)?.with?.plans).toContain("needs.plan.result != 'skipped' &&");
  });
});

test("one job of the plans posts", () => {
  const posting = Object.entries(workflow("plans").jobs).filter(
    ([, job]) => job.permissions?.["pull-requests"] === "write",
  );

  expect(posting.map(([name]) => name)).toEqual(["review"]);
});

describe("the action", () => {
  test("has its inputs and outputs on the page, and no others are there", () => {
    expect(rowsOf("input")).toEqual(Object.keys(ACTION.inputs));
    expect(rowsOf("output")).toEqual(Object.keys(ACTION.outputs));
  });

  test("is given inputs that it has", () => {
    const given = NAMES.flatMap(steps)
      .filter(({ uses }) => uses === "./node_modules/meshwright")
      .flatMap(({ with: options }) => Object.keys(options ?? {}));

    expect(given.length).toBeGreaterThan(0);
    for (const name of given) expect(Object.keys(ACTION.inputs)).toContain(name);
  });

  test("gives the token to the step that posts alone, and for no fork", () => {
    const withToken = ACTION.runs.steps.filter(({ env }) =>
      Object.values(env ?? {}).some((value) => value.includes("inputs.token")),
    );

    expect(withToken).toHaveLength(1);
    expect(withToken[0]?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  });
});
