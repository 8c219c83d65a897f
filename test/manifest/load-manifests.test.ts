import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { INPUT_LIMITS, loadManifests } from "../../src/manifest";
import { ANALYTICS, CONTRACT, meshDir, ORDER_PLACED, ORDERS, validMesh } from "../support/mesh-dir";
import { findingsBelow, findingsIn, headline, replaced } from "./support";

const PRODUCTS = "domains/orders/products";
const LOCK = {
  apiVersion: "meshwright/v1",
  kind: "DomainLock",
  format: "meshwright.lock/1",
  products: { "order-placed.v1": { lifecycle: "active", schema: true } },
};

describe("a mesh without problems", () => {
  const root = meshDir(validMesh({ "locks/orders.json": JSON.stringify(LOCK) }));
  const { set, problems } = loadManifests(root);

  test("loads without a problem", () => {
    expect(problems).toEqual([]);
    expect(set?.root).toBe(root);
    expect(set?.mesh).toMatchObject({ file: "mesh.yaml", manifest: { organisation: "shop" } });
    expect(set?.skipped).toEqual({ domains: [], products: [] });
  });

  test("has its domains sorted by name", () => {
    expect(set?.domains.map(({ folder }) => folder)).toEqual(["analytics", "orders"]);
  });

  test("has each product with its contract as plain data", () => {
    expect(set?.products).toHaveLength(1);
    expect(set?.products[0]).toMatchObject({
      file: `${PRODUCTS}/order-placed/product.yaml`,
      domain: "orders",
      folder: "order-placed",
      manifest: { name: "order-placed", version: "1.2.0", ports: { topic: { partitions: 6 } } },
      contractFile: `${PRODUCTS}/order-placed/contract.odcs.yaml`,
      contract: { kind: "DataContract", slaProperties: [{ property: "retention", value: 400, unit: "d" }] },
    });
  });

  test("has the domain's lock", () => {
    expect(set?.locks).toEqual([
      {
        file: "locks/orders.json",
        domain: "orders",
        manifest: LOCK,
      },
    ]);
  });
});

test("a mesh without domains is a mesh", () => {
  const { set, problems } = loadManifests(meshDir({ "mesh.yaml": validMesh()["mesh.yaml"] }));

  expect(problems).toEqual([]);
  expect(set?.domains).toEqual([]);
});

test("two majors of a product stand in two folders", () => {
  const second = replaced(ORDER_PLACED, "version: 1.2.0", "version: 2.0.0");
  const root = meshDir(
    validMesh({
      [`${PRODUCTS}/order-placed.v2/product.yaml`]: second,
      [`${PRODUCTS}/order-placed.v2/contract.odcs.yaml`]: CONTRACT,
    }),
  );

  const { set, problems } = loadManifests(root);

  expect(problems).toEqual([]);
  expect(set?.products.map(({ folder }) => folder)).toEqual(["order-placed", "order-placed.v2"]);
});

test("all problems of all files come at once, and what has one is left out", () => {
  const root = meshDir(
    validMesh({
      "domains/orders/domain.yaml": replaced(ORDERS, "kind: Domain", "kind: Domian"),
      "domains/analytics/domain.yaml": replaced(ANALYTICS, "2027-06-30", "soon"),
      [`${PRODUCTS}/order-placed/product.yaml`]: replaced(ORDER_PLACED, "lifecycle: active\n", ""),
    }),
  );

  expect(findingsBelow(root).map(headline)).toEqual([
    "domains/analytics/domain.yaml:11:12 ValueInvalid",
    "domains/orders/domain.yaml:2:7 ValueInvalid",
    `${PRODUCTS}/order-placed/product.yaml:1:1 MissingField`,
  ]);
  expect(loadManifests(root).set).toMatchObject({
    domains: [],
    products: [],
    skipped: { domains: ["analytics", "orders"], products: ["orders/order-placed"] },
  });
});

