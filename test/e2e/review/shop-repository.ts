import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EditableMesh } from "./editable-mesh";

const SHOP = join(__dirname, "..", "..", "..", "examples", "shop");

/** A repository with the shop mesh in it, committed on its main branch. */
export class ShopRepository {
  readonly folder = mkdtempSync(join(tmpdir(), "meshwright-test-"));

  constructor() {
    cpSync(SHOP, join(this.folder, "shop"), { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit("the shop");
  }

  /** A working tree of its own. */
  copy(): EditableMesh {
    const folder = mkdtempSync(join(tmpdir(), "meshwright-test-"));
    copies.push(folder);
    cpSync(this.folder, folder, { recursive: true });
    return new EditableMesh(join(folder, "shop"));
  }

  commit(message: string, folder = this.folder): void {
    this.gitIn(folder, "add", "--all");
    this.gitIn(folder, "commit", "--quiet", "--message", message);
  }

  private git(...words: string[]): void {
    this.gitIn(this.folder, ...words);
  }

  private gitIn(cwd: string, ...words: string[]): void {
    const identity = [
      "-c",
      "user.name=test",
      "-c",
      "user.email=test@shop.example",
      "-c",
      "commit.gpgsign=false",
    ];
    execFileSync("git", [...identity, ...words], { cwd, stdio: ["ignore", "ignore", "inherit"] });
  }

  remove(): void {
    for (const folder of [this.folder, ...copies.splice(0)]) rmSync(folder, { recursive: true, force: true });
  }
}

const copies: string[] = [];
