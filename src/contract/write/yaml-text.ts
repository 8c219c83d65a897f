import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { ContractEditError } from "./edit-error";
import { isInline, renderBlock, renderFlow, renderScalar } from "./render";

export type Path = readonly (string | number)[];

/**
 * A YAML text that is changed in place: the document says where things stand, and only those characters are replaced.
 * Everything else, comments, blank lines and quotes included, stays as its author wrote it.
 */
export class YamlText {
  private document: Document.Parsed;
  private readonly eol: string;

  /** @throws ContractEditError when the text is no YAML mapping. */
  public constructor(private source: string) {
    this.eol = source.includes("\r\n") ? "\r\n" : "\n";
    this.document = parse(source);
  }

  public toString(): string {
    return this.source;
  }

  /** The value at a path as plain data; undefined when there is none. */
  public get(path: Path): unknown {
    const node: unknown = this.document.getIn(path, true);
    return isScalar(node) ? node.value : isCollection(node) ? node.toJS(this.document) : undefined;
  }

  /** Sets a key to a value, whatever it was; a key that is not there goes behind the last of `after` that is. */
  public set(path: Path, value: unknown, after: readonly string[] = []): void {
    const map = this.mapAt(path.slice(0, -1));
    const key = String(path.at(-1));
    const pair = pairOf(map, key);
    if (pair === undefined) this.insertPair(map, key, value, after);
    else this.replaceValue(map, pair, value);
  }

  /** Adds an entry at the end of a list. */
  public append(path: Path, value: unknown, after: readonly string[] = []): void {
    const list: unknown = this.document.getIn(path, true);
    if (!isSeq(list) || (list.flow === true && list.items.length === 0))
      return this.set(path, [value], after);
    if (list.flow === true)
      return this.splice(contentEnd(list.items.at(-1), this.source), 0, `, ${renderFlow(value)}`);

    const indent = this.columnOf(rangeOf(list)[0]);
    this.insertLines(
      contentEnd(list.items.at(-1), this.source),
      indent,
      `- ${renderBlock(value, indent + 2, this.eol)}`,
    );
  }

  /** Takes a key and its value away. */
  public remove(path: Path): void {
    const map = this.mapAt(path.slice(0, -1));
    const pair = pairOf(map, String(path.at(-1)));
    if (pair === undefined) return;

    const place = map.items.indexOf(pair);
    const start = rangeOf(pair.key)[0];
    if (map.items.length === 1) {
      this.splice(start, contentEnd(pair, this.source) - start, map.flow === true ? "" : "{}");
    } else if (map.flow === true) {
      const [from, to] =
        place === 0
          ? [start, rangeOf(map.items[1]?.key)[0]]
          : [contentEnd(map.items[place - 1], this.source), contentEnd(pair, this.source)];
      this.splice(from, to - from, "");
    } else {
      this.removeLines(start, contentEnd(pair, this.source), map.items[place + 1]);
    }
  }

  /** Gives a key another name. */
  public rename(path: Path, name: string): void {
    const pair = pairOf(this.mapAt(path.slice(0, -1)), String(path.at(-1)));
    if (pair === undefined) return;
    const [start, end] = rangeOf(pair.key);
    this.splice(start, end - start, renderFlow(name));
  }

  /** Puts the value of a key one level down, below a new key: `team: [a]` becomes `team: { members: [a] }`. */
  public nest(path: Path, name: string): void {
    const pair = pairOf(this.mapAt(path.slice(0, -1)), String(path.at(-1)));
    const value = pair?.value;
    if (pair === undefined || !isCollection(value)) return;
    if (value.anchor !== undefined)
      throw new ContractEditError(`'${path.join(".")}' has an anchor; take it away first`);

    const [start, end] = rangeOf(value);
    if (value.flow === true) {
      this.splice(start, end - start, `{ ${name}: ${this.source.slice(start, end)} }`);
      return;
    }
    const from = this.nextLine(rangeOf(pair.key)[1]);
    const to = contentEnd(value, this.source);
    const indent = " ".repeat(this.columnOf(rangeOf(pair.key)[0]) + 2);
    const deeper = this.source.slice(from, to).replace(/^(?=[^\r\n])/gm, "  ");
    this.splice(from, to - from, `${indent}${name}:${this.eol}${deeper}`);
  }

  /** The key's lines go; a comment behind its value stays, on a line of its own. */
  private removeLines(start: number, end: number, next: Pair | undefined): void {
    const lineStart = this.lineStart(start);
    const to = this.nextLine(end);
    const comment = this.source.slice(end, to).trim();
    // The first key of an entry stands behind its dash, which has to stay.
    if (this.source.slice(lineStart, start).trim() !== "" && next !== undefined) {
      this.splice(start, rangeOf(next.key)[0] - start, "");
    } else if (comment === "") {
      this.splice(lineStart, to - lineStart, "");
    } else {
      this.splice(start, this.source.indexOf("#", end) - start, "");
    }
  }

