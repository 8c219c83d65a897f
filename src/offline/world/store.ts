import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from "node:fs";
import { readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, storeFailure, WorldError } from "./error";
import { journalLine, parseJournalLine, parseSnapshot, snapshotText, type Snapshot } from "./format";
import { processToken } from "./process-token";
import { temporaryName } from "./temporary";
import { applyChange, type StoreChange } from "./thing";

/** A journal below this size is not worth folding into the main file, in bytes. */
const SMALL_JOURNAL_BYTES = 1024 * 1024;

const MOST_READS = 5;

const HEADER = /^\{"journalOf":(\d+)\}$/;

/**
 * A world's two files. The main file holds everything; the journal beside it the transactions since, so that a change
 * costs the same however large the world is. Both are only changed under the store's lock, which the caller holds.
 *
 * Killed at any point, the files are whole: the main file is replaced in one step, the last line of the journal counts
 * only when it is complete, and a journal counts only for the generation of the main file it names.
 */
export class Store {
  private readonly journal: string;
  private content: Snapshot;
  private mainStamp = "";
  private mainBytes = 0;
  /** How far the journal has been read; 0 when there is none. */
  private read = 0;

  constructor(
    private readonly file: string,
    private readonly initial: Snapshot,
  ) {
    this.journal = `${file}.journal`;
    this.content = initial;
  }

  /** What the files say now: other processes may have written since. Right without the lock too, if not the latest. */
  current(): Snapshot {
    for (let tries = 1; ; tries++) {
      const failure = this.refreshed();
      const isStill = failure === undefined && stampOf(this.file) === this.mainStamp;
      if (isStill) return this.content;
      this.mainStamp = "";
      // The main file was replaced between the two reads: what was read does not belong together.
      if (tries < MOST_READS) continue;
      throw (
        failure ??
        new WorldError(`the world's store '${this.file}' keeps changing while it is read; try again`)
      );
    }
  }

  private refreshed(): Error | undefined {
    try {
      this.refreshMain();
      this.refreshJournal();
      return undefined;
    } catch (cause) {
      return asError(storeFailure(this.file, "read", cause));
    }
  }

  /** Adds a transaction. When it cannot be written, nothing has changed. */
  append(changes: readonly StoreChange[]): void {
    try {
      if (this.mainStamp === ABSENT) this.writeMain();
      this.appendLine(journalLine(changes));
    } catch (cause) {
      throw storeFailure(this.file, "written", cause);
    }
    for (const change of changes) applyChange(this.content.things, change);
    if (this.read > Math.max(SMALL_JOURNAL_BYTES, this.mainBytes)) this.fold();
  }

  /** Writes everything to the main file; the journal ends. */
  fold(): void {
    if (this.read === 0) return;
    try {
      this.writeMain();
    } catch (cause) {
      throw storeFailure(this.file, "written", cause);
    }
  }

  /** Removes both files, the journal last: without its main file it counts for nothing. */
  remove(): void {
    try {
      rmSync(this.file, { force: true });
      rmSync(this.journal, { force: true });
    } catch (cause) {
      throw storeFailure(this.file, "written", cause);
    }
  }

  private refreshMain(): void {
    const stamp = stampOf(this.file);
    if (stamp === this.mainStamp) return;
    const text = stamp === ABSENT ? undefined : readFileSync(this.file, "utf8");
    this.content = text === undefined ? copyOf(this.initial) : this.parsed(text);
    this.mainBytes = text?.length ?? 0;
    this.mainStamp = stamp;
    this.read = 0;
  }

  private parsed(text: string): Snapshot {
    try {
      return parseSnapshot(text);
    } catch (cause) {
      throw corrupt(this.file, cause);
    }
  }

  private refreshJournal(): void {
    const lines = contentFrom(this.journal, this.read).toString("utf8").split("\n");
    // What comes behind the last line break was not finished.
    lines.pop();
    for (const line of lines) {
      if (this.read === 0 && !this.isOurs(line)) return;
      if (this.read > 0) this.replay(line);
      this.read += Buffer.byteLength(line) + 1;
    }
  }

  /** A journal of an older generation is in the main file already; one without its main file counts for nothing. */
  private isOurs(header: string): boolean {
    if (this.mainStamp === ABSENT) return false;
    const generation = Number(HEADER.exec(header)?.[1] ?? "NaN");
    if (generation <= this.content.generation) return generation === this.content.generation;
    throw corrupt(this.journal, new Error(`it belongs to another '${this.file}'`));
  }

  private replay(line: string): void {
    try {
      for (const change of parseJournalLine(line)) applyChange(this.content.things, change);
    } catch (cause) {
      throw corrupt(this.journal, cause);
    }
  }

  private appendLine(line: string): void {
    const whole = this.read === 0 ? `{"journalOf":${this.content.generation}}\n${line}` : line;
    const handle = openSync(this.journal, this.read === 0 ? "w" : "r+", 0o600);
    try {
      // What a killed process has left unfinished behind the last line goes.
      ftruncateSync(handle, this.read);
      writeWhole(handle, whole, this.read);
      fdatasyncSync(handle);
    } catch (cause) {
      this.cutBack(handle);
      throw cause;
    } finally {
      closeSync(handle);
    }
    this.read += Buffer.byteLength(whole);
  }

  /** What was written of a line that failed goes; where even that fails, the next writer cuts it off. */
  private cutBack(handle: number): void {
    try {
      ftruncateSync(handle, this.read);
    } catch {
      return;
    }
  }

  private writeMain(): void {
    const next = { ...this.content, generation: this.content.generation + 1 };
    const text = snapshotText(next);
    if (this.mainStamp === ABSENT) rmSync(this.journal, { force: true });
    replaceFile(this.file, text);
    rmSync(this.journal, { force: true });
    this.content = next;
    this.mainBytes = text.length;
    this.mainStamp = stampOf(this.file);
    this.read = 0;
  }
}

const ABSENT = "absent";

/** Changes whenever the file does. */
function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? ABSENT : `${stat.ino}/${stat.size}/${stat.mtimeNs}`;
}

/** The bytes behind `position`; none when there is no file. */
function contentFrom(file: string, position: number): Buffer {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return Buffer.alloc(0);
    throw cause;
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - position));
    return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(handle, bytes, 0, bytes.length, position));
  } finally {
    closeSync(handle);
  }
}

/** Old bytes or new ones, never half, also when the power fails. */
function replaceFile(file: string, text: string): void {
  const temporary = temporaryName(file, processToken());
  try {
    const handle = openSync(temporary, "wx", 0o600);
    try {
      writeWhole(handle, text, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeWhole(handle: number, text: string, position: number): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    done += writeSync(handle, bytes, done, bytes.length - done, position + done);
  }
}

const copyOf = ({ things, ...rest }: Snapshot): Snapshot => ({
  ...rest,
  things: new Map([...things].map(([type, ofType]) => [type, new Map(ofType)])),
});

function corrupt(file: string, cause: unknown): WorldError {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new WorldError(
    `the world's store '${file}' cannot be understood: ${what}; repair it, or delete it to start with an empty world`,
    { cause },
  );
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
