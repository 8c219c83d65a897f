import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ANALYTICS, meshDir, ORDER_PLACED, ORDERS, validMesh, type Files } from "../support/mesh-dir";
import { CONTRACT_PATH, DOMAIN, PRODUCT } from "./support/files";
import { run } from "./support/run";

const LOCK = "locks/orders.json";
const REMOVAL =
  "acknowledgements:\n  - { change: ProductRemoved, product: order-placed.v1, reason: unused, until: 2099-12-31 }\n";

/** Nobody reads the product, so that its end is nobody else's matter. */
const UNREAD: Files = {
  "domains/analytics/domain.yaml": ANALYTICS.slice(0, ANALYTICS.indexOf("subscriptions:")),
  [PRODUCT]: ORDER_PLACED.slice(0, ORDER_PLACED.indexOf("shares:")),
};

const mesh = (changes: Files = {}): string => meshDir(validMesh({ ...UNREAD, ...changes }));
const withoutProduct = (lock: string, acknowledgements = ""): string =>
  mesh({
    ...{ [PRODUCT]: undefined, [CONTRACT_PATH]: undefined, [LOCK]: lock },
    [DOMAIN]: `${ORDERS}${acknowledgements}`,
  });
const lockIn = (root: string): string => readFileSync(join(root, LOCK), "utf8");

async function locked(changes: Files = {}): Promise<string> {
  const root = mesh(changes);
  expect(await run(root, "lock")).toMatchObject({ code: 0, stderr: "" });
  return lockIn(root);
}

const retired = String(UNREAD[PRODUCT]).replace("lifecycle: active", "lifecycle: retired");

describe("the end of a product", () => {
  test.each(["", REMOVAL])("comes not at once, acknowledged or not: %s", async (acknowledgements) => {
    const lock = await locked();
    const root = withoutProduct(lock, acknowledgements);

    const { code, stdout } = await run(root, "lock");

    expect(stdout).toContain("error ProductRemoved");
    expect(code).toBe(1);
    expect(lockIn(root)).toBe(lock);
  });

  test("comes not unsaid, once it is locked as retired", async () => {
    const lock = await locked({ [PRODUCT]: retired, [LOCK]: await locked() });

    expect(lock).toContain('"lifecycle": "retired"');
    expect((await run(withoutProduct(lock), "validate")).stdout).toContain("error ProductRemoved");
  });

  test("comes when it is locked as retired and acknowledged; the next lock forgets it, and so may the domain", async () => {
    const root = withoutProduct(await locked({ [PRODUCT]: retired }), REMOVAL);

    expect((await run(root, "validate --strict")).code).toBe(0);
    expect((await run(root, "lock --check")).code).toBe(1);
    expect((await run(root, "lock")).code).toBe(0);
    expect(JSON.parse(lockIn(root))).toMatchObject({ products: {} });
    expect((await run(root, "validate")).stdout).toContain("warning AcknowledgementUnused");
  });
});

test("a domain whose folder is deleted is an error at its lock, and nothing is made from the mesh", async () => {
  const root = mesh({ [LOCK]: await locked() });
  rmSync(join(root, "domains/orders"), { recursive: true });

  const { code, stdout } = await run(root, "validate");

  expect(stdout).toContain(
    `${LOCK}:1:1 error DomainRemoved domain 'orders' was released with 1 product and is gone`,
  );
  expect(code).toBe(1);
  expect((await run(root, "synth")).code).toBe(1);
  expect(existsSync(join(root, "cdktf.out"))).toBe(false);
});

test("a manifest that is broken is no product that is gone", async () => {
  const lock = await locked();
  const broken = String(UNREAD[PRODUCT]).replace("lifecycle: active", "lifecycle: acitve");

  const product = await run(mesh({ [LOCK]: lock, [PRODUCT]: broken }), "validate");
  const domain = await run(mesh({ [LOCK]: lock, [DOMAIN]: ORDERS.replace("owner:", "ower:") }), "validate");

  expect(product.stdout).toContain("error ValueInvalid");
  expect(domain.stdout).toContain("error UnknownField");
  for (const { stdout } of [product, domain]) expect(stdout).not.toContain("Removed");
});

test("what is new is not in the lock yet, which is no finding, and what lock --check asks for", async () => {
  const root = mesh({ [LOCK]: await locked() });
  expect((await run(root, "new product orders/order-refunded --ports topic")).code).toBe(0);

  expect((await run(root, "validate --strict")).code).toBe(0);
  expect(await run(root, "lock --check")).toEqual({
    code: 1,
    stdout: "",
    stderr: `${LOCK} is not up to date; run meshwright lock and commit what it writes\n`,
  });
});

test("nothing is added to a mesh that has lost something", async () => {
  const lock = (await locked()).replace("order-placed.v1", "order-shipped.v1");
  const root = mesh({ [LOCK]: lock });

  const { code, stdout } = await run(root, "new product orders/order-refunded --ports topic");

  expect(stdout).toContain("error ProductRemoved");
  expect(code).toBe(1);
});
