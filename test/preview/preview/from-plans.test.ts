import { join } from "node:path";
import { fromPlans, type PlansReview } from "../../../src/preview";
import { makeStacks } from "../../../src/preview/documents";
import { readHead } from "../../../src/preview/side";
import { reviewOf } from "../../../src/review";
import { plain } from "../../../src/review/model";
import { PlanFileError } from "../../../src/review/plan";
import { answer } from "../../../src/review/render";
import { ownVersion } from "../../../src/synth/versions";
import { changed, DOMAIN, PRODUCT } from "../../cli/support/files";
import { meshDir, validMesh, type Files } from "../../support/mesh-dir";
import { sealedPlan } from "../support/sealed-plan";
import { lockFile, projectWithOldConstructs } from "../support/old-constructs";
import { below, repositoryWith, TestRepository } from "../support/test-repository";

const STACKS = ["platform", "analytics-boundary", "orders-boundary", "analytics", "orders"];
const BY_BYTES =
  "stacks without a plan are compared by their bytes alone: what was changed in them by hand, or never deployed, is not seen";
const UNPLANNED =
  "it differs from the base, and there is no plan of it; see what the job that plans it says, or name a plan with --plan";

async function reviewed(plans: PlansReview["plans"], options: Partial<PlansReview> = {}) {
  const told: string[] = [];
  const { input, secrets } = await fromPlans({
    ...{ plans, today: "2026-06-15", accepted: [], env: process.env, tell: (line) => told.push(line) },
    ...options,
  });
  return {
    ...{ input, secrets, told },
    limits: input.limits.map(plain),
    gaps: (input.gaps ?? []).map(({ sentence }) => plain(sentence)),
    outcomes: Object.fromEntries(input.stacks.map(({ stack, outcome }) => [stack, outcome])),
    answer: plain(answer(reviewOf(input))),
  };
}

const plansOf = (...stacks: string[]): PlansReview["plans"] =>
  new Map(stacks.map((stack) => [stack, sealedPlan(`dev/${stack}`)]));

const STALE: unknown = expect.stringMatching(
  /^the plan of `orders` was made from other manifests or constructs than these: /,
);
const MAKING = new Map([["orders", sealedPlan("dev/orders", "kafka_topic.it")]]);

const all = (outcome: string) => Object.fromEntries(STACKS.map((stack) => [stack, outcome]));

describe("without a mesh", () => {
  test("plans are read one after another, whatever they are sealed with", async () => {
    const open: string[] = [];
    const plan = (name: string) => () => {
      open.push(name);
      return sealedPlan("live/other")();
    };

    const plans = new Map(["b", "a"].map((name) => [name, plan(name)]));
    const { input, limits, gaps, answer: said } = await reviewed(plans);

    expect(open).toEqual(["b", "a"]);
    expect(input).toMatchObject({
      ...{ id: "plans/any", environment: "any", command: "meshwright review --plan b=… --plan a=…" },
      stacks: [
        { stack: "b", outcome: "planned" },
        { stack: "a", outcome: "planned" },
      ],
    });
    expect(limits).toEqual([]);
    expect(gaps).toEqual(["owners, readers and contracts are not known, because there is no mesh here"]);
    expect(said).toBe("Nothing changes: all 2 stacks stay as they are");
  });

  test("what changes is not known to be safe", async () => {
    const { answer: said } = await reviewed(new Map([["a", sealedPlan(undefined, "kafka_topic.it")]]));

    expect(said).toBe(
      "Not known to be safe: nothing is lost and nobody breaks in 1 change; owners, readers and contracts are not known, because there is no mesh here",
    );
  });
});

