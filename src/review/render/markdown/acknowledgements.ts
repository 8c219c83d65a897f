import type { Review } from "../../model";
import { acknowledgementFacts } from "../facts/acknowledgements";
import { visible } from "../facts/visible";
import { fenced, type Lines } from "./lines";
import type { List } from "./lists";
import { inline } from "./quote";

/** As many entries as this stand before the fold, when there is as much to say before the first to copy. */
const MOST_BEFORE = 5;

/** What has to be accepted and how, and what is accepted. */
export function acknowledgementList(review: Review): List {
  const { lead, blocks, notes, sets, unmatched } = acknowledgementFacts(review);
  return {
    title: "Acknowledgements",
    least: Math.min(unmatched.length + notes.length + 1, MOST_BEFORE),
    ...(lead === undefined ? {} : { lead: [inline(lead), ""] }),
    entries: [
      ...unmatched.map((text): Lines => [`- ⚠️ ${inline(text)}`]),
      ...notes.map((text): Lines => [`- ${inline(text)}`]),
      ...blocks.map(({ words, block: { yaml } }): Lines => [
        ...[`- ${inline(words)}`, ""],
        ...fenced(yaml.split(/\r?\n/).map(visible), "yaml"),
        "",
      ]),
      ...sets.map((text): Lines => [`- ${inline(text)}`]),
    ],
  };
}
