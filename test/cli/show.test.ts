import { meshDir, validMesh } from "../support/mesh-dir";
import { run } from "./support/run";

const SHOP = `${process.cwd()}/examples/shop`;

test("a domain: owner, products, who reads them, physical names", async () => {
  const { code, stdout } = await run(meshDir(validMesh()), "show orders");

  expect(stdout).toBe(
    [
      "orders",
      "  owner      order-management, orders@example.com, #orders",
      "  consulted  finance",
      "",
      "Products",
      "  order-placed.v1  1.2.0  active  topic, bucket, schema  read by analytics",
      "",
      "Read by",
      "  orders/order-placed.v1  analytics/reader  until 2027-06-30  revenue reporting",
      "",
      "Names in dev",
      "  account               444455556666, eu-central-1",
      "  stacks                orders-boundary, orders",
      "  topics                orders.*",
      "  bucket                shop-dev-orders-444455556666-eu-central-1",
      "  key                   alias/mesh/dev/orders",
      "  schema                orders",
      "  secrets               mesh/dev/orders/*",
      "  role of order-placed  arn:aws:iam::444455556666:role/mesh/dev/orders/app/dev-orders--order-placed",
      "",
    ].join("\n"),
  );
  expect(code).toBe(0);
});

test("a domain that reads: until when, and whether it may", async () => {
  const files = validMesh();
  const root = meshDir({
    ...files,
    "domains/analytics/domain.yaml": `${String(files["domains/analytics/domain.yaml"])}  - product: orders/order-placed
    version: 1
    app: forecast
    purpose: forecasts
    until: 2026-06-14
`,
  });

  const { stdout } = await run(root, "show analytics");

  expect(stdout).toContain(
    [
      "Reads",
      "  orders/order-placed.v1  by reader    until 2027-06-30  revenue reporting",
      "  orders/order-placed.v1  by forecast  no access         forecasts",
    ].join("\n"),
  );
});

test("a product: promises, readers, ports, and the contract's fields", async () => {
  const { code, stdout } = await run(meshDir(validMesh()), "show orders/order-placed");

  expect(stdout).toBe(
    [
      "orders/order-placed.v1 1.2.0",
      "  state           active",
      "  owner           order-management, orders@example.com, #orders",
      "  promises        at most 5m old, 99.9 % available",
      "  a change hurts  analytics",
      "",
      "Read by",
      "  analytics/reader  until 2027-06-30  revenue reporting",
      "",
      "Ports in dev",
      "  topic       orders.order-placed.v1 (6 partitions, kept 7d)",
      "  bucket      s3://shop-dev-orders-444455556666-eu-central-1/products/order-placed/v1/ (parquet, kept 400d)",
      "  schema      orders__order_placed__v1 of database mesh (orders)",
      "  written by  arn:aws:iam::444455556666:role/mesh/dev/orders/app/dev-orders--order-placed",
      "",
      "Contract",
      "  file  domains/orders/products/order-placed/contract.odcs.yaml",
      "  id    orders-order-placed 1.2.0, ODCS v3.2.0",
      "",
      "table orders",
      "  order_id   text         key       internal",
      "  placed_at  timestamptz  required  internal",
      "",
    ].join("\n"),
  );
  expect(code).toBe(0);
});

test("names are those of the environment that is asked for", async () => {
  const { stdout } = await run(SHOP, "show orders --env prod --format json");
  const { environment, names } = JSON.parse(stdout) as {
    environment: string;
    names: Record<string, string>;
  };

  expect(environment).toBe("prod");
  expect(names).toMatchObject({
    account: "111122223333",
    region: "eu-central-1",
    bucket: "shop-prod-orders-111122223333-eu-central-1",
    deployRoleArn: "arn:aws:iam::111122223333:role/mesh/prod/orders/deploy/prod-orders--deploy",
  });
});

test("a domain that only groups others has no names", async () => {
  const { stdout } = await run(SHOP, "show commerce --format json");
  const detail = JSON.parse(stdout) as Record<string, unknown>;

  expect(detail).toMatchObject({
    format: "meshwright.domain/1",
    domain: "commerce",
    below: ["orders", "users"],
  });
  expect(detail).not.toHaveProperty("names");
});

test("without a major it is the highest; the others are named", async () => {
  const latest = JSON.parse((await run(SHOP, "show orders/order-placed --format json")).stdout) as object;
  const first = JSON.parse((await run(SHOP, "show orders/order-placed.v1 --format json")).stdout) as object;

  expect(latest).toMatchObject({
    format: "meshwright.product/1",
    product: "orders/order-placed.v2",
    otherMajors: [{ product: "orders/order-placed.v1", lifecycle: "deprecated" }],
  });
  expect(first).toMatchObject({ product: "orders/order-placed.v1", lifecycle: "deprecated" });
});

test("personal data is marked", async () => {
  const { stdout } = await run(SHOP, "show users/user-profile");

  expect(stdout).toMatch(/^ {2}email +string +required +restricted +personal$/m);
});

test.each([
  ["order", "error: there is no domain 'order'; did you mean orders?\n"],
  ["order-placed", "error: there is no domain 'order-placed'; did you mean orders/order-placed.v1?\n"],
  ["ordr-placed", "error: there is no domain 'ordr-placed'; did you mean orders/order-placed.v1?\n"],
  ["nothing", "error: there is no domain 'nothing'; meshwright list shows what there is\n"],
  [
    "orders/order-placd",
    "error: there is no product 'orders/order-placd'; did you mean orders/order-placed?\n",
  ],
  [
    "orders/order-placed.v3",
    "error: there is no product 'orders/order-placed.v3'; did you mean orders/order-placed.v1?\n",
  ],
])("an unknown name such as %s says what may be meant", async (name, stderr) => {
  expect(await run(meshDir(validMesh()), ["show", name])).toEqual({ code: 2, stdout: "", stderr });
});
