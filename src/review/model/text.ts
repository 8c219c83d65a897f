/** A literal in a sentence: a name or a value from outside, which every form of output quotes in its own way. */
export interface Literal {
  readonly code: string;
}

/** A sentence: prose of ours, and literals that may hold anything. */
export type Text = readonly (string | Literal)[];

/** What may stand in a {@link say} template. */
export type Sayable = string | number | bigint | Text;

/**
 * A sentence from a template: what is written in it is prose, strings and numbers put into it are literals, sentences
 * put into it stay sentences.
 */
export function say(prose: TemplateStringsArray, ...values: readonly Sayable[]): Text {
  return prose.flatMap((part, at) => {
    const value = values[at];
    const put: Text = value === undefined ? [] : isText(value) ? value : [{ code: String(value) }];
    return part === "" ? put : [part, ...put];
  });
}

/** Sentences in a row with a separator of ours between them. */
export function joined(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, at) => (at === 0 ? text : [separator, ...text]));
}

/** Literals as a list: `a`, `b` and `c`. */
export function listed(names: readonly string[], last = "and"): Text {
  return names.flatMap((code, at): Text => {
    if (at === 0) return [{ code }];
    return [at === names.length - 1 ? ` ${last} ` : ", ", { code }];
  });
}

/** The first `most` literals as a list: `a`, `b` and 3 more. */
export function listedUpTo(names: readonly string[], most: number): Text {
  if (names.length <= most) return listed(names);
  const first = names.slice(0, most).map((code): Text => [{ code }]);
  return [...joined(first, ", "), ` and ${names.length - most} more`];
}

/** The sentence without any quoting, with backticks around literals: for comparing, sorting and tests. */
export function plain(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : `\`${part.code}\``)).join("");
}

const isText = (value: Sayable): value is Text => Array.isArray(value);
