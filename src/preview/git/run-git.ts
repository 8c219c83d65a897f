import { execFile } from "node:child_process";

/** Git refused, or is not there. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** A repository's own settings must not run programs in ours. */
const SAFE = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.symlinks=false"];

/** Git sets these for its hooks; they would lead away from the folder that is asked about. */
const OF_HOOKS = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

/** Reading must not write: without this, `git status` renews the index. */
const ONLY_READS = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };

const LARGEST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What a run of Git needs besides its words. */
export interface GitOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs Git and returns what it says, without the last line break.
 *
 * @throws GitError with Git's own first line.
 */
export function runGit(words: readonly string[], { cwd, env = {} }: GitOptions): Promise<string> {
  const options = {
    cwd,
    env: { ...process.env, ...OF_HOOKS, ...ONLY_READS, ...env },
    maxBuffer: LARGEST_OUTPUT_BYTES,
  };
  return new Promise((resolve, reject) => {
    execFile("git", [...SAFE, ...words], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.replace(/\n$/, ""));
      else if (error.code === "ENOENT") {
        reject(new GitError("git was not found; install it, or review plans made elsewhere with --plan"));
      } else {
        const [first = ""] = stderr.split("\n");
        reject(new GitError(`git ${words[0] ?? ""}: ${first.replace(/^fatal: /, "") || error.message}`));
      }
    });
  });
}
