import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file's content, as {@link digestOf} gives it. */
export type Digest = string;

/** SHA-256 of a file's bytes, in base64url. */
export function digestOf(bytes: Uint8Array): Digest {
  return createHash("sha256").update(bytes).digest("base64url");
}

interface Stored {
  readonly version: string;
  readonly entries: Readonly<Record<string, unknown>>;
}

/**
 * Remembers from run to run what was made of files that did not change. It believes what its own file says: keep that
 * file out of version control, so that nobody can hand in results with a pull request.
 */
export class FileCache {
  private readonly used = new Map<string, unknown>();
  private misses = 0;

  private constructor(
    private readonly file: string,
    private readonly version: string,
    private readonly entries: ReadonlyMap<string, unknown>,
  ) {}

  /**
   * Opens the cache that `file` holds; an empty one when it is not there, is damaged, or is of another version.
   *
   * @param version of everything that results depend on besides the files: at least the library's.
   */
  public static open(file: string, version: string): FileCache {
    return new FileCache(file, version, storedEntries(file, version));
  }

  /**
   * What `compute` returns for this content, from an earlier run when it is known.
   *
   * @param kind says what is computed, and holds everything else that the result depends on, such as the file's path.
   * @param content the file's bytes or their digest.
   * @param compute a pure function; its result must survive JSON unchanged.
   */
  public through<T>(kind: string, content: Uint8Array | Digest, compute: () => T): T {
    const key = `${kind} ${typeof content === "string" ? content : digestOf(content)}`;
    const known = this.used.get(key) ?? this.entries.get(key);
    const result = known === undefined ? compute() : (known as T);
    if (known === undefined) this.misses++;
    this.used.set(key, result);
    return result;
  }

  /** Writes what this run used, when that is not what the file holds already. Never throws: a cache is a convenience. */
  public save(): void {
    if (this.misses === 0 && this.used.size === this.entries.size) return;
    const stored: Stored = { version: this.version, entries: Object.fromEntries(this.used) };
    const temporary = `${this.file}.${process.pid}.tmp`;
    const isWritten = succeeds(() => {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(temporary, JSON.stringify(stored));
      renameSync(temporary, this.file);
    });
    if (!isWritten) succeeds(() => rmSync(temporary, { force: true }));
  }
}

function storedEntries(file: string, version: string): ReadonlyMap<string, unknown> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isStored(stored) && stored.version === version
      ? new Map(Object.entries(stored.entries))
      : new Map();
  } catch {
    return new Map();
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("version" in value) || !("entries" in value))
    return false;
  const { entries } = value;
  return typeof entries === "object" && entries !== null && !Array.isArray(entries);
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
