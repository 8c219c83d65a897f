import type { Text } from "../../../model";
import { shortened, visible } from "../../facts/visible";
import { counted } from "../../facts/words";

/** HTML that is safe to put into a page: only {@link html} and {@link verbatim} make it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in an {@link html} template. */
export type Piece = string | number | Markup | undefined | readonly Piece[];

/**
 * HTML from a template: what is written in it is markup, strings put into it are text, whatever they hold. Quotes are
 * escaped too, so that a quoted attribute is safe as well.
 */
export function html(markup: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    dense(markup)
      .map((part, at) => `${part}${textOf(pieces[at])}`)
      .join(""),
  );
}

const DENSE = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Without the indentation of the source: a page has thousands of these. */
function dense(markup: TemplateStringsArray): readonly string[] {
  const known = DENSE.get(markup);
  if (known !== undefined) return known;
  const parts = markup.map((part) => part.replace(/\s*\n\s*/g, "\n"));
  DENSE.set(markup, parts);
  return parts;
}

/** Markup of ours that is taken as it is: a style sheet, a script. */
export const verbatim = (text: string): Markup => new Markup(text);

/** Nothing. */
export const NOTHING = new Markup("");

/** A sentence, its literals as code. */
export function sentence(text: Text): Markup {
  return html`${text.map((part) => (typeof part === "string" ? part : code(part.code)))}`;
}

/** A sentence that begins like one. */
export function startedSentence([first, ...rest]: Text): Markup {
  if (typeof first !== "string") return sentence(first === undefined ? [] : [first, ...rest]);
  return sentence([`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest]);
}

/** Most characters of a literal: a page holds more than a comment, but not everything. */
export const MAX_CHARACTERS = 2_000;

/** A name or a value. It stays in one piece, so that a copy of it, or a search for it, finds it whole. */
export function code(text: string): Markup {
  const { shown, whole } = shortened(text === "" ? '""' : text, MAX_CHARACTERS);
  const length = whole === undefined ? NOTHING : html` (${counted(whole, "character")})`;
  return html`<code>${shown}</code>${length}`;
}

function textOf(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "number") return String(piece);
  if (typeof piece === "string") return escaped(piece);
  return piece.map(textOf).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Nothing in a text is hidden or turns the direction of writing; line ends stay. */
function escaped(text: string): string {
  const seen = text.includes("\n") ? text.split("\n").map(visible).join("\n") : visible(text);
  return seen.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}
