import type { ErrorCode, YAMLError } from "yaml";
import { positionAt, type Problem } from "../../finding";
import type { Wording } from "../problem";
import { error } from "../problem";

/** A tag of any kind. */
export const TAG: Wording = {
  message: "a tag (!) stands here",
  rule: "plain text, numbers, true and false, lists and fields only",
  fix: "remove the tag; put quotes around text that starts with '!'",
};
const UNEXPECTED: Wording = {
  message: "something stands here that does not fit what comes before it",
  fix: "check quotes, brackets, commas and indentation on this line and the one above",
};
const MISSING: Wording = {
  message: "a colon, comma, space or closing bracket is missing here",
  fix: "write 'key: value', with a space after the colon and a comma between entries in brackets",
};
/** An anchor or alias in the wrong place, or an alias without its anchor. */
export const ALIAS: Wording = {
  message: "an anchor or alias (& or *) stands here that cannot be followed",
  fix: "write the value out; put quotes around text that starts with '*' or '&'",
};
const KEY: Wording = {
  message: "a key must be one short text on one line",
  fix: "check for a missing line break, or put quotes around text that holds ': '",
};

/** Own words for what the parser finds: its messages can quote the file, and with it a secret. */
const WORDING: Readonly<Record<ErrorCode, Wording>> = {
  ALIAS_PROPS: ALIAS,
  BAD_ALIAS: ALIAS,
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: { message: "a line that starts with '%' is not read", fix: "remove the line" },
  BAD_DQ_ESCAPE: {
    message: "a backslash in double quotes is followed by something it cannot escape",
    fix: "write the text in single quotes",
  },
  BAD_INDENT: {
    message: "the indentation does not fit the lines around it",
    rule: "fields of one thing start in the same column, with spaces",
    fix: "indent by two spaces per level",
  },
  BAD_PROP_ORDER: ALIAS,
  BAD_SCALAR_START: {
    message: "text without quotes cannot start with this character",
    fix: "put the text in double quotes",
  },
  BLOCK_AS_IMPLICIT_KEY: KEY,
  BLOCK_IN_FLOW: UNEXPECTED,
  DUPLICATE_KEY: KEY,
  IMPOSSIBLE: UNEXPECTED,
  KEY_OVER_1024_CHARS: KEY,
  MISSING_CHAR: MISSING,
  MULTILINE_IMPLICIT_KEY: KEY,
  MULTIPLE_ANCHORS: ALIAS,
  MULTIPLE_DOCS: UNEXPECTED,
  MULTIPLE_TAGS: TAG,
  NON_STRING_KEY: KEY,
  RESOURCE_EXHAUSTION: UNEXPECTED,
  TAB_AS_INDENT: {
    message: "a tab is used to indent",
    rule: "spaces only",
    fix: "indent by two spaces per level",
  },
  TAG_RESOLVE_FAILED: TAG,
  UNEXPECTED_TOKEN: UNEXPECTED,
};

const UNCLOSED: Wording = {
  message: "a quoted text is not closed",
  fix: "add the closing quote, or put quotes around text that holds one",
};

/** A parser's error in our words, with its place. */
export function syntaxProblem(file: string, text: string, { code, message, pos }: YAMLError): Problem {
  const wording = message.startsWith("Missing closing") ? UNCLOSED : WORDING[code];
  return syntaxError(file, text, pos[0], wording);
}

/** YAML that we do not read, at an offset. */
export function syntaxError(file: string, text: string, offset: number, wording: Wording): Problem {
  return error("YamlSyntax", { file, path: [], position: positionAt(text, offset) }, wording);
}
