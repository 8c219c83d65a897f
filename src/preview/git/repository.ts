import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { GitError, runGit } from "./run-git";

/** Where the main branch is looked for, in this order. */
export const MAIN_BRANCHES = ["origin/HEAD", "origin/main", "origin/master", "main", "master"] as const;

/** One object's name; `^main` would give one with a sign in front. */
const OBJECT = /^[0-9a-f]+$/;

/** The repository that a folder is in, to read: nothing of it is changed, its index neither. */
export class Repository {
  /** `top` is its absolute path. */
  private constructor(readonly top: string) {}

  /** @throws GitError when the folder is in no repository, or Git is not there. */
  static async around(folder: string): Promise<Repository> {
    try {
      return new Repository(await runGit(["rev-parse", "--show-toplevel"], { cwd: folder }));
    } catch (error) {
      if (!(error instanceof GitError) || !error.message.includes("not a git repository")) throw error;
      throw new GitError(
        "the mesh is in no git repository, so there is nothing to compare with; " +
          "make one of its folder (git init, git add --all, git commit) before you change it, or review plans made elsewhere with --plan",
      );
    }
  }

  /**
   * The commit that a name stands for, in full.
   *
   * @throws GitError that says so when there is none.
   */
  async commit(name: string): Promise<string> {
    const found = await this.find(`${name}^{commit}`);
    if (found !== undefined) return found;
    throw new GitError(
      `there is no commit '${name}' in this repository; fetch it (a shallow clone has none of its history), or name another with --base`,
    );
  }

  /**
   * Where the checked-out branch left the main branch; the checked-out commit itself on the main branch.
   *
   * @throws GitError when there is no main branch, or no history in common.
   */
  async leftMain(): Promise<string> {
    if ((await this.find("HEAD^{commit}")) === undefined) {
      throw new GitError(
        "the repository of the mesh has no commit yet, so there is nothing to compare with; " +
          "commit the mesh (git add --all, git commit) before you change it",
      );
    }
    for (const name of MAIN_BRANCHES) {
      const main = await this.find(`${name}^{commit}`);
      if (main === undefined) continue;
      try {
        return await this.git(["merge-base", main, "HEAD"]);
      } catch {
        throw new GitError(
          `'${name}' and the checked-out commit have no history in common here; fetch more of it, or name a commit with --base`,
        );
      }
    }
    throw new GitError(
      `there is no main branch to compare with (looked for ${MAIN_BRANCHES.join(", ")}); name a commit with --base`,
    );
  }

  /** The path of a folder in the repository, with `/`; empty for its top. */
  pathOf(folder: string): string {
    return relative(realpathSync(this.top), realpathSync(folder)).split(sep).join("/");
  }

  /** True when files below one of these paths are not as they are in the checked-out commit. */
  async isChanged(...paths: readonly string[]): Promise<boolean> {
    const named = paths.map((path) => (path === "" ? "." : path));
    return (await this.git(["status", "--porcelain", "--", ...named])) !== "";
  }

  /** A file as it was; undefined when it was not there. */
  async file(commit: string, path: string): Promise<string | undefined> {
    try {
      return await this.git(["cat-file", "blob", `${commit}:${path}`]);
    } catch {
      return undefined;
    }
  }

  /** The paths of all files of a name in a commit, sorted. */
  async filesCalled(commit: string, name: string): Promise<string[]> {
    const listed = await this.git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]);
    return listed.split("\0").filter((path) => path === name || path.endsWith(`/${name}`));
  }

  /** Writes a folder as it was in a commit to `target`; false when it was not there. Links become plain files. */
  async writeTree(commit: string, path: string, target: string): Promise<boolean> {
    // With a slash at its end it is a folder or nothing.
    const tree = await this.find(path === "" ? `${commit}^{tree}` : `${commit}:${path}/`);
    if (tree === undefined) return false;

    mkdirSync(target, { recursive: true });
    const index = join(dirname(target), `.index-${process.pid}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.git(["read-tree", tree], env);
      await this.git(["checkout-index", "--all", "--force", "--quiet", `--prefix=${target}/`], env);
    } finally {
      rmSync(index, { force: true });
    }
    return true;
  }

  private async find(object: string): Promise<string | undefined> {
    try {
      const found = await this.git(["rev-parse", "--verify", "--quiet", "--end-of-options", object]);
      return OBJECT.test(found) ? found : undefined;
    } catch (error) {
      if (error instanceof GitError && error.message.startsWith("git rev-parse")) return undefined;
      throw error;
    }
  }

  private git(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    return runGit(words, { cwd: this.top, env });
  }
}
