import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN, PRODUCT } from "./support/files";
import { run } from "./support/run";

const tree = validMesh({
  ...changed("domains/analytics/domain.yaml", "name: analytics\n", "name: analytics\nparent: orders\n"),
  ...changed(PRODUCT, "lifecycle: active", "lifecycle: deprecated\nsunset: 2027-03-31"),
});

test("domains stand below their parents, with owners, states, ports and readers", async () => {
  const { code, stdout, stderr } = await run(meshDir(tree), "list");

  expect(stdout).toBe(
    [
      "shop: 2 domains, 1 product",
      "",
      "orders              order-management",
      "├─ order-placed.v1  deprecated until 2027-03-31  topic, bucket, schema  read by analytics",
      "└─ analytics        analytics",
      "",
    ].join("\n"),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("JSON is the same tree", async () => {
  const { stdout } = await run(meshDir(tree), "list --format json");

  expect(JSON.parse(stdout)).toEqual({
    format: "meshwright.mesh/1",
    organisation: "shop",
    domainCount: 2,
    productCount: 1,
    domains: [
      {
        name: "orders",
        owner: "order-management",
        products: [
          {
            name: "order-placed.v1",
            version: "1.2.0",
            lifecycle: "deprecated",
            sunset: "2027-03-31",
            ports: ["topic", "bucket", "schema"],
            readers: ["analytics"],
          },
        ],
        domains: [{ name: "analytics", owner: "analytics", products: [], domains: [] }],
      },
    ],
  });
});

test("domains in a circle of parents are listed too, each once", async () => {
  const root = meshDir(
    validMesh({
      ...changed("domains/analytics/domain.yaml", "name: analytics\n", "name: analytics\nparent: orders\n"),
      ...changed(DOMAIN, "name: orders\n", "name: orders\nparent: analytics\n"),
    }),
  );

  const { code, stdout, stderr } = await run(root, "list");

  expect(stdout.match(/order-management/g)).toHaveLength(1);
  expect(stdout.match(/└─ orders/g)).toHaveLength(1);
  expect(stderr).toBe(
    "the mesh has 1 error, and what it is about may be missing here; run meshwright validate\n",
  );
  expect(code).toBe(1);
});

test("without a readable mesh.yaml there is nothing to list", async () => {
  const { code, stdout, stderr } = await run(meshDir(validMesh({ "mesh.yaml": "[" })), "list");

  expect(stdout).toContain("mesh.yaml:1:");
  expect(stderr).toMatch(/^\d errors?; correct (it|them) first\n$/);
  expect(code).toBe(1);
});
