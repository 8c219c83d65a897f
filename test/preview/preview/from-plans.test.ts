import { join } from "node:path";
import { fromPlans, type PlansReview } from "../../../src/preview";
import { makeStacks } from "../../../src/preview/documents";
import { readHead } from "../../../src/preview/side";
import { plain } from "../../../src/review/model";
import { PlanFileError } from "../../../src/review/plan";
import { changed, DOMAIN } from "../../cli/support/files";
import { meshDir, validMesh, type Files } from "../../support/mesh-dir";
import { TestRepository } from "../support/test-repository";

const NO_MESH = "there is no mesh here: owners, readers and contracts are not known";
const NO_BASE = "the mesh as it was is not known (see --base): contracts and agreements are not compared";

/** A plan that makes one resource. */
const planOf =
  (address: string, after: object = { name: "it" }) =>
  () => {
    const [type = "", name = ""] = address.split(".");
    const change = { actions: ["create"], before: null, after, after_unknown: {} };
    const entry = { address, mode: "managed", type, name, provider_name: "mongey/kafka", change };
    return Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes: [entry] }));
  };

const nothing = () => Buffer.from('{"format_version":"1.2","resource_changes":[]}');

async function reviewed(plans: PlansReview["plans"], options: Partial<PlansReview> = {}) {
  const { input, secrets } = await fromPlans({ plans, today: "2026-06-15", accepted: [], ...options });
  return { input, secrets, limits: input.limits.map(plain) };
}

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

test("plans are read without any mesh, one after another", async () => {
  const open: string[] = [];
  const plan = (name: string) => () => {
    open.push(name);
    return nothing();
  };

  const { input, limits } = await reviewed(
    new Map([
      ["b", plan("b")],
      ["a", plan("a")],
    ]),
  );

  expect(open).toEqual(["b", "a"]);
  expect(input).toMatchObject({
    ...{ id: "plans/any", environment: "any", command: "meshwright review --plan b=… --plan a=…" },
    stacks: [
      { stack: "b", outcome: "planned" },
      { stack: "a", outcome: "planned" },
    ],
  });
  expect(limits).toEqual([NO_MESH]);
});

test("the mesh tells order, domains and the constructs that things come from", async () => {
  const { folder } = new TestRepository(validMesh());
  const address = topicAddress(folder);
  const plans = new Map([
    ["unknown", nothing],
    ["orders", planOf(address)],
    ["platform", nothing],
  ]);

  const { input, limits } = await reviewed(plans, { root: folder });

  expect(input.stacks.map(({ stack, domain }) => [stack, domain])).toEqual([
    ["platform", undefined],
    ["orders", "orders"],
    ["unknown", undefined],
  ]);
  const [platform, orders] = input.stacks;
  expect(orders?.constructs.get(address)).toMatch(/^orders\/Products\/order-placed\.v1\//);
  // Nothing of it changes, so it is not made: that takes longer than reading its plan.
  expect(platform?.constructs.size).toBe(0);
  expect(limits).toEqual([NO_BASE]);
});

describe("the mesh as it was", () => {
  const plans = new Map([["orders", nothing]]);

  test("is compared with when it is named", async () => {
    const it = new TestRepository(below("data/mesh", validMesh()));
    const commit = it.git("rev-parse", "HEAD");

    const { input, limits } = await reviewed(plans, { root: it.path("data/mesh"), base: "main" });

    expect(input.base).toBe(commit);
    expect(input.command).toBe(`meshwright review --plan orders=… --base ${commit}`);
    expect(input.baseMesh?.index.mesh.organisation).toBe("shop");
    expect(limits).toEqual([]);
  });

  test.each<[string, Files]>([
    ["nested", { "README.md": "" }],
    ["a folder without a mesh", { "mesh/README.md": "" }],
  ])("was not there: %s", async (_what, files) => {
    const it = new TestRepository(files);
    for (const [path, text] of Object.entries(below("mesh", validMesh()))) it.write(path, text ?? "");

    const { input, limits } = await reviewed(plans, { root: it.path("mesh"), base: "main" });

    expect(input.baseMesh).toBeUndefined();
    expect(limits).toEqual([
      "the base has no such mesh or environment: contracts and agreements are not compared",
    ]);
  });

  test("cannot be read, which is said", async () => {
    const it = new TestRepository(validMesh({ [DOMAIN]: "kind: [" }));
    it.write(DOMAIN, validMesh()[DOMAIN] ?? "");

    const { input, limits } = await reviewed(plans, { root: it.folder, base: "main" });

    expect(input.baseMesh).toBeUndefined();
    expect(limits).toEqual([
      expect.stringMatching(/^the base cannot be read \(.*\): contracts and agreements are not compared$/),
    ]);
  });

  test("has errors that do not matter to plans from elsewhere", async () => {
    const it = new TestRepository(validMesh(changed(DOMAIN, "order-management", "nobody")));
    it.write(DOMAIN, validMesh()[DOMAIN] ?? "");

    const { input, limits } = await reviewed(plans, { root: it.folder, base: "main" });

    expect(input.baseMesh).toBeDefined();
    expect(limits).toEqual([]);
  });
});

test("what is no plan ends it, with its stack's name", async () => {
  const plans = new Map([["orders", () => Buffer.from('{"version":4,"serial":1,"lineage":"x"}')]]);

  await expect(reviewed(plans)).rejects.toThrow(PlanFileError);
  await expect(reviewed(plans)).rejects.toThrow(/^plan of orders: this is a Terraform state, which says/);
});

test("the secrets of all plans are known together, names of the mesh are none", async () => {
  const { folder } = new TestRepository(validMesh());
  const plans = new Map([
    ["a", planOf("kafka_user.a", { password: "hunter2-hunter2" })],
    ["b", planOf("kafka_user.b", { password: "swordfish-ahoy" })],
    ["c", planOf("kafka_user.c", { password: "analytics" })],
  ]);

  const { secrets, input } = await reviewed(plans, { root: folder });

  expect(secrets.holds("hunter2-hunter2 is in a")).toBe(true);
  expect(input.holdsSecret("swordfish-ahoy is in b")).toBe(true);
  expect(secrets.holds("analytics reads orders")).toBe(false);
});

/** Where the topic of the small mesh is in its stack. */
function topicAddress(root: string): string {
  const side = readHead(root, "2026-06-15", undefined);
  const { documents } = makeStacks(new Set(["orders"]), side.plans, join(meshDir({}), "made"));
  const addresses = [...(documents.get("orders")?.constructs.keys() ?? [])];
  return addresses.find((address) => address.startsWith("kafka_topic.")) ?? "";
}
