import { nearest } from "../../finding";
import { IDENTIFIERS, identifierProblem, isReserved, type IdentifierKind } from "../../names";
import type { ManifestCode } from "../codes";
import { printable, type Wording } from "../problem";
import type { FieldWords } from "../schema/words";
import { codePoint } from "../safety/characters";

/** A name that is refused, with the code that says why. */
export interface NameProblem extends Wording {
  readonly code: ManifestCode;
}

/** What is wrong with a name of the mesh. */
export function identifierWording(kind: IdentifierKind, name: string, place: string): NameProblem {
  const { maxLength, shape } = IDENTIFIERS[kind];
  if (name.length > maxLength) return tooLong(name, place, maxLength);
  if (isReserved(kind, name)) {
    return {
      code: "NameReserved",
      message: `${place} is '${name}', which is reserved`,
      value: name,
      rule: "no name that a system behind the mesh keeps for itself",
      fix: `choose another name, such as ${name}-data`,
    };
  }
  const slug = slugOf(name, "-");
  const suggestion = identifierProblem(kind, slug) === undefined ? slug : undefined;
  return malformed(name, place, shape, suggestion);
}

/** What is wrong with another kind of name: a team, a table, a reference to a product. */
export function otherNameWording(
  name: string,
  place: string,
  words: FieldWords,
  maxLength: number,
  isValid: (name: string) => boolean,
): NameProblem {
  if (Buffer.byteLength(name) > maxLength && name.length > maxLength / 2)
    return tooLong(name, place, maxLength);
  const suggestion = ["-", "_"].map((joint) => slugOf(name, joint)).find(isValid);
  return malformed(name, place, words.form ?? "another name", suggestion ?? words.example);
}

function tooLong(name: string, place: string, maxLength: number): NameProblem {
  const bytes = Buffer.byteLength(name);
  return {
    code: "NameTooLong",
    message: `${place} has ${bytes} ${bytes === name.length ? "characters" : "bytes"}`,
    value: printable(name),
    rule: `at most ${maxLength}`,
    fix: "shorten the name",
  };
}

function malformed(name: string, place: string, shape: string, suggestion: string | undefined): NameProblem {
  return {
    code: "NameInvalid",
    message: `${place} ${faultOf(name)}`,
    value: printable(name),
    rule: shape,
    fix: suggestion === undefined ? "choose a name of that form" : `write ${suggestion}`,
  };
}

function faultOf(name: string): string {
  if (name.trim() === "") return "is empty";
  const foreign = [...name].find((character) => character > "\u007f");
  if (foreign !== undefined) {
    const twin = LOOK_ALIKES.get(foreign) ?? latinOf(foreign);
    const code = codePoint(foreign);
    return twin === undefined
      ? `holds '${printable(foreign)}' (${code}), which names cannot hold`
      : `holds '${printable(foreign)}' (${code}), which looks like '${twin}' but is another letter`;
  }
  const wildcard = /[*?]/.exec(name)?.[0];
  if (wildcard !== undefined) return `holds the wildcard '${wildcard}'; a name means one thing`;
  return `is '${printable(name)}', which does not have the form of a name`;
}

/** Letters of other alphabets, and what they look like in most fonts (Unicode confusables, lower case and hyphens). */
const LOOK_ALIKES: ReadonlyMap<string, string> = twins(
  "\u0430\u0441\u0501\u0435\u0261\u04bb\u0456\u0131\u03b9\u0458\u04cf\u0578\u043e\u03bf\u0440\u03c1\u0455\u03c5\u03bd\u0461\u0445\u0443\u2010\u2011\u2013\u2212",
  "acdeghiiijlnooppsuvwxy----",
);

function twins(foreign: string, latin: string): ReadonlyMap<string, string> {
  return new Map([...foreign].map((letter, index) => [letter, latin.charAt(index)]));
}

/** The ASCII character of a full-width or otherwise styled one. */
function latinOf(character: string): string | undefined {
  const plain = character.normalize("NFKC");
  return /^[\x21-\x7e]$/.test(plain) ? plain : undefined;
}

function slugOf(name: string, joint: string): string {
  const words = [...name.normalize("NFKC")]
    .map((character) => LOOK_ALIKES.get(character) ?? character)
    .join("");
  return words
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(joint);
}

/** The field that was meant, for a key that does not exist. */
export const meantBy = (key: string, fields: readonly string[]): string | undefined =>
  nearest(key, fields) ?? fields.find((field) => slugOf(field, "") === slugOf(key, ""));
