import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { meshDir, type Files } from "../../support/mesh-dir";

const IDENTITY = ["-c", "user.name=test", "-c", "user.email=test@shop.example", "-c", "commit.gpgsign=false"];

/** A repository in a temporary folder, with what its files say committed on `main`; removed after the tests. */
export class TestRepository {
  readonly folder: string;

  constructor(files: Files, branch = "main") {
    this.folder = meshDir(files);
    this.git("init", "--quiet", `--initial-branch=${branch}`);
    this.commit();
  }

  /** Runs Git and returns what it says. */
  git(...words: string[]): string {
    return execFileSync("git", [...IDENTITY, ...words], { cwd: this.folder, encoding: "utf8" }).trim();
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }

  /** Commits everything and returns the commit. */
  commit(message = "a change"): string {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
    return this.git("rev-parse", "HEAD");
  }
}

/** Files as they are in a folder of the repository. */
export const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** A repository with a mesh, to which an idea is added that is in no commit. */
export function repositoryWith(base: Files, head: Files): TestRepository {
  const it = new TestRepository(base);
  for (const [path, text] of Object.entries(head)) if (text !== undefined) it.write(path, text);
  return it;
}