describe("files and folders that are not there, or not where they belong", () => {
  test("without a mesh.yaml there is no set, yet the rest is looked at", () => {
    const root = meshDir(
      validMesh({ "mesh.yaml": undefined, "mehs.yml": "a: 1", "domains/orders/domain.yaml": "kind: Domain" }),
    );

    const findings = findingsBelow(root);

    expect(loadManifests(root).set).toBeUndefined();
    expect(findings.find(({ at }) => at.file === "mesh.yaml")).toMatchObject({
      code: "FileMissing",
      message: "mesh.yaml is missing",
      value: "mehs.yml",
      fix: "rename mehs.yml to mesh.yaml",
      position: { line: 1, column: 1 },
    });
    expect(findings.some(({ at }) => at.file === "domains/orders/domain.yaml")).toBe(true);
  });

  test.each([
    ["domains/orders/domian.yml", "domains/orders/domain.yaml", ORDERS],
    [`${PRODUCTS}/order-placed/prodcut.yaml`, `${PRODUCTS}/order-placed/product.yaml`, ORDER_PLACED],
    [`${PRODUCTS}/order-placed/contract.odcs.yml`, `${PRODUCTS}/order-placed/contract.odcs.yaml`, CONTRACT],
  ])("%s is taken for what it should be called", (written, meant, text) => {
    const findings = findingsIn({ [meant]: undefined, [written]: text });

    const [name, right] = [written, meant].map((path) => path.split("/").at(-1));
    expect(findings).toMatchObject([
      { code: "FileMissing", message: `${meant} is missing`, value: name, fix: `rename ${name} to ${right}` },
    ]);
  });

  test.each([
    ["prodcuts", "products", "domains/orders"],
    ["domain", "domains", ""],
  ])("the folder %s is taken for %s", (written, right, folder) => {
    const root = meshDir(validMesh());
    renameSync(join(root, folder, right), join(root, folder, written));

    expect(findingsBelow(root)).toMatchObject([
      { code: "FileMissing", fix: `rename ${written} to ${right}` },
    ]);
  });

  test("other files and hidden folders are nobody's business", () => {
    expect(
      findingsIn({ "domains/orders/NOTES.md": "x", "domains/.cache/x.yaml": "\0", "docs/x.yaml": "[" }),
    ).toEqual([]);
  });

  test("a file that cannot be read is a finding", () => {
    const root = meshDir(validMesh({ "domains/orders/domain.yaml": undefined }));
    symlinkSync("nowhere.yaml", join(root, "domains/orders/domain.yaml"));

    expect(findingsBelow(root)).toMatchObject([
      { code: "FileUnreadable", value: "ENOENT", at: { file: "domains/orders/domain.yaml" } },
    ]);
  });

  test("a mesh that is not there at all is the caller's mistake", () => {
    expect(() => loadManifests("/nowhere/at/all")).toThrow("ENOENT");
  });
});

describe("links", () => {
  test("a file that leads out of the mesh is not followed", () => {
    const outside = meshDir({ "domain.yaml": ORDERS });
    const root = meshDir(validMesh({ "domains/orders/domain.yaml": undefined }));
    symlinkSync(join(outside, "domain.yaml"), join(root, "domains/orders/domain.yaml"));

    const findings = findingsBelow(root);

    expect(findings.map(headline)).toEqual(["domains/orders/domain.yaml:1:1 PathOutsideRoot"]);
    expect(findings[0]).toMatchObject({
      message: "domains/orders/domain.yaml is a link that leads out of the mesh",
      rule: "files and folders below the mesh's root",
    });
  });

  test("installed packages may be anywhere", () => {
    const root = meshDir(validMesh());
    symlinkSync(tmpdir(), join(root, "node_modules"));

    expect(loadManifests(root).problems).toEqual([]);
  });

  test("a folder that leads out of the mesh is not followed", () => {
    const root = meshDir(validMesh());
    symlinkSync(meshDir({ "domain.yaml": "not: read" }), join(root, "domains/users"));

    expect(findingsBelow(root).map(headline)).toEqual(["domains/users:1:1 PathOutsideRoot"]);
  });

  test("a folder beside the mesh, whose name starts like the mesh's, is outside", () => {
    const parent = meshDir({ "mesh-other/domain.yaml": "not: read" });
    mkdirSync(join(parent, "mesh/domains"), { recursive: true });
    symlinkSync(join(parent, "mesh-other"), join(parent, "mesh/domains/users"));

    expect(findingsBelow(join(parent, "mesh")).map(headline)).toContain("domains/users:1:1 PathOutsideRoot");
  });

  test("a link that stays in the mesh is followed", () => {
    const root = meshDir(
      validMesh({ "shared/domain.yaml": ORDERS, "domains/orders/domain.yaml": undefined }),
    );
    symlinkSync("../../shared/domain.yaml", join(root, "domains/orders/domain.yaml"));

    expect(findingsBelow(root)).toEqual([]);
  });
});

