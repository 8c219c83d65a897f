import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CONTRACT, meshDir, MESH, validMesh } from "../support/mesh-dir";
import { CONTRACT_PATH, filesIn } from "./support/files";
import { run } from "./support/run";

const DOMAIN_WORDS = "new domain returns --team finance --email returns@example.com";

/** The only finding a test allows to be new: none. */
async function expectValid(root: string): Promise<void> {
  const { stdout } = await run(root, "validate --notes");
  expect(stdout).toMatch(/^0 errors, 0 warnings, 0 notes in /);
}

test("a new domain is a manifest that validates, and says what comes next", async () => {
  const root = meshDir(validMesh());

  const outcome = await run(root, `${DOMAIN_WORDS} --parent orders`);

  expect(outcome).toEqual({
    code: 0,
    stdout: [
      "wrote domains/returns/domain.yaml",
      "",
      "Next",
      "  npx meshwright new product returns/<product>",
      "  npx meshwright codeowners",
      "",
    ].join("\n"),
    stderr: "",
  });
  expect(readFileSync(join(root, "domains/returns/domain.yaml"), "utf8")).toMatch(
    new RegExp(
      [
        "^# yaml-language-server: \\$schema=../../node_modules/meshwright/schemas/domain.schema.json",
        "apiVersion: meshwright/v1",
        "kind: Domain",
        "name: returns",
        "parent: orders",
        "owner: { team: finance, email: returns@example.com }\n",
      ].join("\n"),
    ),
  );
  await expectValid(root);
});

test.each([
  ["topic", ["contract.odcs.yaml", "product.yaml"]],
  ["bucket", ["contract.odcs.yaml", "product.yaml"]],
  ["schema", ["contract.odcs.yaml", "migrations/V1__parcel_back.sql", "product.yaml"]],
  ["schema,topic", ["contract.odcs.yaml", "migrations/V1__parcel_back.sql", "product.yaml"]],
  ["topic,bucket,schema", ["contract.odcs.yaml", "migrations/V1__parcel_back.sql", "product.yaml"]],
])("a new product with %s validates", async (ports, expected) => {
  const root = meshDir(validMesh());

  const { code, stderr } = await run(root, `new product orders/parcel-back --ports ${ports}`);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(Object.keys(filesIn(join(root, "domains/orders/products/parcel-back")))).toEqual(expected);
  await expectValid(root);
});

test("a new product is a draft with a topic, its schema four folders up", async () => {
  const root = meshDir(validMesh());

  await run(root, "new product orders/parcel-back");

  const text = readFileSync(join(root, "domains/orders/products/parcel-back/product.yaml"), "utf8");
  expect(text).toContain(
    "# yaml-language-server: $schema=../../../../node_modules/meshwright/schemas/product.schema.json\n",
  );
  expect(text).toContain("\nlifecycle: draft\n");
  expect(text).toContain("\nports:\n  topic: { partitions: 6, retention: 7d }\nslo:");
});

test("the migration is what meshwright migration prints", async () => {
  const root = meshDir(validMesh());
  const path = "domains/orders/products/parcel-back/migrations/V1__parcel_back.sql";
  const created = await run(root, "new product orders/parcel-back --ports topic,schema --format json");
  const { next } = JSON.parse(created.stdout) as { next: string[] };

  const { stdout } = await run(root, "migration orders/parcel-back");

  expect(next.at(-1)).toBe(`npx meshwright migration orders/parcel-back.v1 > ${path}`);
  expect(stdout).toBe(readFileSync(join(root, path), "utf8"));
  expect(stdout).toContain('CREATE TABLE "orders__parcel_back__v1"."parcel_back_rows"');
});

test("schemas are where mesh.yaml says they are", async () => {
  const line = "# yaml-language-server: $schema=../../schemas/mesh.schema.json\n";
  const root = meshDir(validMesh({ "mesh.yaml": line + MESH }));

  await run(root, DOMAIN_WORDS);

  expect(readFileSync(join(root, "domains/returns/domain.yaml"), "utf8")).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/\.\.\/schemas\/domain\.schema\.json\n/,
  );
});

test("a new major stands beside the old one", async () => {
  const root = meshDir(validMesh());

  const { stdout } = await run(root, "new product orders/order-placed --version 2.0.0 --format json");

  expect(JSON.parse(stdout)).toEqual({
    format: "meshwright.files/1",
    written: [
      "domains/orders/products/order-placed.v2/product.yaml",
      "domains/orders/products/order-placed.v2/contract.odcs.yaml",
    ],
    next: [
      "describe the data in domains/orders/products/order-placed.v2/contract.odcs.yaml",
      "npx meshwright validate",
    ],
  });
  await expectValid(root);
});

