import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A mesh in a working tree, to be changed as a person would. */
export class EditableMesh {
  constructor(readonly root: string) {}

  /** @throws Error when the text is not in the file: an edit that does nothing tests nothing. */
  replace(file: string, from: string | RegExp, to: string): void {
    const path = join(this.root, file);
    const text = readFileSync(path, "utf8");
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(path, edited);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  append(file: string, text: string): void {
    this.write(file, readFileSync(join(this.root, file), "utf8") + text);
  }

  copy(from: string, to: string): void {
    this.write(to, readFileSync(join(this.root, from), "utf8"));
  }

  move(from: string, to: string): void {
    renameSync(join(this.root, from), join(this.root, to));
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }
}
