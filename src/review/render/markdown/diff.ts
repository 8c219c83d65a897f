import { pathText, Secret, type AttributeDiff } from "../../model";
import { naturally } from "../facts/order";
import { shortText } from "../facts/visible";
import { plainly, shortValue } from "../facts/values";
import { counted } from "../facts/words";

/** Lines of a `diff` fence: `+`, `-` or `!` stands in the first column. */
export function diffLines(attributes: readonly AttributeDiff[], unknown: number): string[] {
  return [
    ...sorted(attributes).flatMap(linesOf),
    ...(unknown > 0 ? [`  (${counted(unknown, "computed attribute")} known after apply)`] : []),
  ];
}

/** Names of what changes, those first that force a replacement. */
export const attributeNames = (attributes: readonly AttributeDiff[]): string[] =>
  sorted(attributes).map(({ path }) => pathText(path));

function sorted(attributes: readonly AttributeDiff[]): AttributeDiff[] {
  return [...attributes].sort(
    (a, b) => Number(b.forces) - Number(a.forces) || naturally(pathText(a.path), pathText(b.path)),
  );
}

function linesOf({ path, forces, before, after, note, lines }: AttributeDiff): string[] {
  const name = shortText(pathText(path));
  const forced = forces ? "  # forces a replacement" : "";
  if (lines !== undefined) {
    const parts = lines.map(({ sign, text }) => `${sign === "~" ? "!" : sign}   ${plainly(text)}`);
    return [`! ${name}:${forced}`, ...parts];
  }
  if (note !== undefined) return [`! ${name}: ${shortText(note)}${forced}`];
  if (before instanceof Secret && after instanceof Secret) {
    return [`! ${name}: (sensitive, ${before === after ? "unchanged" : "changed"})${forced}`];
  }
  return [
    ...(before === undefined
      ? []
      : [`- ${name} = ${shortValue(before)}${after === undefined ? forced : ""}`]),
    ...(after === undefined ? [] : [`+ ${name} = ${shortValue(after)}${forced}`]),
  ];
}