describe("the mesh as it was", () => {
  test("is that of where the branch left the main branch, and of another commit when it is named", async () => {
    const it = new TestRepository(below("data/mesh", validMesh()));
    const left = it.git("rev-parse", "HEAD");
    it.git("checkout", "--quiet", "-b", "idea");
    const head = it.commit();
    const root = it.path("data/mesh");

    const { input, limits, gaps, outcomes } = await reviewed(plansOf("orders"), { root });

    expect(input).toMatchObject({ base: left, head, uncommitted: false });
    expect(input.command).toBe(`meshwright review --plan orders=… --base ${left}`);
    expect(input.baseMesh?.index.mesh.organisation).toBe("shop");
    expect({ limits, gaps }).toEqual({ limits: [BY_BYTES], gaps: [] });
    expect(outcomes).toEqual({ ...all("proven"), orders: "planned" });
    expect((await reviewed(plansOf("orders"), { root, base: "idea" })).input.base).toBe(head);
  });

  test("is compared although no plan shows it: a share that is revoked", async () => {
    const it = repositoryWith(validMesh(), { [PRODUCT]: unshared() });

    const { input } = await reviewed(plansOf(...STACKS), { root: it.folder });

    const { products, access } = reviewOf(input);
    expect(products.map(({ verdict }) => verdict)).toEqual(["breaks"]);
    expect(access.map(({ sentence }) => plain(sentence))).toEqual([
      expect.stringContaining("may no longer read `orders/order-placed.v1`: it is no longer shared"),
    ]);
  });

  test.each<[string, Files]>([
    ["nested", { "README.md": "" }],
    ["a folder without a mesh", { "mesh/README.md": "" }],
  ])("was not there, so that every stack is new: %s", async (_what, files) => {
    const it = repositoryWith(files, below("mesh", validMesh()));

    const { input, limits, gaps, outcomes } = await reviewed(MAKING, { root: it.path("mesh") });

    expect(input.baseMesh).toBeUndefined();
    expect(outcomes).toEqual({ ...all("missing"), orders: "planned" });
    expect({ limits, gaps }).toEqual({
      limits: ["the base has no such mesh or environment: contracts and agreements count as new"],
      gaps: [STALE],
    });
  });

  test("cannot be told without a repository or a main branch, which is said and is never safe", async () => {
    const nowhere = await reviewed(plansOf("orders"), { root: meshDir(validMesh()) });
    const other = new TestRepository(validMesh(), "trunk");
    const without = await reviewed(plansOf("orders"), { root: other.folder });

    expect([...nowhere.gaps, ...without.gaps]).toEqual([
      expect.stringMatching(
        /^contracts, agreements and stacks without a plan are not compared \(`the mesh is in no git repository, .*`\)$/,
      ),
      expect.stringMatching(
        /^contracts, agreements and stacks without a plan are not compared \(`there is no main branch .*`\)$/,
      ),
    ]);
    expect(nowhere.outcomes).toEqual({ orders: "planned" });
    expect(nowhere.answer).toMatch(/^Not known to be safe: what is compared stays as it is; contracts, /);
  });

  test("has to be there when it is named", async () => {
    const { folder: root } = new TestRepository(validMesh());

    await expect(reviewed(plansOf("orders"), { root, base: "none" })).rejects.toThrow(
      "there is no commit 'none' in this repository",
    );
  });

  test("cannot be read, which is said", async () => {
    const it = repositoryWith(validMesh({ [DOMAIN]: "kind: [" }), validMesh());

    const { input, gaps, outcomes } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(input.baseMesh).toBeUndefined();
    expect(outcomes).toEqual({ orders: "planned" });
    expect(gaps).toEqual([
      expect.stringMatching(
        /^contracts and agreements are not compared, because the base cannot be read \(.*\)$/,
      ),
      expect.stringMatching(/^which stacks differ is not known \(`the base has errors itself: .*`\)$/),
    ]);
  });

  test("has errors, with which contracts can be compared and stacks cannot", async () => {
    const it = repositoryWith(validMesh(changed(DOMAIN, "order-management", "nobody")), validMesh());

    const { input, gaps } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(input.baseMesh).toBeDefined();
    expect(gaps).toEqual([
      expect.stringMatching(
        /^which stacks differ is not known \(`the base has errors itself: .*nobody.*`\)$/,
      ),
    ]);
  });

  test("was made by other constructs, which make its stacks", async () => {
    const it = repositoryWith(
      { ...validMesh(), ...projectWithOldConstructs() },
      { "package-lock.json": lockFile({ version: ownVersion(), integrity: "sha512-new" }) },
    );

    const { told, outcomes, limits } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(told).toEqual(["the base was made with constructs 0.0.7: installing them"]);
    expect(outcomes).toEqual({ ...all("missing"), orders: "planned" });
    expect(limits).toEqual(["the base was made with constructs `0.0.7`, as its lock file says"]);
  });

  test("was made by other constructs, and those that are locked now are not those that run", async () => {
    const locked = lockFile({ version: "9.0.0", integrity: "sha512-new" });
    const it = repositoryWith(
      { ...validMesh(), ...projectWithOldConstructs() },
      { "package-lock.json": locked },
    );

    const { gaps } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(gaps.join()).toMatch(/^what constructs `9\.0\.0` make, .* is not known: this is `.*`; install/);
  });

  test("was made by constructs that cannot be run: then contracts are compared, and which stacks differ is not known", async () => {
    const it = repositoryWith(
      { ...validMesh(), ...projectWithOldConstructs("exit 3") },
      { "package-lock.json": lockFile({ version: ownVersion(), integrity: "sha512-new" }) },
    );

    const { input, outcomes, gaps } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(input.baseMesh).toBeDefined();
    expect(outcomes).toEqual({ orders: "planned" });
    expect(gaps).toEqual([
      expect.stringMatching(
        /^which stacks differ is not known \(`the base was made with constructs 0\.0\.7, which cannot be run/,
      ),
    ]);
  });
});

test("the mesh tells order, domains and the constructs that things come from", async () => {
  const { folder } = new TestRepository(validMesh());
  const address = topicAddress(folder);
  const plans = new Map([
    ["orders", sealedPlan("dev/orders", address)],
    ["platform", sealedPlan("dev/platform")],
  ]);

  const { input } = await reviewed(plans, { root: folder });

  expect(input.stacks.map(({ stack, domain }) => [stack, domain])).toEqual([
    ["platform", undefined],
    ["analytics-boundary", "analytics"],
    ["orders-boundary", "orders"],
    ["analytics", "analytics"],
    ["orders", "orders"],
  ]);
  const orders = input.stacks.at(-1);
  expect(orders?.constructs.get(address)).toMatch(/^orders\/Products\/order-placed\.v1\//);
  // Nothing of it changes, so it is not made: that takes longer than reading its plan.
  expect(input.stacks[0]?.constructs.size).toBe(0);
});

describe("a stack that differs and has no plan", () => {
  const shorter = changed(PRODUCT, "retention: 7d", "retention: 3d");

  const it = repositoryWith(validMesh(), shorter);

  test("is told as such, and nothing is safe with it", async () => {
    const { input, outcomes, answer: said } = await reviewed(plansOf("analytics"), { root: it.folder });

    expect(outcomes).toEqual({ ...all("proven"), analytics: "planned", orders: "missing" });
    expect(input.stacks.at(-1)?.error).toBe(UNPLANNED);
    expect(said).toMatch(/^Not safe to merge as it is: 1 stack differs and has no plan \(`orders`\)/);
    expect(reviewOf(input).stacks).toMatchObject([{ stack: "orders", verdict: "planFailed", missing: true }]);
  });

  test("is none as soon as it has one; but one that does nothing is not known to be of this change", async () => {
    const { outcomes, gaps, answer: said } = await reviewed(plansOf("orders"), { root: it.folder });

    expect(outcomes).toEqual({ ...all("proven"), orders: "planned" });
    expect(gaps).toEqual([
      "the plan of `orders` does nothing, although the manifests of both sides differ in it: it was made from others than these, or the change is deployed already",
    ]);
    expect(said).toMatch(/^Not known to be safe: /);
    expect((await reviewed(MAKING, { root: it.folder })).gaps).toEqual([STALE]);
  });
});

describe("a plan is refused", () => {
  const { folder: root } = new TestRepository(validMesh());
  const refused = (plans: PlansReview["plans"], options: Partial<PlansReview> = {}): Promise<string> =>
    reviewed(plans, { root, ...options }).then(
      () => "not refused",
      ({ message }: Error) => message,
    );
  const named = (stack: string, seal?: string) => new Map([[stack, sealedPlan(seal)]]);

  test.each([
    [
      "ordres",
      "plan of ordres: the mesh has no such stack in environment 'dev', and the base has none; did you mean 'orders'?",
    ],
    [
      "nope",
      "plan of nope: the mesh has no such stack in environment 'dev', and the base has none; it has analytics, analytics-boundary, orders, orders-boundary, platform",
    ],
  ])("for a stack that no side of the mesh has: %s", async (stack, message) => {
    expect(await refused(named(stack))).toBe(message);
    expect(await refused(named(stack, `dev/${stack}`))).toBe(message);
  });

  test("when it is sealed as another stack or for another environment, all of them at once", async () => {
    const plans = new Map([
      ["orders", sealedPlan("dev/analytics")],
      ["nope", sealedPlan("dev/platform")],
      ["analytics", sealedPlan("prod/analytics")],
      ["platform", sealedPlan("dev/platform")],
    ]);

    expect(await refused(plans)).toBe(
      [
        "plan of orders: its configuration is sealed as 'dev/analytics', so it is the plan of another stack; name it by that: --plan analytics=…",
        "plan of nope: its configuration is sealed as 'dev/platform', so it is the plan of another stack; name it by that: --plan platform=…",
        "plan of analytics: its configuration is sealed as 'prod/analytics', and this is a review of environment 'dev'; plan the stack with MESHWRIGHT_ENV=dev, or review with --env prod",
      ].join("; "),
    );
  });

  test("unless the base is not known, and it says itself that it is of a stack that went", async () => {
    const lone = meshDir(validMesh());

    const { input } = await reviewed(named("gone", "dev/gone"), { root: lone });

    expect(input.stacks).toMatchObject([{ stack: "gone", outcome: "planned" }]);
    expect(await refused(named("gone"), { root: lone })).toBe(
      "plan of gone: the mesh has no such stack in environment 'dev', and what the base has is not known; it has analytics, analytics-boundary, orders, orders-boundary, platform",
    );
  });

  test("not for want of a seal, but it is told", async () => {
    const one = await reviewed(named("orders"), { root });
    const more = await reviewed(new Map(STACKS.map((stack) => [stack, sealedPlan()])), { root });

    expect([...one.gaps, ...more.gaps]).toEqual([
      "whether the plan of `orders` is what the name says is not known: there is no seal such as `dev/orders` in it",
      "whether the plans of `platform`, `analytics-boundary`, `orders-boundary` and 2 more are what the name says is not known: there is no seal such as `dev/platform` in it",
    ]);
    expect(one.answer).toMatch(/^Not known to be safe: /);
  });
});

test("a stack that goes is told as gone", async () => {
  const it = new TestRepository(validMesh());
  it.remove("domains/analytics");
  it.write(PRODUCT, unshared());

  const { input } = await reviewed(plansOf("analytics", "orders"), { root: it.folder });

  const gone = input.stacks.filter((stack) => stack.gone === true);
  expect(gone.map(({ stack, outcome }) => [stack, outcome])).toEqual([
    ["analytics-boundary", "missing"],
    ["analytics", "planned"],
  ]);
});

test("what is no plan ends it, with its stack's name", async () => {
  const plans = new Map([["orders", () => Buffer.from('{"version":4,"serial":1,"lineage":"x"}')]]);

  await expect(reviewed(plans)).rejects.toThrow(PlanFileError);
  await expect(reviewed(plans)).rejects.toThrow(/^plan of orders: this is a Terraform state, which says/);
});

test("the secrets of all plans are known together, names of the mesh are none", async () => {
  const { folder } = new TestRepository(validMesh());
  const withPassword = (stack: string, password: string) =>
    [stack, sealedPlan(`dev/${stack}`, "kafka_user.it", { password })] as const;
  const plans = new Map([
    withPassword("platform", "hunter2-hunter2"),
    withPassword("analytics", "swordfish-ahoy"),
    withPassword("orders", "analytics"),
  ]);

  const { secrets, input } = await reviewed(plans, { root: folder });

  expect(secrets.holds("hunter2-hunter2 is in a")).toBe(true);
  expect(input.holdsSecret("swordfish-ahoy is in b")).toBe(true);
  expect(secrets.holds("analytics reads orders")).toBe(false);
});

/** The product of the small mesh, shared with nobody. */
function unshared(): string {
  const { [PRODUCT]: text = "" } = validMesh();
  return String(text).replace(/^shares:\n(?: {2}.*\n)+/m, "");
}

/** Where the topic of the small mesh is in its stack. */
function topicAddress(root: string): string {
  const side = readHead(root, "2026-06-15", undefined);
  const { documents } = makeStacks(new Set(["orders"]), side.plans, join(meshDir({}), "made"));
  const addresses = [...(documents.get("orders")?.constructs.keys() ?? [])];
  return addresses.find((address) => address.startsWith("kafka_topic.")) ?? "";
}
