import { positionAt, type Problem } from "../../finding";
import { INPUT_LIMITS } from "../limits";
import { error, type Wording } from "../problem";

/** Control, format, surrogate and separating characters; tab and line breaks are looked at by whoever allows them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** The same in a file: its line breaks and tabs are YAML's own. */
const INVISIBLE_IN_FILE = /(?![\n\t]|\r\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const NAMES: Readonly<Record<string, string>> = {
  "\0": "NUL",
  "\t": "a tab",
  "\n": "a line break",
  "\r": "a carriage return",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\ufeff": "a byte order mark",
};
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Characters that do not show, each where it stands in the file, in comments too. */
export function invisibleInFile(
  file: string,
  text: string,
): { problems: Problem[]; found: ReadonlySet<string> } {
  const matches = [...text.matchAll(INVISIBLE_IN_FILE)];
  return {
    problems: matches
      .slice(0, INPUT_LIMITS.syntaxProblems)
      .map((match) =>
        error(
          "ControlCharacter",
          { file, path: [], position: positionAt(text, match.index) },
          invisibleWording(match[0], "the file"),
        ),
      ),
    found: new Set(matches.map((match) => match[0])),
  };
}

/** The first character of a value that does not show and may not be there. */
export function invisibleIn(text: string, isAllowed: (character: string) => boolean): string | undefined {
  for (const [character] of text.matchAll(INVISIBLE)) if (!isAllowed(character)) return character;
  return undefined;
}

export function invisibleWording(character: string, place: string): Wording {
  const code = codePoint(character);
  return {
    message: `${place} holds ${nameOf(character)} (${code})`,
    value: code,
    rule: "text that shows as it is: no control, invisible or text-reordering characters",
    fix: character === "\n" ? "write it on one line" : "remove the character",
  };
}

/** `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function nameOf(character: string): string {
  const known = NAMES[character];
  if (known !== undefined) return known;
  if (REORDERING.test(character)) return "a character that reorders text";
  return /\p{Cf}/u.test(character) ? "an invisible character" : "a control character";
}
