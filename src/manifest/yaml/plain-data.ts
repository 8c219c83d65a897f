import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { positionAt, type Problem } from "../../finding";
import type { ManifestCode } from "../codes";
import { INPUT_LIMITS } from "../limits";
import { error, printable, type Wording } from "../problem";
import { ALIAS, syntaxError, TAG } from "./syntax";

/** Keys that would reach an object's prototype or be taken for its constructor. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Turns composed YAML into plain data that JSON can hold: text, finite numbers, booleans, null, lists and objects with
 * text keys. Aliases are written out, so no two places share an object.
 */
export class PlainData {
  public readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly expanding = new Set<Node>();
  private aliases = 0;
  private values = 0;

  public constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  public of(node: Node | null): unknown {
    if (++this.values > INPUT_LIMITS.values) return this.tooMany(node);
    if (node === null) return null;
    if (isAlias(node)) return this.expanded(node);
    this.remember(node);
    if (isScalar(node)) return this.scalar(node);
    if (isSeq<Node | null>(node)) return node.items.map((item) => this.of(item));
    return isMap<Node, Node | null>(node) ? this.object(node) : null;
  }

  private object({ items }: YAMLMap<Node, Node | null>): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const pair of items) {
      const key = this.key(pair, object);
      const value = this.of(pair.value);
      if (key !== undefined) object[key] = value;
    }
    return object;
  }

  /** The key's text, or undefined when it must not become one. */
  private key({ key }: Pair<Node, Node | null>, object: Record<string, unknown>): string | undefined {
    const name = isScalar(key) ? key.value : undefined;
    if (!isScalar(key) || typeof name !== "string") {
      return this.refuseKey(key, "YamlSyntax", {
        message: "a key must be text",
        fix: "put the key in quotes, or write a '-' in front of a list's entries",
      });
    }
    this.remember(key);
    if (PROTOTYPE_KEYS.has(name)) {
      return this.refuseKey(key, "PrototypeKey", {
        message: `'${name}' cannot be a key`,
        value: name,
        rule: `never ${[...PROTOTYPE_KEYS].join(", ")}`,
        fix: "choose another key",
      });
    }
    if (Object.hasOwn(object, name)) {
      return this.refuseKey(key, "YamlDuplicateKey", {
        message: `'${printable(name)}' is there twice`,
        value: printable(name),
        rule: "a key stands once",
        fix: "keep one of them",
      });
    }
    return name;
  }

  private scalar(node: Scalar): unknown {
    const { value } = node;
    if (typeof value !== "number") return value;
    if (Number.isFinite(value)) return value === 0 ? 0 : value;
    return this.refuse(node, "ValueInvalid", {
      message: "a number must be finite",
      value: String(value),
      fix: "write a number, or put text in quotes",
    });
  }

  private expanded(alias: Alias): unknown {
    const anchored = this.anchors.get(alias.source);
    if (anchored === undefined) return this.refuse(alias, "YamlSyntax", ALIAS);
    this.aliases++;
    if (this.aliases > INPUT_LIMITS.aliases)
      return this.aliasLimit(alias, "aliases (*) repeat more values than they may");
    if (this.expanding.has(anchored)) return this.aliasLimit(alias, "an alias (*) stands in what it repeats");
    this.expanding.add(anchored);
    const value = this.of(anchored);
    this.expanding.delete(anchored);
    return value;
  }

  private aliasLimit(alias: Alias, message: string): null {
    if (this.aliases > INPUT_LIMITS.aliases + 1) return null;
    return this.refuse(alias, "YamlAliasLimit", {
      message,
      rule: `at most ${INPUT_LIMITS.aliases} repeated values`,
      fix: "write the values out",
    });
  }

  private remember(node: Exclude<Node, Alias>): void {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (node.tag !== undefined) this.refuse(node, "YamlSyntax", TAG);
  }

  private tooMany(node: Node | null): null {
    if (this.values > INPUT_LIMITS.values + 1) return null;
    return this.refuse(node, "InputTooLarge", {
      message: "the file holds too many values",
      rule: `at most ${INPUT_LIMITS.values} values, aliases written out`,
      fix: "split the file",
    });
  }

  private refuseKey(key: Node, code: ManifestCode, wording: Wording): undefined {
    this.refuse(key, code, wording);
  }

  private refuse(node: Node | null, code: ManifestCode, wording: Wording): null {
    const { file, text } = this;
    const offset = node === null ? 0 : start(node);
    this.problems.push(
      code === "YamlSyntax"
        ? syntaxError(file, text, offset, wording)
        : error(code, { file, path: [], position: positionAt(text, offset) }, wording),
    );
    return null;
  }
}

const start = (node: Node): number => node.range?.[0] ?? 0;
