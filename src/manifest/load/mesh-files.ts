import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import { nearest, type Problem } from "../../finding";
import { INPUT_LIMITS } from "../limits";
import { error, printable } from "../problem";
import { tooLarge } from "../yaml";

/** What stands in a folder; installed packages and names that start with a dot are no part of a mesh. */
export interface Listing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Links that are a problem already. */
  readonly refused: readonly string[];
}

type Kind = "file" | "folder" | "refused" | undefined;

const NOTHING: Listing = { folders: [], files: [], refused: [] };
const START = { line: 1, column: 1 };
/** Letters that any file system and terminal takes as they are; a folder's name has to be a name of the mesh anyway. */
const PLAIN_NAME = /^[A-Za-z0-9._-]+$/;

/** The files below a mesh's root, by paths relative to it with `/`. What cannot be read becomes a problem, once. */
export class MeshFiles {
  public readonly problems: Problem[] = [];
  private readonly realRoot: string;

  /** @param root absolute. */
  public constructor(private readonly root: string) {
    this.realRoot = realpathSync(root);
  }

  /** Folders and files in a folder, sorted; nothing when it is not there. */
  public list(folder: string): Listing {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(this.root, folder), { withFileTypes: true });
    } catch (reason) {
      if (codeOf(reason) !== "ENOENT") this.unreadable(folder, reason);
      return NOTHING;
    }
    const folders: string[] = [];
    const files: string[] = [];
    const refused: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const kind = this.kindOf(entry, folder);
      if (kind === "refused") refused.push(entry.name);
      else if (kind === "file") files.push(entry.name);
      else if (kind === "folder" && this.isPlain(entry.name, folder)) folders.push(entry.name);
    }
    return { folders: folders.sort(), files: files.sort(), refused };
  }

  /** The bytes of a file, or undefined with a problem. */
  public read(file: string): Buffer | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(join(this.root, file), "r");
      const { size } = fstatSync(descriptor);
      if (size > INPUT_LIMITS.fileBytes) {
        this.problems.push(tooLarge(file, size));
        return undefined;
      }
      const bytes = Buffer.allocUnsafe(size);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, size, 0));
    } catch (reason) {
      this.unreadable(file, reason);
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  /** True when a folder holds a file; if not, that is a problem, which names the file that may be meant. */
  public has(folder: string, name: string, { files, refused }: Listing): boolean {
    if (files.includes(name)) return true;
    if (!refused.includes(name)) this.missing(folder, name, files);
    return false;
  }

  /** Says that something is not there, and which of those that are there may be meant. */
  public missing(folder: string, name: string, present: readonly string[]): void {
    const stem = name.replace(/\.[^.]*$/, "");
    const meant = present.find((each) => nearest(each.replace(/\.[^.]*$/, ""), [stem]) !== undefined);
    const file = pathOf(folder, name);
    this.problems.push(
      error(
        "FileMissing",
        { file, path: [], position: START },
        {
          message: `${file} is missing`,
          ...(meant === undefined ? {} : { value: printable(meant) }),
          fix: meant === undefined ? `write ${name}` : `rename ${printable(meant)} to ${name}`,
        },
      ),
    );
  }

  private kindOf(entry: Dirent, folder: string): Kind {
    if (entry.isFile()) return "file";
    if (entry.isDirectory()) return "folder";
    return entry.isSymbolicLink() ? this.kindOfLink(pathOf(folder, entry.name)) : undefined;
  }

  private kindOfLink(path: string): Kind {
    try {
      const target = realpathSync(join(this.root, path));
      if (target !== this.realRoot && !target.startsWith(this.realRoot + sep)) {
        this.problems.push(linkOutside(path));
        return "refused";
      }
      const stats = statSync(target);
      return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : undefined;
    } catch (reason) {
      this.unreadable(path, reason);
      return "refused";
    }
  }

  private isPlain(name: string, folder: string): boolean {
    if (PLAIN_NAME.test(name)) return true;
    this.problems.push(
      error(
        "NameInvalid",
        { file: printable(pathOf(folder, name)), path: [], position: START },
        {
          message: `the folder's name '${printable(name)}' holds characters that names cannot hold`,
          value: printable(name),
          rule: "lower-case words of letters and digits joined by single hyphens",
          fix: "rename the folder",
        },
      ),
    );
    return false;
  }

  private unreadable(file: string, reason: unknown): void {
    const code = codeOf(reason);
    this.problems.push(
      error(
        "FileUnreadable",
        { file: printable(file), path: [], position: START },
        {
          message: `${printable(file)} cannot be read`,
          ...(code === undefined ? {} : { value: code }),
          fix: "check that it exists, is what its name says, and may be read",
        },
      ),
    );
  }
}

/** Joins below the mesh's root, always with `/`. */
export const pathOf = (...steps: readonly string[]): string => steps.filter((step) => step !== "").join("/");

const linkOutside = (file: string): Problem =>
  error(
    "PathOutsideRoot",
    { file: printable(file), path: [], position: START },
    {
      message: `${printable(file)} is a link that leads out of the mesh`,
      rule: "files and folders below the mesh's root",
      fix: "copy what it leads to",
    },
  );

/** The system's code of a failure, such as `EACCES`. */
function codeOf(reason: unknown): string | undefined {
  const { code } = Object(reason) as { readonly code?: unknown };
  return typeof code === "string" ? code : undefined;
}
