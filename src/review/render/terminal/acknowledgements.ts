import type { Review, Text } from "../../model";
import { acknowledgementFacts } from "../facts/acknowledgements";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { TERMINAL_ROWS } from "./limits";
import { more } from "./paint";

/**
 * What has to be accepted and how, and what is accepted.
 *
 * @param prefix goes before the paths of manifests
 */
export function acknowledgementsPart(review: Review, prefix: string): string[] {
  const { lead, blocks, notes, sets, unmatched } = acknowledgementFacts(review, prefix);
  return [
    ...unmatched.map((text) => `  warning: ${plainly(text)}`),
    ...(lead === undefined ? [] : [`  ${plainly(lead)}`]),
    ...told(notes),
    ...blocks
      .slice(0, TERMINAL_ROWS.manifests)
      .flatMap(({ words, block: { yaml } }) => [`  ${plainly(words)}`, ...yamlLines(yaml.split(/\r?\n/))]),
    ...more(blocks.length - TERMINAL_ROWS.manifests, "manifest"),
    ...told(sets),
  ];
}

const told = (texts: readonly Text[]): string[] => [
  ...texts.slice(0, TERMINAL_ROWS.acceptances).map((text) => `  ${plainly(text)}`),
  ...more(texts.length - TERMINAL_ROWS.acceptances, "acknowledgement"),
];

const yamlLines = (lines: readonly string[]): string[] => [
  ...lines.slice(0, TERMINAL_ROWS.entryLines).map((line) => `    ${shortText(line, 400)}`),
  ...more(lines.length - TERMINAL_ROWS.entryLines, "line").map((line) => `  ${line}`),
];