  private replaceValue(map: YAMLMap, pair: Pair, value: unknown): void {
    const former = pair.value;
    const inFlow = map.flow === true;
    if (isScalar(former) && former.range != null && former.range[1] > former.range[0]) {
      const [start, end] = former.range;
      const newLine = this.source.slice(start, end).endsWith("\n") ? this.eol : "";
      const rendered = isInline(value) ? renderScalar(value, former.type, inFlow) : renderFlow(value);
      this.splice(start, end - start, rendered + newLine);
      return;
    }
    if (isCollection(former)) {
      this.replaceCollection(pair, former, renderFlow(value));
    } else if (former === null || isScalar(former)) {
      this.splice(
        contentEnd(pair, this.source),
        0,
        inFlow ? ` ${renderFlow(value)}` : this.behindColon(this.columnOf(rangeOf(pair.key)[0]), value),
      );
    } else {
      throw new ContractEditError("a value that is written through an alias cannot be changed");
    }
  }

  /** A block goes with what is said in it; a comment behind its key stays. */
  private replaceCollection(pair: Pair, former: YAMLMap | YAMLSeq, rendered: string): void {
    const start = rangeOf(former)[0];
    const end = contentEnd(former, this.source);
    if (former.flow === true) return this.splice(start, end - start, rendered);

    const afterColon = this.source.indexOf(":", rangeOf(pair.key)[1]) + 1;
    const firstLine = this.lineStart(start);
    const between = this.source.slice(afterColon, firstLine);
    if (!/^\s*(#.*\s*)*$/.test(between)) {
      throw new ContractEditError("a value with an anchor or a tag cannot be replaced");
    }
    this.splice(afterColon, this.nextLine(end) - afterColon, ` ${rendered}${between}`);
  }

  private insertPair(map: YAMLMap, key: string, value: unknown, after: readonly string[]): void {
    const anchor = map.items.findLast((item) => after.includes(keyOf(item))) ?? map.items.at(-1);
    if (map.flow === true || anchor === undefined) {
      const pair = `${renderFlow(key)}: ${renderFlow(value)}`;
      if (anchor === undefined) this.splice(rangeOf(map)[0] + 1, 0, ` ${pair} `);
      else this.splice(contentEnd(anchor, this.source), 0, `, ${pair}`);
      return;
    }
    const indent = this.columnOf(rangeOf(map.items[0]?.key)[0]);
    this.insertLines(
      contentEnd(anchor, this.source),
      indent,
      `${renderFlow(key)}:${this.behindColon(indent, value)}`,
    );
  }

  private behindColon(indent: number, value: unknown): string {
    if (isInline(value)) return ` ${renderBlock(value, 0, this.eol)}`;
    return `${this.eol}${" ".repeat(indent + 2)}${renderBlock(value, indent + 2, this.eol)}`;
  }

  /** Puts lines below the line that `end` is on, or at `end` when that is a line's start already. */
  private insertLines(end: number, indent: number, lines: string): void {
    const at = this.nextLine(end);
    const before = at > 0 && this.source[at - 1] !== "\n" ? this.eol : "";
    this.splice(at, 0, `${before}${" ".repeat(indent)}${lines}${this.eol}`);
  }

  private nextLine(position: number): number {
    if (this.source[position - 1] === "\n") return position;
    const newLine = this.source.indexOf("\n", position);
    return newLine === -1 ? this.source.length : newLine + 1;
  }

  private lineStart(position: number): number {
    return this.source.lastIndexOf("\n", position - 1) + 1;
  }

  private columnOf(position: number): number {
    return position - this.lineStart(position);
  }

  private mapAt(path: Path): YAMLMap {
    const node: unknown = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (isMap(node)) return node;
    throw new ContractEditError(`'${path.join(".")}' is no mapping that could be changed`);
  }

  private splice(start: number, length: number, replacement: string): void {
    this.source = this.source.slice(0, start) + replacement + this.source.slice(start + length);
    this.document = parse(this.source);
  }
}

function parse(text: string): Document.Parsed {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new ContractEditError(error.message);
  if (!isMap(document.contents)) throw new ContractEditError("the contract is no mapping of keys and values");
  return document;
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : "");

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => keyOf(pair) === key);

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = (node as Partial<Node> | undefined)?.range;
  if (range == null) throw new ContractEditError("the place of an edit is not in the text");
  return [range[0], range[1]];
}

/** Where the last character of an entry or key stands that is more than a comment or space. */
function contentEnd(entry: unknown, source: string): number {
  if (isPair(entry)) {
    const { key, value } = entry;
    const isEmpty =
      value === null || (isScalar(value) && value.range != null && value.range[0] === value.range[1]);
    return isEmpty ? source.indexOf(":", rangeOf(key)[1]) + 1 : contentEnd(value, source);
  }
  if (isCollection(entry) && entry.flow !== true) {
    const last: unknown = entry.items.at(-1);
    if (last !== undefined) return contentEnd(last, source);
  }
  return rangeOf(entry)[1];
}
