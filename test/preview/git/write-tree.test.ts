import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { Repository } from "../../../src/preview/git";
import { filesIn } from "../../cli/support/files";
import { meshDir } from "../../support/mesh-dir";
import { TestRepository } from "../support/test-repository";

/** A folder that is not there yet, in one that is. */
const target = (): string => join(meshDir({}), "base");

/** Writes a folder of the last commit. */
async function written(it: TestRepository, path: string, to = target()) {
  const repository = await Repository.around(it.folder);
  const isThere = await repository.writeTree(it.git("rev-parse", "HEAD"), path, to);
  return { isThere, files: isThere ? filesIn(to) : {}, to };
}

test("a mesh in a folder is written alone, one at the top with everything", async () => {
  const it = new TestRepository({ "mesh/mesh.yaml": "a: 1\n", "mesh/domains/a.yaml": "b", "other.txt": "c" });

  expect((await written(it, "mesh")).files).toEqual({ "mesh.yaml": "a: 1\n", "domains/a.yaml": "b" });
  expect((await written(it, "")).files).toEqual({
    "mesh/mesh.yaml": "a: 1\n",
    "mesh/domains/a.yaml": "b",
    "other.txt": "c",
  });
});

test("paths may have blanks and umlauts", async () => {
  const it = new TestRepository({ "data platform/käse [1]/für uns.yaml": "a", "data platform/x": "b" });

  expect((await written(it, "data platform/käse [1]")).files).toEqual({ "für uns.yaml": "a" });
});

test("a folder that was not there is told, and nothing is written", async () => {
  const it = new TestRepository({ "mesh.yaml": "a: 1\n" });
  it.write("later/mesh.yaml", "a: 1\n");

  for (const path of ["later", "none/deeper", "mesh.yaml"]) {
    const { isThere, to } = await written(it, path);
    expect(isThere).toBe(false);
    expect(existsSync(to)).toBe(false);
  }
});

test("links become plain files, so that nothing leads out of the folder", async () => {
  const it = new TestRepository({ "mesh/mesh.yaml": "a: 1\n" });
  symlinkSync("/etc/passwd", it.path("mesh/link"));
  symlinkSync("..", it.path("mesh/folder"));
  it.commit();

  const { to, files } = await written(it, "mesh");

  expect(lstatSync(join(to, "link")).isFile()).toBe(true);
  expect(lstatSync(join(to, "folder")).isFile()).toBe(true);
  expect(files).toEqual({ "mesh.yaml": "a: 1\n", link: "/etc/passwd", folder: ".." });
});

test("programs that the repository's settings name are not run", async () => {
  const it = new TestRepository({ "mesh.yaml": "a: 1\n" });
  it.write(".git/hooks/post-checkout", `#!/bin/sh\ntouch ${it.path("ran")}\n`);
  it.git("config", "core.fsmonitor", `touch ${it.path("ran")}`);

  await written(it, "");
  await (await Repository.around(it.folder)).isChanged("");

  expect(existsSync(it.path("ran"))).toBe(false);
});

test("nothing of the repository is changed: not its index, its branch, its files or what lies in .git", async () => {
  const it = new TestRepository({ "mesh/mesh.yaml": "a: 1\n", staged: "a", dirty: "a" });
  const base = it.commit("second");
  it.git("switch", "--quiet", "--create", "idea");
  it.write("staged", "b");
  it.git("add", "staged");
  it.write("dirty", "b");
  it.write("untracked", "c");
  // An index that git status would renew.
  utimesSync(it.path("mesh/mesh.yaml"), 1, 1);
  const before = everything(it);

  const repository = await Repository.around(it.folder);
  await repository.writeTree(base, "mesh", target());
  await repository.leftMain();
  expect(await repository.isChanged("")).toBe(true);

  expect(everything(it)).toEqual(before);
  expect(it.git("status", "--porcelain").split("\n")).toEqual(["M dirty", "M  staged", "?? untracked"]);
});

/** Every file of the repository and its `.git`, as bytes. */
function everything({ folder }: TestRepository): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    lstatSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "base64")]));
}