describe("what a folder is called", () => {
  test("a domain's folder has the domain's name", () => {
    const [finding] = findingsIn({
      "domains/orders/domain.yaml": replaced(ORDERS, "name: orders", "name: sales"),
    });

    expect(finding).toMatchObject({
      code: "FolderMismatch",
      message: "name is 'sales' in the folder 'orders'",
      fix: "write orders, or rename the folder",
      position: { line: 3, column: 7 },
    });
  });

  test.each([
    ["order-paid", "name is 'order-placed' in the folder 'order-paid'", { line: 3, column: 7 }],
    ["order-placed.v2", "version is '1.2.0' in the folder 'order-placed.v2'", { line: 4, column: 10 }],
    ["order-placed.v100", "name is 'order-placed' in the folder 'order-placed.v100'", { line: 3, column: 7 }],
  ])("a product's folder has the product's name and perhaps its major: %s", (folder, message, position) => {
    const findings = findingsIn({
      [`${PRODUCTS}/order-placed/product.yaml`]: undefined,
      [`${PRODUCTS}/order-placed/contract.odcs.yaml`]: undefined,
      [`${PRODUCTS}/${folder}/product.yaml`]: ORDER_PLACED,
      [`${PRODUCTS}/${folder}/contract.odcs.yaml`]: CONTRACT,
    });

    expect(findings.filter(({ code }) => code === "FolderMismatch")).toMatchObject([{ message, position }]);
  });

  test("a folder's name that no name can be is shown without its dangerous characters", () => {
    const root = meshDir(validMesh());
    mkdirSync(join(root, "domains", "or\u001b[2Jders"));

    expect(findingsBelow(root)).toMatchObject([
      { code: "NameInvalid", at: { file: "domains/or\\u001b[2Jders" }, value: "or\\u001b[2Jders" },
    ]);
  });
});

describe("names that are mistaken for each other", () => {
  const domain = (name: string): string => replaced(ANALYTICS, "name: analytics", `name: ${name}`);

  test.each([
    ["sales", "sa1es"],
    ["sales", "sa-les"],
    ["sales", "saies"],
    ["orders", "0rders"],
    ["form", "forrn"],
    ["web", "vveb"],
  ])("domains %s and %s", (first, second) => {
    const findings = findingsIn({
      "domains/orders/domain.yaml": undefined,
      [`${PRODUCTS}/order-placed/product.yaml`]: undefined,
      [`${PRODUCTS}/order-placed/contract.odcs.yaml`]: undefined,
      [`domains/${first}/domain.yaml`]: domain(first),
      [`domains/${second}/domain.yaml`]: domain(second),
    });

    const [earlier, later] = [first, second].sort();
    expect(findings.filter(({ code }) => code === "NameConfusable")).toMatchObject([
      {
        message: `domain '${later}' looks like domain '${earlier}'`,
        value: later,
        at: { file: `domains/${later}/domain.yaml` },
        position: { line: 3, column: 7 },
        fix: "rename one of them",
      },
    ]);
  });

  test("products of one domain", () => {
    const findings = findingsIn({
      [`${PRODUCTS}/orderplaced/product.yaml`]: replaced(
        ORDER_PLACED,
        "name: order-placed",
        "name: orderplaced",
      ),
      [`${PRODUCTS}/orderplaced/contract.odcs.yaml`]: CONTRACT,
    });

    expect(findings.map(headline)).toEqual([`${PRODUCTS}/orderplaced/product.yaml:3:7 NameConfusable`]);
  });

  test("folders that differ in case alone are one folder elsewhere", () => {
    const findings = findingsIn({ "domains/Orders/domain.yaml": ORDERS });

    expect(findings).toMatchObject([
      { code: "FolderMismatch", at: { file: "domains/Orders/domain.yaml" } },
      {
        code: "NameCollision",
        message: "the domain folders 'Orders' and 'orders' are one on systems that ignore case",
        at: { file: "domains/orders/domain.yaml" },
        position: { line: 3, column: 7 },
      },
    ]);
  });

  test("one major version of a product has one folder", () => {
    const findings = findingsIn({
      [`${PRODUCTS}/order-placed.v1/product.yaml`]: ORDER_PLACED,
      [`${PRODUCTS}/order-placed.v1/contract.odcs.yaml`]: CONTRACT,
    });

    expect(findings).toMatchObject([
      {
        code: "NameCollision",
        message: "order-placed 1.2.0 has the major version that order-placed holds already",
        position: { line: 4, column: 10 },
      },
    ]);
  });
});

