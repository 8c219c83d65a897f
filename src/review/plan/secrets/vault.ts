import { Secret } from "../../model";
import { isList, isRecord, type Json } from "../json";
import { formsOf } from "./forms";
import { LiteralMatcher, SHORTEST } from "./literal-matcher";
import type { PublicWords } from "./public-words";
import { SecretGuard, SHORTEST_WEAK } from "./secret-guard";

/** Names of attributes below something hidden are no secrets; other keys of maps may be. */
const ATTRIBUTE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** A line of a key or a certificate. */
const KEY_LINE = /^[A-Za-z0-9+/=_-]{32,}$/;

/** Gathers the secret literals of one plan. */
export class SecretLiterals {
  private readonly literals = new Set<string>();

  /** Everything below a hidden value is a secret. */
  addAll(value: Json | undefined): void {
    if (typeof value === "string") this.add(value);
    else if (typeof value === "number" || typeof value === "bigint") this.add(String(value));
    else if (isList(value)) for (const element of value) this.addAll(element);
    else if (isRecord(value)) {
      for (const [key, part] of Object.entries(value)) {
        if (!ATTRIBUTE_NAME.test(key)) this.add(key);
        this.addAll(part);
      }
    }
  }

  add(literal: string): void {
    this.literals.add(literal);
    const trimmed = literal.trim();
    if (trimmed !== literal) this.literals.add(trimmed);
    if (!trimmed.includes("\n")) return;
    for (const line of trimmed.split(/\s*\n\s*/)) if (KEY_LINE.test(line)) this.literals.add(line);
  }

  /** Locks them away: from here on it is known which of them are hidden everywhere. */
  locked(publicWords: PublicWords): Vault {
    const strong = new Set<string>();
    const weak = new Set<string>();
    for (const literal of this.literals) {
      if (literal.length >= SHORTEST && !publicWords.has(literal)) strong.add(literal);
      else if (literal.length >= SHORTEST_WEAK && !isNumeral(literal)) weak.add(literal);
    }
    return new Vault(strong, weak, publicWords);
  }
}

const isNumeral = (text: string): boolean => /^-?\d+$/.test(text);

/** Tells which values are secrets, and gives out one {@link Secret} for each. */
export class Vault {
  private readonly matcher: LiteralMatcher;
  private readonly shown: SecretGuard;
  private readonly secrets = new Map<string, Secret>();
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly strong: ReadonlySet<string>,
    private readonly weak: ReadonlySet<string>,
    private readonly publicWords: PublicWords,
  ) {
    this.matcher = new LiteralMatcher([...strong].flatMap(formsOf));
    this.shown = new SecretGuard(strong);
  }

  /** The one secret that stands for this value; key order does not matter. */
  secretFor(value: Json): Secret {
    const key = keyOf(value);
    const known = this.secrets.get(key);
    if (known !== undefined) return known;
    const secret = new Secret(this.secrets.size + 1);
    this.secrets.set(key, secret);
    return secret;
  }

  /** True for a string that is a secret or holds one. */
  hides(text: string): boolean {
    return this.matcher.find(text) !== undefined || this.weak.has(text);
  }

  /** True for a number that is a secret of its own, however it was marked elsewhere. */
  hidesNumber(value: number | bigint): boolean {
    return (value >= 100_000 || value <= -100_000) && this.strong.has(String(value));
  }

  /** True when the string is public although it equals a secret. */
  isPublic(text: string): boolean {
    return this.publicWords.has(text) && this.matcher.find(text) === undefined;
  }

  /** Any text that is printed as it is, with `(sensitive)` in place of secrets. */
  text(text: string): string {
    return this.matcher.find(text) === undefined ? text : this.shown.redact(text);
  }

  /** A key of a map; keys that hold a secret stay different from each other. */
  key(key: string): string {
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    const shown = this.matcher.find(key) === undefined ? key : `(sensitive ${this.secretFor(key).number})`;
    this.keys.set(key, shown);
    return shown;
  }

  guard(): SecretGuard {
    const words = [...this.weak].filter((literal) => !this.publicWords.has(literal));
    return new SecretGuard(this.strong, words);
  }
}

/** Equal for equal values only. */
function keyOf(value: Json): string {
  if (isList(value)) return `[${value.map(keyOf).join(",")}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${keyOf(part)}`).join(",")}}`;
  }
  return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
