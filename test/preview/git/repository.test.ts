import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { GitError, MAIN_BRANCHES, Repository } from "../../../src/preview/git";
import { meshDir } from "../../support/mesh-dir";
import { TestRepository } from "../support/test-repository";

const FILES = { "mesh.yaml": "a: 1\n" };

const around = ({ folder }: TestRepository) => Repository.around(folder);

describe("the commit that a branch is compared with", () => {
  test("is where the branch left the main branch, whatever came there since", async () => {
    const it = new TestRepository(FILES);
    const left = it.git("rev-parse", "HEAD");
    it.git("switch", "--quiet", "--create", "idea");
    it.commit("on the branch");
    it.git("switch", "--quiet", "main");
    it.commit("on main");
    it.git("switch", "--quiet", "idea");

    expect(await (await around(it)).leftMain()).toBe(left);
  });

  test("is the checked-out commit on main, with whatever is in no commit yet", async () => {
    const it = new TestRepository(FILES);
    const head = it.commit("second");
    it.write("mesh.yaml", "a: 2\n");

    expect(await (await around(it)).leftMain()).toBe(head);
  });

  test("is where others see main, when commits on main were not pushed yet", async () => {
    const it = new TestRepository(FILES);
    const pushed = it.git("rev-parse", "HEAD");
    it.git("update-ref", "refs/remotes/origin/main", pushed);
    it.commit("not pushed");

    expect(await (await around(it)).leftMain()).toBe(pushed);
  });

  test.each(["main", "master"])("is looked for on %s", async (branch) => {
    const it = new TestRepository(FILES, branch);

    expect(await (await around(it)).leftMain()).toBe(it.git("rev-parse", "HEAD"));
  });

  test("has to be named where there is no main branch", async () => {
    const it = new TestRepository(FILES, "trunk");

    await expect((await around(it)).leftMain()).rejects.toThrow(
      new GitError(
        "there is no main branch to compare with (looked for origin/HEAD, origin/main, origin/master, main, master); name a commit with --base",
      ),
    );
    expect(MAIN_BRANCHES).toEqual(["origin/HEAD", "origin/main", "origin/master", "main", "master"]);
  });

  test("has to be fetched into a clone without history", async () => {
    const it = new TestRepository(FILES);
    it.git("switch", "--quiet", "--create", "idea");
    it.commit("on the branch");
    it.git("switch", "--quiet", "main");
    const moved = it.commit("on main");
    const clone = join(meshDir({}), "clone");
    const git = (...words: string[]) => execFileSync("git", words, { cwd: clone });
    execFileSync("git", ["clone", "--quiet", "--depth=1", "--branch=idea", `file://${it.folder}`, clone]);
    git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");

    const repository = await Repository.around(clone);

    expect(await repository.commit("origin/main")).toBe(moved);
    await expect(repository.leftMain()).rejects.toThrow(
      new GitError(
        "'origin/main' and the checked-out commit have no history in common here; fetch more of it, or name a commit with --base",
      ),
    );
    await expect(repository.commit("HEAD~1")).rejects.toThrow(
      new GitError(
        "there is no commit 'HEAD~1' in this repository; fetch it (a shallow clone has none of its history), or name another with --base",
      ),
    );
  });
});

describe("a name", () => {
  test("of a branch, a tag or a part of a hash is the commit it stands for", async () => {
    const it = new TestRepository(FILES);
    const head = it.git("rev-parse", "HEAD");
    it.git("tag", "--annotate", "v1", "--message", "first");

    const repository = await around(it);

    for (const name of ["main", "v1", head.slice(0, 8), "HEAD"]) {
      expect(await repository.commit(name)).toBe(head);
    }
  });

  test.each(["nowhere", "", "--all", "-x", "^main", "main..HEAD", "HEAD:mesh.yaml", "a b"])(
    "'%s' is no commit",
    async (name) => {
      const repository = await around(new TestRepository(FILES));

      await expect(repository.commit(name)).rejects.toThrow(
        `there is no commit '${name}' in this repository; fetch it`,
      );
    },
  );
});

test("a repository without any commit has nothing to compare with", async () => {
  const folder = meshDir(FILES);
  execFileSync("git", ["init", "--quiet", "--initial-branch=main"], { cwd: folder });

  await expect((await Repository.around(folder)).leftMain()).rejects.toThrow(
    new GitError(
      "the repository of the mesh has no commit yet, so there is nothing to compare with; commit the mesh (git add --all, git commit) before you change it",
    ),
  );
});

describe("where there is no repository", () => {
  test("the mesh is in none", async () => {
    await expect(Repository.around(meshDir(FILES))).rejects.toThrow(
      new GitError(
        "the mesh is in no git repository, so there is nothing to compare with; make one of its folder (git init, git add --all, git commit) before you change it, or review plans made elsewhere with --plan",
      ),
    );
  });

  test("there is none without git", async () => {
    const { folder } = new TestRepository(FILES);
    const { PATH = "" } = process.env;
    process.env.PATH = "/nowhere";
    try {
      await expect(Repository.around(folder)).rejects.toThrow(
        new GitError("git was not found; install it, or review plans made elsewhere with --plan"),
      );
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe("a folder of the repository", () => {
  test("has a path from its top, through links too", async () => {
    const it = new TestRepository({ "data platform/käse/mesh.yaml": "a: 1\n" });
    const repository = await Repository.around(it.path("data platform/käse"));
    const link = join(meshDir({}), "link");
    symlinkSync(it.folder, link);

    expect(repository.top).toBe(realpathSync(it.folder));
    expect(repository.pathOf(it.path("data platform/käse"))).toBe("data platform/käse");
    expect(repository.pathOf(join(link, "data platform"))).toBe("data platform");
    expect(repository.pathOf(it.folder)).toBe("");
  });

  test("is changed when something in it is in no commit, not when something else is", async () => {
    const it = new TestRepository({ "mesh/mesh.yaml": "a: 1\n", "other/a": "a" });
    const repository = await around(it);

    expect(await repository.isChanged("mesh")).toBe(false);
    it.write("other/a", "b");
    expect(await repository.isChanged("mesh")).toBe(false);
    expect(await repository.isChanged("")).toBe(true);
    expect(await repository.isChanged("mesh", "none", "other")).toBe(true);
    it.write("mesh/new.yaml", "");
    expect(await repository.isChanged("mesh")).toBe(true);
  });

  test("a file is as it was, or was not there", async () => {
    const it = new TestRepository({ "ä b/mesh.yaml": "a: 1\n" });
    const commit = it.git("rev-parse", "HEAD");
    it.write("ä b/mesh.yaml", "a: 2\n");
    const repository = await around(it);

    expect(await repository.file(commit, "ä b/mesh.yaml")).toBe("a: 1");
    expect(await repository.file(commit, "ä b")).toBeUndefined();
    expect(await repository.file(commit, "none")).toBeUndefined();
  });

  test("is not looked for where a hook of Git would lead", async () => {
    const it = new TestRepository({ "mesh/mesh.yaml": "a: 1\n" });
    const other = new TestRepository({ "elsewhere/mesh.yaml": "a: 1\n" });
    mkdirSync(it.path("mesh/domains"));
    Object.assign(process.env, { GIT_DIR: other.path(".git"), GIT_INDEX_FILE: other.path(".git/index") });
    try {
      expect((await Repository.around(it.path("mesh"))).top).toBe(realpathSync(it.folder));
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
  });
});
