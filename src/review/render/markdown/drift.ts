import type { ResourceReview, StackReview } from "../../model";
import { sortedBy } from "../facts/order";
import { counted, numeral } from "../facts/words";
import { attributeNames, diffLines } from "./diff";
import { fenced, type Lines } from "./lines";
import { code, codes } from "./quote";

/** Addresses that are told of one transition. */
const MOST_ADDRESSES = 20;

/** What somebody else changed; the same change of many resources is told once. */
export function driftLines({ drift, otherDrift }: StackReview, inFull: boolean): Lines {
  if (drift.length + otherDrift === 0) return [];
  const groups = new Map<string, ResourceReview[]>();
  for (const resource of sortedBy(drift, ({ address }) => address)) {
    const key = [resource.type, resource.action, ...diffLines(resource.attributes, 0)].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [resource]);
    else group.push(resource);
  }
  const others =
    otherDrift === 0 ? [] : [`- ${counted(otherDrift, "change")} of others that nothing here depends on`, ""];
  return [
    `**Changed by somebody else (${numeral(drift.length + otherDrift)})**`,
    "",
    ...[...groups.values()].flatMap((group) => groupLines(group, inFull)),
    ...others,
  ];
}

function groupLines(group: readonly ResourceReview[], inFull: boolean): Lines {
  const [first] = group;
  if (first === undefined) return [];
  const shown = codes(group.slice(0, MOST_ADDRESSES).map(({ address }) => address));
  const rest = group.length > MOST_ADDRESSES ? ` and ${numeral(group.length - MOST_ADDRESSES)} more` : "";
  const happened = first.action === "delete" ? "deleted" : first.action === "create" ? "made" : "changed";
  const names = attributeNames(first.attributes);
  const what = inFull || names.length === 0 ? "" : ` – ${codes(names.slice(0, MOST_ADDRESSES))}`;
  const line = `${numeral(group.length)} × ${code(first.type)} ${happened}: ${shown}${rest}${what}`;
  const diff = inFull ? diffLines(first.attributes, 0) : [];
  return diff.length > 0 ? [line, "", ...fenced(diff, "diff"), ""] : [`- ${line}`, ""];
}
