import fc from "fast-check";
import { ANALYTICS, CONTRACT, MESH, ORDER_PLACED, ORDERS } from "../support/mesh-dir";

const TEXTS = [MESH, ORDERS, ANALYTICS, ORDER_PLACED, CONTRACT];

/** Pieces in which YAML's rules show: indicators, odd numbers, words, quotes, comments, indentation. */
const PIECES = [
  ...[
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "  ",
    "- ",
    "-",
    ": ",
    ":",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "#",
    " # c",
    "\t",
    "\r\n",
  ],
  ...[
    '"',
    "'",
    '""',
    "''",
    "\\",
    "&a ",
    "*a",
    "!t ",
    "| ",
    ">\n  ",
    "? ",
    "% ",
    "@",
    "`",
    "~",
    "---\n",
    "...\n",
  ],
  ...[
    "null",
    "true",
    "Yes",
    "0",
    "-0",
    "1.50",
    "1e3",
    "0x1f",
    "0o17",
    ".5",
    "5.",
    "+1",
    ".inf",
    "1_000",
    "12:30:45",
  ],
  ...[
    "a",
    "b: 1",
    "key",
    "é",
    "\u00a0",
    "\u{1f600}",
    "\u2028",
    "__proto__",
    "<<",
    "2027-06-30",
    "9007199254740993",
  ],
];
const piece = fc.constantFrom(...PIECES);

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 6 }),
  added: fc.oneof(fc.constant(""), piece, fc.string({ maxLength: 3, unit: "binary" })),
});

const applied = (text: string, { at, removed, added }: Edit): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
};

/** A text with a few edits anywhere. */
export const textWithEdits = (text: string): fc.Arbitrary<string> =>
  fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => edits.reduce(applied, text));

/** A manifest or contract with a few edits anywhere. */
export const mutatedText: fc.Arbitrary<string> = fc.constantFrom(...TEXTS).chain(textWithEdits);

/** Short texts made of YAML's own pieces. */
export const yamlLikeText: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(""));
