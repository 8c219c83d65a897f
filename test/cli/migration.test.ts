import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, CONTRACT_PATH, PRODUCT } from "./support/files";
import { run } from "./support/run";

test("the first migration of a product's schema goes to the output as it is", async () => {
  const { code, stdout, stderr } = await run(meshDir(validMesh()), "migration orders/order-placed");

  expect(stdout).toMatch(/^-- V1__order_placed\.sql: the tables of schema orders__order_placed__v1/);
  expect(stdout).toContain('CREATE TABLE "orders__order_placed__v1"."orders" (');
  expect(stdout).toContain('SET ROLE "orders__owner";');
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("JSON has the file's name beside it", async () => {
  const root = meshDir(validMesh());

  const { stdout } = await run(root, "migration orders/order-placed.v1 --format json");

  expect(JSON.parse(stdout)).toEqual({
    fileName: "V1__order_placed.sql",
    sql: (await run(root, "migration orders/order-placed.v1")).stdout,
  });
});

test("what no table can be made of is a finding in the contract", async () => {
  const root = meshDir(
    validMesh(changed(CONTRACT_PATH, "physicalType: timestamptz", "physicalType: moment")),
  );

  const { code, stdout } = await run(root, "migration orders/order-placed");

  expect(stdout).toMatch(
    /^domains\/orders\/products\/order-placed\/contract\.odcs\.yaml:18:23 error TypeUnsupported /,
  );
  expect(code).toBe(1);
});

test("a product without a schema has no migration", async () => {
  const root = meshDir(
    validMesh({
      ...changed(PRODUCT, "  schema: { tables: [orders] }\n", ""),
      ...changed(CONTRACT_PATH, "physicalType: table", "physicalType: topic"),
    }),
  );

  expect(await run(root, "migration orders/order-placed")).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: 'orders/order-placed.v1' has no schema port, so it has no tables\n",
  });
});
