import { byRisk, plain, VERDICTS, type ResourceReview } from "../../model";
import { weighed } from "../facts/losses";
import { naturally, sortedNames, sortedTexts } from "../facts/order";
import { attributeNames, diffLines } from "./diff";
import { fenced } from "./lines";
import { code, codes, inline } from "./quote";

/** Names of attributes that are told where their values are not. */
const MOST_NAMES = 20;

/** One summary line, and what changes in a fence. */
export function resourceInFull(resource: ResourceReview): string[] {
  const lines = diffLines(resource.attributes, resource.unknown);
  return [
    summary(resource),
    ...waysOut(resource),
    "",
    ...(lines.length > 0 ? [...fenced(lines, "diff"), ""] : []),
  ];
}

/** One summary line with the names of what changes. */
export function resourceByNames(resource: ResourceReview): string[] {
  const names = attributeNames(resource.attributes);
  const rest = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  const changes = names.length === 0 ? "" : ` – ${codes(names.slice(0, MOST_NAMES))}${rest}`;
  return [`- ${summary(resource)}${changes}`];
}

/** Address, and the one before when it moves. */
export function resourceName({ address, previousAddress, deposed }: ResourceReview): string {
  const left = deposed === undefined ? "" : ` (deposed ${code(deposed)})`;
  return `${previousAddress === undefined ? "" : `${code(previousAddress)} → `}${code(address)}${left}`;
}

function waysOut({ effects }: ResourceReview): string[] {
  const ways = effects.flatMap(({ wayOut }) => (wayOut === undefined ? [] : [wayOut]));
  return ways.length === 0
    ? []
    : [
        "",
        `**Instead:** ${sortedTexts(ways)
          .map((way) => inline(way))
          .join("; ")}`,
      ];
}

/** Address, path, and what happens to it. */
export function summary(resource: ResourceReview): string {
  const { verdict, action, createFirst, constructPath, consumers, importId, rename, refused } = resource;
  const sentences = resource.effects
    .map((effect) => ({ sentence: effect.sentence, verdict: weighed(effect, resource) }))
    .sort((a, b) => byRisk(a.verdict, b.verdict) || naturally(plain(a.sentence), plain(b.sentence)))
    .map(({ sentence }) => inline(sentence));
  const readers = sortedNames(consumers.map(({ domain }) => domain));
  const facts = [
    ...sentences,
    ...(action === "replace" ? [createFirst ? "the new one is made first" : "the old one goes first"] : []),
    ...(importId === undefined ? [] : [`taken over from ${importId === "" ? "outside" : code(importId)}`]),
    ...(refused ? [`Terraform refuses it: ${code("prevent_destroy")} is set`] : []),
    ...(rename === undefined
      ? []
      : [`the same as ${code(rename.from === resource.address ? rename.to : rename.from)}`]),
    ...(readers.length === 0 ? [] : [`read by ${codes(readers)}`]),
  ];
  const path = constructPath === undefined ? "" : ` (${code(constructPath)})`;
  return `${VERDICTS[verdict].icon} ${resourceName(resource)}${path}${facts.length > 0 ? `: ${facts.join("; ")}` : ""}`;
}
