import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { MESH, meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN, filesIn, PRODUCT } from "./support/files";
import { run } from "./support/run";

const LOCK = "locks/orders.json";
const LOCKED = {
  apiVersion: "meshwright/v1",
  kind: "DomainLock",
  format: "meshwright.lock/1",
  products: {
    "order-placed.v1": {
      lifecycle: "active",
      topic: { partitions: 6, cleanup: "delete", deadLetter: false, retries: 0, retentionSeconds: 604_800 },
      bucket: { retentionSeconds: 34_560_000 },
      schema: true,
    },
  },
};

describe("codeowners", () => {
  test("every domain belongs to its owner, all else to the first team", async () => {
    const root = meshDir(validMesh());

    const { code, stdout } = await run(root, "codeowners");

    expect(stdout).toBe("wrote CODEOWNERS\n");
    expect(code).toBe(0);
    expect(readFileSync(join(root, "CODEOWNERS"), "utf8").split("\n").slice(1)).toEqual([
      "* @shop/order-management",
      "/domains/analytics/ @shop/analytics",
      "/domains/orders/ @shop/order-management",
      "",
    ]);
  });

  test("teams are those of the repository's owner, where an environment deploys from one", async () => {
    const deploy = "    deploy: { provider: token.example.com, repository: shop-data/mesh }\nalerts:";
    const root = meshDir(validMesh({ "mesh.yaml": MESH.replace("alerts:", deploy) }));

    await run(root, "codeowners");

    expect(readFileSync(join(root, "CODEOWNERS"), "utf8")).toContain(
      "/domains/orders/ @shop-data/order-management\n",
    );
  });

  test("--check writes nothing, and fails until the file is up to date", async () => {
    const root = meshDir(validMesh());

    const before = await run(root, "codeowners --check");
    expect(before).toEqual({
      code: 1,
      stdout: "",
      stderr: "CODEOWNERS is not up to date; run meshwright codeowners and commit what it writes\n",
    });
    expect(filesIn(root)).not.toHaveProperty("CODEOWNERS");

    await run(root, "codeowners");
    expect(await run(root, "codeowners --check")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("a file that is up to date is left alone", async () => {
    const root = meshDir(validMesh());
    await run(root, "codeowners");
    const { mtimeMs } = statSync(join(root, "CODEOWNERS"));

    const { stdout } = await run(root, "codeowners");

    expect(stdout).toBe("everything is up to date\n");
    expect(statSync(join(root, "CODEOWNERS")).mtimeMs).toBe(mtimeMs);
  });
});

describe("lock", () => {
  test("every domain with products is locked as it is now", async () => {
    const root = meshDir(validMesh());

    const { stdout } = await run(root, "lock --format json");

    expect(JSON.parse(stdout)).toEqual({ format: "meshwright.files/1", written: [LOCK], next: [] });
    expect(JSON.parse(readFileSync(join(root, LOCK), "utf8"))).toEqual(LOCKED);
    expect((await run(root, "validate --strict")).code).toBe(0);
  });

  test("a loss that nobody acknowledged is an error, and the lock stays", async () => {
    const fewer = changed(PRODUCT, "partitions: 6", "partitions: 3");
    const lock = JSON.stringify(LOCKED);
    const root = meshDir(validMesh({ ...fewer, [LOCK]: lock }));

    const { code, stdout } = await run(root, "lock");

    expect(stdout).toContain("error PartitionDecrease");
    expect(readFileSync(join(root, LOCK), "utf8")).toBe(lock);
    expect(code).toBe(1);
  });

  test("--check names the locks that are not up to date", async () => {
    const { code, stderr } = await run(meshDir(validMesh()), "lock --check");

    expect(stderr).toBe(`${LOCK} is not up to date; run meshwright lock and commit what it writes\n`);
    expect(code).toBe(1);
  });

  test("one domain can be locked alone, and an unknown one not at all", async () => {
    const root = meshDir(validMesh());

    expect((await run(root, "lock analytics")).stdout).toBe("everything is up to date\n");
    expect((await run(root, "lock order")).stderr).toBe(
      "error: there is no domain 'order'; did you mean orders?\n",
    );
  });
});

test("from a mesh with errors nothing is generated", async () => {
  const root = meshDir(validMesh(changed(DOMAIN, "order-management", "nobody")));

  for (const words of ["codeowners", "lock"]) expect((await run(root, words)).code).toBe(1);
  expect(Object.keys(filesIn(root))).toHaveLength(5);
});
