import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBase, type Base } from "../../../src/preview/base";
import { Repository } from "../../../src/preview/git";
import { fakeProgram } from "../../support/fake-program";
import { meshDir, type Files } from "../../support/mesh-dir";
import { lockFile, projectWithOldConstructs } from "../support/old-constructs";
import { TestRepository } from "../support/test-repository";

const MESH = { "mesh/mesh.yaml": "a: 1\n" };

/** Files below a folder. */
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** Opens a commit as the base of the mesh below `root`. */
async function opened(
  it: TestRepository,
  root = "mesh",
  env: NodeJS.ProcessEnv = process.env,
  commit = "HEAD",
) {
  const installed: string[] = [];
  const base: Base = await openBase({
    repository: await Repository.around(it.folder),
    commit: it.git("rev-parse", commit),
    root: it.path(root),
    ...{ environment: "prod", today: "2026-11-20", env, folder: join(meshDir({}), "base") },
    onInstall: (version) => installed.push(version),
  });
  return { base, installed };
}

test("a mesh of the same constructs is taken out of its commit", async () => {
  const it = new TestRepository({ ...MESH, "package-lock.json": lockFile({ version: "1.0.0" }) });
  it.write("mesh/mesh.yaml", "a: 2\n");

  const { base, installed } = await opened(it);

  expect(Object.keys(base)).toEqual(["root"]);
  expect(readFileSync(join(base.root ?? "", "mesh.yaml"), "utf8")).toBe("a: 1\n");
  expect(installed).toEqual([]);
});

test("a mesh whose base has no lock file is made with these constructs", async () => {
  const it = new TestRepository(MESH);
  it.write("package-lock.json", lockFile({ version: "1.0.0" }));

  expect(Object.keys((await opened(it)).base)).toEqual(["root"]);
});

test.each(["mesh", ""])("a mesh in '%s' that was not there is no base", async (root) => {
  const it = new TestRepository({ "README.md": "" });
  it.write(join(root, "mesh.yaml"), "a: 1\n");

  expect((await opened(it, root)).base).toEqual({});
});

describe("when the lock file named other constructs", () => {
  test("these are installed beside the base, without a registry, and make its stacks", async () => {
    const it = new TestRepository({
      ...below("platform", projectWithOldConstructs()),
      "platform/mesh/mesh.yaml": "",
    });
    it.write("platform/package-lock.json", lockFile({ version: "0.1.0", integrity: "sha512-new" }));

    const { base, installed } = await opened(it, "platform/mesh", {
      ...process.env,
      MESHWRIGHT_OFFLINE: "1",
      MESHWRIGHT_ENV: "dev",
    });

    expect(installed).toEqual(["0.0.7"]);
    expect(base.constructs).toBe("0.0.7");
    const stack = readFileSync(join(base.output ?? "", "stacks", "orders", "cdk.tf.json"), "utf8");
    expect(JSON.parse(stack)).toEqual({
      resource: { terraform_data: { made: { input: "synth --mesh --out prod 2026-11-20 in mesh" } } },
    });
    expect(existsSync(join(base.root ?? "", "mesh.yaml"))).toBe(true);
    expect(existsSync(it.path("platform/node_modules"))).toBe(false);
  });

  test("and these cannot run, the way out is named with what they said last", async () => {
    const script = "echo domain.yaml:4:3 error OwnerMissing nobody owns it; echo 1 error >&2; exit 1";
    const it = new TestRepository({ ...projectWithOldConstructs(script), ...MESH });
    it.remove("package-lock.json");

    await expect(opened(it)).rejects.toThrow(
      new Error(
        "the base was made with constructs 0.0.7, which cannot be run: domain.yaml:4:3 error OwnerMissing nobody owns it 1 error; name the folder of its stacks with --base-output",
      ),
    );
  });

  test("and these say nothing, it is said that they failed", async () => {
    const it = new TestRepository({ ...projectWithOldConstructs("exit 3"), ...MESH });
    it.remove("package-lock.json");

    await expect(opened(it)).rejects.toThrow(
      /^the base was made with constructs 0\.0\.7, which cannot be run: Command failed: \S+meshwright synth --mesh \S+ --out \S+; name the folder/,
    );
  });

  test("and npm refuses, its last words are told", async () => {
    const it = new TestRepository({ ...projectWithOldConstructs(), ...MESH });
    it.remove("package-lock.json");
    const npm = fakeProgram("npm", "for line in 1 2 3 4 5 6; do echo npm error $line $1 >&2; done; exit 1");

    await expect(opened(it, "mesh", { PATH: npm })).rejects.toThrow(
      new Error(
        "the base was made with constructs 0.0.7, which cannot be installed: npm error 2 ci npm error 3 ci npm error 4 ci npm error 5 ci npm error 6 ci; name the folder of its stacks with --base-output",
      ),
    );
  });

  test("and there is no npm, that is told", async () => {
    const it = new TestRepository({ ...projectWithOldConstructs(), ...MESH });
    it.remove("package-lock.json");

    await expect(opened(it, "mesh", { PATH: "/nowhere" })).rejects.toThrow(
      "the base was made with constructs 0.0.7, which cannot be installed: spawn npm ENOENT; name",
    );
  });
});
