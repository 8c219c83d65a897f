import { isWord, plainInBlock, plainInFlow, quoted, UNSURE, type Scanned } from "./simple-scalars";

/** Larger texts are left to the full reader, which counts what it reads. */
const MAX_LENGTH = 64 * 1024;
/** Well below the limit of the full reader. */
const MAX_DEPTH = 32;
/** Tabs, carriage returns, control characters and surrogates: none of them is simple. */
const UNUSUAL = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const KEY = /([A-Za-z_$][\w$.-]*):(?: +|$)/y;
const FLOW_KEY = /([A-Za-z_$][\w$.-]*): +/y;
const PROTOTYPE_KEY = /^(?:__proto__|constructor|prototype)$/;

/**
 * Reads the plain kind of YAML that manifests are mostly written in, about ten times as fast as a full parser: block
 * lists and fields, bracketed ones on one line, text with and without quotes on one line, comments.
 *
 * It never refuses anything. Where a text holds something else, or something wrong, the answer is undefined and the
 * full reader decides; where it answers, the full reader would say the same (a property test compares the two).
 */
export function readSimpleYaml(text: string): unknown {
  if (text.length > MAX_LENGTH || UNUSUAL.test(text)) return undefined;
  const value = new SimpleReader(text).read();
  return value === UNSURE ? undefined : value;
}

class SimpleReader {
  private readonly lines: readonly string[];
  private at = -1;
  private line = "";
  /** Column in which the rest of the current line starts; -1 behind the last line. */
  private column = -1;

  public constructor(text: string) {
    this.lines = text.split("\n");
  }

  public read(): unknown {
    this.advance();
    if (this.column !== 0 || this.startsItem()) return UNSURE;
    const value = this.fields(0, 1);
    return this.isAtEnd() ? value : UNSURE;
  }

  private isAtEnd(): boolean {
    return this.column === -1;
  }

  /** To the next line that is neither blank nor a comment. */
  private advance(): void {
    while (++this.at < this.lines.length) {
      this.line = this.lines[this.at] ?? "";
      this.column = afterSpaces(this.line, 0);
      if (this.column < this.line.length && this.line.charCodeAt(this.column) !== 0x23) return;
    }
    this.column = -1;
  }

  private fields(column: number, depth: number): unknown {
    if (depth > MAX_DEPTH) return UNSURE;
    const fields: Record<string, unknown> = {};
    while (this.column === column) {
      const key = this.key(KEY, this.column, fields);
      if (key === undefined) return UNSURE;
      const value = this.fieldValue(KEY.lastIndex, column, depth);
      if (value === UNSURE) return UNSURE;
      fields[key] = value;
    }
    return this.column > column ? UNSURE : fields;
  }

  /** What follows a key: on its line, or below it. */
  private fieldValue(start: number, column: number, depth: number): unknown {
    if (start < this.line.length && this.line.charCodeAt(start) !== 0x23)
      return this.restOfLine(start, depth);
    this.advance();
    if (this.column > column) {
      return this.startsItem() ? this.items(this.column, depth + 1) : this.fields(this.column, depth + 1);
    }
    return this.column === column && this.startsItem() ? this.items(column, depth + 1) : null;
  }

  private items(column: number, depth: number): unknown {
    if (depth > MAX_DEPTH) return UNSURE;
    const items: unknown[] = [];
    while (this.column === column && this.startsItem()) {
      const start = afterSpaces(this.line, column + 1);
      const item = this.item(start, depth);
      if (item === UNSURE) return UNSURE;
      items.push(item);
    }
    return this.column > column ? UNSURE : items;
  }

  private item(start: number, depth: number): unknown {
    KEY.lastIndex = start;
    if (!KEY.test(this.line)) return this.restOfLine(start, depth);
    this.column = start;
    return this.fields(start, depth + 1);
  }

  private startsItem(): boolean {
    return this.line.charCodeAt(this.column) === 0x2d && this.line.charCodeAt(this.column + 1) === 0x20;
  }

  /** A scalar or a bracketed value that ends with its line; text that goes on below is noticed by its column. */
  private restOfLine(start: number, depth: number): unknown {
    const scanned = this.value(start, depth, false);
    if (scanned === UNSURE) return UNSURE;
    const end = afterSpaces(this.line, scanned.end);
    const isComment = end > scanned.end && this.line.charCodeAt(end) === 0x23;
    if (end < this.line.length && !isComment) return UNSURE;
    this.advance();
    return scanned.value;
  }

  private value(start: number, depth: number, inFlow: boolean): Scanned | typeof UNSURE {
    if (depth > MAX_DEPTH) return UNSURE;
    switch (this.line.charAt(start)) {
      case '"':
      case "'":
        return quoted(this.line, start);
      case "[":
        return this.flowItems(start, depth + 1);
      case "{":
        return this.flowFields(start, depth + 1);
      default:
        return inFlow ? plainInFlow(this.line, start) : plainInBlock(this.line, start);
    }
  }

  private flowItems(open: number, depth: number): Scanned | typeof UNSURE {
    const items: unknown[] = [];
    const end = this.entries(open, "]", (start) => {
      const scanned = this.value(start, depth, true);
      if (scanned === UNSURE) return undefined;
      items.push(scanned.value);
      return scanned.end;
    });
    return end === undefined ? UNSURE : { value: items, end };
  }

  private flowFields(open: number, depth: number): Scanned | typeof UNSURE {
    const fields: Record<string, unknown> = {};
    const end = this.entries(open, "}", (start) => {
      const key = this.key(FLOW_KEY, start, fields);
      const scanned = key === undefined ? UNSURE : this.value(FLOW_KEY.lastIndex, depth, true);
      if (key === undefined || scanned === UNSURE) return undefined;
      fields[key] = scanned.value;
      return scanned.end;
    });
    return end === undefined ? UNSURE : { value: fields, end };
  }

  /** Entries with commas between them; `entry` returns the offset behind it. Returns the offset behind the bracket. */
  private entries(
    open: number,
    close: string,
    entry: (start: number) => number | undefined,
  ): number | undefined {
    let at = afterSpaces(this.line, open + 1);
    if (this.line.charAt(at) === close) return at + 1;
    for (;;) {
      const end = entry(at);
      if (end === undefined) return undefined;
      at = afterSpaces(this.line, end);
      if (this.line.charAt(at) === close) return at + 1;
      if (this.line.charAt(at) !== ",") return undefined;
      at = afterSpaces(this.line, at + 1);
    }
  }

  private key(pattern: RegExp, start: number, fields: Record<string, unknown>): string | undefined {
    pattern.lastIndex = start;
    const key = pattern.exec(this.line)?.[1];
    if (key === undefined || isWord(key) || PROTOTYPE_KEY.test(key) || Object.hasOwn(fields, key))
      return undefined;
    return key;
  }
}

function afterSpaces(line: string, start: number): number {
  let at = start;
  while (line.charCodeAt(at) === 0x20) at++;
  return at;
}