test("a file of the mesh may be a link to another one", async () => {
  const root = meshDir(validMesh({ [CONTRACT_PATH]: undefined, "domains/orders/promise.yaml": CONTRACT }));
  symlinkSync("../../promise.yaml", join(root, CONTRACT_PATH));

  expect((await run(root, DOMAIN_WORDS)).code).toBe(0);
});

test("a classification that the mesh does not know is not written", async () => {
  const root = meshDir(
    validMesh({
      "mesh.yaml": `${MESH}policy: { classifications: [open, secret], personal: [secret] }\n`,
      "domains/orders/products/order-placed/product.yaml": undefined,
      "domains/orders/products/order-placed/contract.odcs.yaml": undefined,
      "domains/analytics/domain.yaml": undefined,
    }),
  );

  await run(root, "new product orders/parcel-back");

  const path = "domains/orders/products/parcel-back/contract.odcs.yaml";
  expect(readFileSync(join(root, path), "utf8")).toContain("classification: open\n");
  await expectValid(root);
});

describe("nothing is written", () => {
  async function expectNothing(root: string, words: string | readonly string[]) {
    const before = filesIn(root);
    const outcome = await run(root, words);
    expect(filesIn(root)).toEqual(before);
    expect(outcome.code).not.toBe(0);
    return outcome;
  }

  test("when the mesh would have an error with it", async () => {
    const { code, stdout, stderr } = await expectNothing(
      meshDir(validMesh()),
      "new domain returns --team fnance --email returns@example.com",
    );

    expect(stdout).toContain("domains/returns/domain.yaml:5:16 error OwnerMissing");
    expect(stdout).toContain("write team: finance");
    expect(stderr).toBe("1 error; correct it first\n");
    expect(code).toBe(1);
  });

  test("when the mesh has an error already", async () => {
    const root = meshDir(validMesh({ "domains/analytics/domain.yaml": "kind: Domain\n" }));

    const { code, stdout } = await expectNothing(root, `${DOMAIN_WORDS} --format json`);

    expect(JSON.parse(stdout)).toHaveProperty("format", "meshwright.findings/1");
    expect(code).toBe(1);
  });

  test("when the parent is unknown", async () => {
    const { stdout } = await expectNothing(meshDir(validMesh()), `${DOMAIN_WORDS} --parent ordres`);

    expect(stdout).toContain("error UnknownDomain");
  });

  test("over something that is there", async () => {
    const root = meshDir(validMesh());

    const domain = await expectNothing(root, "new domain orders --team finance --email a@example.com");
    const product = await expectNothing(root, "new product orders/order-placed");

    expect(domain.stderr).toBe("error: already there, and not overwritten: domains/orders/domain.yaml\n");
    expect(product.stderr).toBe(
      "error: already there, and not overwritten: domains/orders/products/order-placed/product.yaml, " +
        "domains/orders/products/order-placed/contract.odcs.yaml\n",
    );
  });

  test.each([
    ["../../etc", "domain '../../etc' must be lower-case words"],
    ["Orders", "domain 'Orders' must be lower-case words"],
    ["platform", "domain 'platform' is reserved"],
    ["a: b, c: d", "domain 'a: b, c: d' must be lower-case words"],
  ])("for a domain named %s", async (name, message) => {
    const words = ["new", "domain", name, "--team", "finance", "--email", "a@example.com"];

    const { code, stderr } = await expectNothing(meshDir(validMesh()), words);

    expect(stderr).toContain(`error: ${message}`);
    expect(code).toBe(2);
  });

  test.each([
    ["order-placed", "a product is named domain/product"],
    ["orders/a/b", "a product is named domain/product"],
    ["orders/../x", "a product is named domain/product"],
    ["orders/Parcel", "product 'Parcel' must be lower-case words"],
    ["ordrs/parcel", "there is no domain 'ordrs'; did you mean orders?"],
  ])("for a product named %s", async (name, message) => {
    const { code, stderr } = await expectNothing(meshDir(validMesh()), ["new", "product", name]);

    expect(stderr).toContain(`error: ${message}`);
    expect(code).toBe(2);
  });

  test("for words that YAML would read as something else", async () => {
    const hostile = 'x }\nsubscriptions: [{ product: "orders/order-placed" }]';
    const words = ["new", "domain", "returns", "--team", hostile, "--email", "a@example.com"];

    const { code, stdout } = await expectNothing(meshDir(validMesh()), words);

    expect(stdout).toMatch(/^domains\/returns\/domain\.yaml:5:16 error /);
    expect(code).toBe(1);
  });

  test("for ports and versions of another form", async () => {
    const root = meshDir(validMesh());

    const ports = await expectNothing(root, "new product orders/parcel-back --ports topic,queue");
    const version = await expectNothing(root, "new product orders/parcel-back --version 2");

    expect(ports.stderr).toContain("Ports are topic, bucket, schema; 'queue' is none.");
    expect(version.stderr).toContain("A version is major.minor.patch");
    expect([ports.code, version.code]).toEqual([2, 2]);
  });
});
