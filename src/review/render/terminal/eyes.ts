import { joined, say, VERDICTS, type Text } from "../../model";
import { alike, type Alike } from "../facts/alike";
import type { Eye } from "../facts/eyes";
import { sortedBy, sortedNames } from "../facts/order";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { numeral, someOf } from "../facts/words";
import { MOST_NAMES, TERMINAL_ROWS } from "./limits";
import { colourOfVerdict, more, type Paint } from "./paint";

/** So many of the same sentence in a stack become one entry. */
const MANY = 3;

/** What is lost or breaks is there whatever its number; the same sentence about many is one line. */
export function eyesPart(eyes: readonly Eye[], paint: Paint): string[] {
  const isLong = eyes.length > TERMINAL_ROWS.eyes;
  return groupsOf(eyes, isLong).flatMap((group) => {
    if (!isLong && group.items.length < MANY) return group.items.flatMap((eye) => entry(eye, paint));
    const [first] = group.items;
    const readers = sortedNames(group.items.flatMap(({ consumers }) => consumers));
    return [
      ...groupLine(group, paint),
      ...(readers.length === 0 ? [] : [paint.dim(`    read by ${plainly(someOf(readers, MOST_NAMES * 2))}`)]),
      ...(isLong ? [] : wayOutLine(first)),
    ];
  });
}

/** What nobody has to look at, but somebody may want to know: a line for each sentence, and not too many of them. */
export function mildPart(eyes: readonly Eye[], paint: Paint): string[] {
  const groups = groupsOf(eyes, eyes.length > TERMINAL_ROWS.mild);
  return [
    ...groups.slice(0, TERMINAL_ROWS.mild).flatMap((group) => groupLine(group, paint)),
    ...more(groups.length - TERMINAL_ROWS.mild, "sentence"),
  ];
}

const groupsOf = (eyes: readonly Eye[], acrossStacks: boolean): Alike<Eye>[] =>
  alike(
    eyes,
    ({ sentence }) => sentence,
    ({ verdict, acknowledged, stack }) => JSON.stringify([verdict, acknowledged, acrossStacks ? "" : stack]),
  );

function entry(eye: Eye, paint: Paint): string[] {
  const { where, consumers } = eye;
  const readers =
    consumers.length === 0 ? "" : `, read by ${consumers.map((name) => shortText(name)).join(", ")}`;
  return [
    lineOf(eye, eye.sentence, paint),
    paint.dim(`    ${shortText(where)}${readers}`),
    ...wayOutLine(eye),
  ];
}

function groupLine({ items, shared, names }: Alike<Eye>, paint: Paint): string[] {
  const [first] = items;
  if (first === undefined) return [];
  if (items.length === 1) return [lineOf(first, shared, paint)];
  const all = sortedBy(names, ([name = ""]) => name).filter(([name]) => name !== undefined);
  const shown = all.slice(0, MOST_NAMES * 2).map(nameOf);
  const rest = all.length > shown.length ? [` and ${numeral(all.length - shown.length)} more`] : [];
  const sentence: Text = [`${numeral(items.length)} × `, ...shared, ": ", ...joined(shown, ", "), ...rest];
  return [lineOf(first, sentence, paint)];
}

/** `a`, or `a` (`20d`, `14d`). */
function nameOf([name = "", ...others]: readonly string[]): Text {
  return others.length === 0
    ? say`${name}`
    : say`${name} (${joined(
        others.map((other) => say`${other}`),
        ", ",
      )})`;
}

function lineOf({ verdict, acknowledged }: Eye, sentence: Text, paint: Paint): string {
  const accepted = acknowledged ? " (acknowledged)" : "";
  const words = colourOfVerdict(verdict, paint)(VERDICTS[verdict].words);
  return `  ${words}: ${plainly(sentence)}${accepted}`;
}

const wayOutLine = (eye: Eye | undefined): string[] =>
  eye?.wayOut === undefined ? [] : [`    instead: ${plainly(eye.wayOut)}`];