describe("sizes", () => {
  test("a file over the limit is not read", () => {
    const text = `${ORDERS}# ${"x".repeat(INPUT_LIMITS.fileBytes)}\n`;

    expect(findingsIn({ "domains/orders/domain.yaml": text })).toMatchObject([
      { code: "InputTooLarge", message: `the file has ${text.length} bytes`, rule: "at most 1048576 bytes" },
    ]);
  });

  test("a mesh with more domains than the limit says how many it has", () => {
    const root = meshDir(validMesh());
    for (let index = 0; index <= INPUT_LIMITS.domains; index++) mkdirSync(join(root, `domains/x${index}`));

    const tooMany = findingsBelow(root).filter(({ code }) => code === "InputTooLarge");

    expect(tooMany).toMatchObject([
      { message: `the mesh has ${INPUT_LIMITS.domains + 3} domains`, rule: "at most 2000" },
    ]);
  });

  test("a mesh with more products than the limit reads no more of them", () => {
    const root = meshDir(validMesh());
    for (let index = 0; index <= INPUT_LIMITS.products; index++) mkdirSync(join(root, PRODUCTS, `x${index}`));

    const findings = findingsBelow(root);

    expect(findings.filter(({ code }) => code === "InputTooLarge")).toMatchObject([
      { message: `the mesh has ${INPUT_LIMITS.products + 2} products`, rule: "at most 10000" },
    ]);
    expect(findings.filter(({ code }) => code === "FileMissing")).toHaveLength(INPUT_LIMITS.products - 1);
  });
});

test("a file where a folder belongs is a finding", () => {
  const root = meshDir({ "mesh.yaml": validMesh()["mesh.yaml"], domains: "not a folder" });

  expect(findingsBelow(root)).toMatchObject([
    { code: "FileUnreadable", message: "domains cannot be read", value: "ENOTDIR" },
  ]);
});

describe("locks", () => {
  test("are read when their domain is gone, since they are what is left of it", () => {
    const root = meshDir(validMesh({ "locks/payments.json": JSON.stringify(LOCK) }));

    expect(loadManifests(root).set?.locks.map(({ domain, file }) => [domain, file])).toEqual([
      ["payments", "locks/payments.json"],
    ]);
  });

  test.each([
    ["of another format", "locks/orders.json", { ...LOCK, format: "meshwright.lock/2" }, "LockFormatUnknown"],
    ["of no format", "locks/orders.json", { ...LOCK, format: undefined }, "LockFormatUnknown"],
    ["under a name that is no domain's", "locks/Orders.JSON", LOCK, "NameInvalid"],
  ])("%s are refused", (_what, file, lock, code) => {
    const { problems } = loadManifests(meshDir(validMesh({ [file]: JSON.stringify(lock) })));

    expect(problems.map((problem) => [problem.code, problem.at.file])).toEqual([[code, file]]);
  });
});
