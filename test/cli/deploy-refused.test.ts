import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MESH, meshDir, ORDER_PLACED, ORDERS, validMesh } from "../support/mesh-dir";
import { run } from "./support/run";

const PRODUCT = "domains/orders/products/order-placed/product.yaml";
const DOMAIN = "domains/orders/domain.yaml";

jest.setTimeout(60_000);

const meshwright = (cwd: string, words: string) => run(cwd, words, { env: process.env });

interface Stack {
  readonly outcome: string;
  readonly changes: Readonly<Record<string, number>>;
  readonly remarks: readonly {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
  }[];
}

async function deployed(cwd: string, words = "") {
  const { code, stdout, stderr } = await meshwright(
    cwd,
    `deploy --offline --format json orders ${words}`.trim(),
  );
  const { stacks } = JSON.parse(stdout) as { stacks: readonly Stack[] };
  const [remark] = stacks[0]?.remarks ?? [];
  const warnings = stderr.split("\n").filter((line) => line.startsWith("warning: "));
  return { code, outcome: stacks[0]?.outcome, changes: stacks[0]?.changes, remark, warnings };
}

/** The tests follow each other: each starts with what the one before has left. */
describe("a change that loses records", () => {
  const cwd = meshDir(validMesh());
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  const stateOf = () => readFileSync(join(cwd, ".meshwright", "offline", "dev", "orders.tfstate"), "utf8");
  const withRetention = (retention: string) =>
    ORDER_PLACED.replace("retention: 7d", `retention: ${retention}`);
  let hash = "";

  beforeAll(async () => {
    await meshwright(cwd, "deploy --offline");
    write(PRODUCT, withRetention("3d"));
  });

  test("is planned, but nothing of it is deployed, and it is said how to accept it", async () => {
    const before = stateOf();

    expect((await meshwright(cwd, "plan orders")).code).toBe(2);
    const { code, outcome, changes, remark } = await deployed(cwd);

    expect({ code, outcome, changes }).toEqual({
      code: 1,
      outcome: "refused",
      changes: { create: 0, update: 0, replace: 0, delete: 0 },
    });
    hash = /loss:[0-9a-f]{16}/.exec(remark?.summary ?? "")?.[0] ?? "";
    expect(remark?.summary).toBe(`nothing was applied: nobody accepted what this plan would lose, ${hash}`);
    expect(remark?.detail).toContain("`orders.order-placed.v1`");
    expect(remark?.detail).toContain(
      [
        'To accept this and nothing else, order-management can add this to domains/orders/domain.yaml, with a reason in place of "…":',
        "acknowledgements:",
        "  # stack orders in dev: 1 data loss",
        `  - { plan: "${hash}", reason: "…", until: 2026-07-15 }`,
        `For this one deployment, --accept ${hash} does the same.`,
      ].join("\n"),
    );
    expect(stateOf()).toBe(before);
  });

  test("is refused as before when something else is accepted, or the acceptance has ended", async () => {
    write(DOMAIN, `${ORDERS}acknowledgements:\n  - { plan: "${hash}", reason: "r", until: 2026-06-14 }\n`);

    expect((await deployed(cwd)).outcome).toBe("refused");
    expect((await deployed(cwd, "--accept loss:0123456789abcdef")).outcome).toBe("refused");
  });

  test("is refused again under another hash when it loses more", async () => {
    write(DOMAIN, `${ORDERS}acknowledgements:\n  - { plan: "${hash}", reason: "r", until: 2026-06-15 }\n`);
    write(PRODUCT, withRetention("2d"));

    const { outcome, remark } = await deployed(cwd);

    expect(outcome).toBe("refused");
    expect(remark?.summary).not.toContain(hash);
    expect((await meshwright(cwd, "deploy --offline orders")).stdout).toMatch(
      /\norders refused\n {2}Error: nothing/,
    );
  });

  test("is deployed when the line that was proposed is in the manifest, with whatever else changes", async () => {
    write(PRODUCT, withRetention("3d").replace("freshness: 5m", "freshness: 10m"));

    expect(await deployed(cwd)).toMatchObject({ code: 0, outcome: "deployed", remark: undefined });
  });

  test("is deployed when whoever deploys accepts it", async () => {
    write(PRODUCT, withRetention("1d"));
    const { remark } = await deployed(cwd);
    const [accepted] = /loss:[0-9a-f]{16}/.exec(remark?.summary ?? "") ?? [];

    expect(await deployed(cwd, `--accept loss:0123456789abcdef --accept ${accepted}`)).toMatchObject({
      ...{ code: 0, outcome: "deployed" },
      warnings: [
        `warning: --accept loss:0123456789abcdef accepts nothing: no stack that was planned would lose exactly that; what there is to accept: ${accepted} (orders)`,
      ],
    });
  });

  test("--accept takes hashes only", async () => {
    const { code, stderr } = await meshwright(cwd, "deploy --offline --accept all");

    expect(code).toBe(2);
    expect(stderr).toContain("It must be 'loss:' and 16 hexadecimal digits, as a review prints it.");
  });
});

test("an environment that lets data go is told what goes, and deploys", async () => {
  const cwd = meshDir(
    validMesh({
      "mesh.yaml": MESH.replace("protected: false", "protected: false\n    allowDestroy: true"),
    }),
  );
  await meshwright(cwd, "deploy --offline orders");
  writeFileSync(join(cwd, PRODUCT), ORDER_PLACED.replace("retention: 7d", "retention: 3d"));

  const { code, outcome, remark } = await deployed(cwd);

  expect({ code, outcome }).toEqual({ code: 0, outcome: "deployed" });
  expect(remark).toMatchObject({ severity: "warning" });
  expect(remark?.summary).toMatch(/^this plan loses data, which 'dev' allows, loss:[0-9a-f]{16}$/);
});
