import type { Finding } from "../../../finding";
import {
  plain,
  VERDICTS,
  type AccessChange,
  type Approval,
  type LossSet,
  type ProductReview,
  type Rename,
  type Review,
} from "../../model";
import { sortedAccess, sortedApprovals, sortedFindings, sortedLossSets } from "../facts/list-order";
import { naturally, sortedBy, sortedByRisk, sortedNames, sortedTexts } from "../facts/order";
import { shortText, visible } from "../facts/visible";
import { counted, numeral } from "../facts/words";
import { bytesOf, fenced, type Lines } from "./lines";
import { code, codes, inline } from "./quote";

/** Something with a title and an entry for each; an entry may have several lines. */
export interface List {
  readonly title: string;
  readonly entries: readonly Lines[];
  /** How many stand before the fold at least. @default 1 */
  readonly least?: number;
}

/** How many entries of a list stand before the fold, where lists may have `most`. */
export const entriesBefore = ({ least = 1 }: List, most: number): number => Math.max(least, most);

/** Everything but stacks that can be longer than there is room. */
export function listsOf(review: Review): List[] {
  return [
    { title: "Renames to declare", entries: renameEntries(review) },
    { title: "Contracts", entries: sortedByRisk(review.products, ({ port }) => port).map(contractEntry) },
    { title: "Access", entries: accessEntries(review.access) },
    { title: "Approvals", entries: approvalEntries(review.approvals), least: 6 },
    { title: "Acknowledging the loss", entries: sortedLossSets(review.lossSets).map(lossEntry) },
  ].filter(({ entries }) => entries.length > 0);
}

/** A list with at most so many entries; says how many it leaves out, and where they are. */
export function listLines({ title, entries }: List, most: number, where: string): string[] {
  const shown = entries.slice(0, most);
  const rest = entries.length - shown.length;
  return [
    `**${title}**`,
    "",
    ...shown.flat(),
    ...(rest > 0 ? [`- and ${numeral(rest)} more, ${where}`] : []),
  ];
}

/** How many entries fit into so many bytes, from the first on. */
export function fitting({ entries }: List, bytes: number): number {
  let free = bytes;
  const end = entries.findIndex((entry) => (free -= bytesOf(entry)) < 0);
  return end === -1 ? entries.length : end;
}

/** What the mesh's own rules say, worst first. */
export function findingList(findings: readonly Finding[]): List {
  return { title: "What the rules of the mesh say", entries: sortedFindings(findings).map(findingEntry) };
}

/** What the review cannot know. */
export function limitList({ limits }: Pick<Review, "limits">): List {
  return {
    title: "What this review cannot know",
    entries: sortedTexts(limits).map((limit) => [`- ${inline(limit)}`]),
  };
}

function renameEntries({ stacks }: Review): Lines[] {
  return stacks.flatMap(({ stack, resources }) => {
    const found = resources.flatMap(({ rename }) => (rename === undefined ? [] : [rename]));
    const byEnds = new Map(found.map((rename) => [JSON.stringify([rename.from, rename.to]), rename]));
    return sortedBy([...byEnds.values()], ({ from }) => from).map((rename) => renameEntry(stack, rename));
  });
}

function renameEntry(stack: string, { from, to, because, moved }: Rename): Lines {
  const what = `${code(from)} and ${code(to)} in ${code(stack)} are one: ${inline(because)}. Add:`;
  return [`- ${what}`, "", ...fenced([visible(moved)], "json"), ""];
}

function contractEntry({ port, verdict, changes, needed, declared, ...product }: ProductReview): Lines {
  const versions = [...new Set([product.versionBefore, product.versionAfter])]
    .flatMap((version) => (version === undefined ? [] : code(version)))
    .join(" → ");
  const head = `${VERDICTS[verdict].icon} ${code(port)} ${versions}${declared === "new" || declared === "gone" ? ` is ${declared}` : ""}`;
  const weighed = needed === "none" ? "" : `: needs a ${needed} version, and ${RAISED[declared]}`;
  const order = { major: 0, minor: 1, none: 2 };
  const sorted = [...changes].sort(
    (a, b) =>
      order[a.compatibility] - order[b.compatibility] || naturally(plain(a.sentence), plain(b.sentence)),
  );
  const told = sorted.slice(0, MOST_CHANGES).map(({ compatibility, sentence, overridden }) => {
    const why =
      overridden === undefined
        ? ""
        : ` (weighed by the platform until ${code(overridden.until)}: ${code(overridden.reason)})`;
    return `  - ${compatibility === "none" ? "" : `${compatibility}: `}${inline(sentence)}${why}`;
  });
  const rest = sorted.length - told.length;
  return [`- ${head}${weighed}`, ...told, ...(rest > 0 ? [`  - and ${counted(rest, "more change")}`] : [])];
}

/** How far a product's version was raised. */
const RAISED: Readonly<Record<ProductReview["declared"], string>> = {
  none: "stays as it is",
  patch: "is raised by a patch",
  minor: "is raised by a minor",
  major: "is raised by a major",
  new: "it is new",
  gone: "it is gone",
};

/** Changes of one contract that are told in a comment. */
const MOST_CHANGES = 20;

const SIGNS = { gained: "➕ gained", changed: "🔁 changed", lost: "➖ lost" } as const;

function accessEntries(access: readonly AccessChange[]): Lines[] {
  return sortedAccess(access).map(({ direction, sentence, system }) => [
    `- ${SIGNS[direction]}: ${inline(sentence)} (${inline([system])})`,
  ]);
}

const DUTIES = { approves: "has to approve", consulted: "is consulted", informed: "is informed" } as const;

/** Reasons of one approval that are told in a comment. */
const MOST_REASONS = 5;

function approvalEntries(approvals: readonly Approval[]): Lines[] {
  return sortedApprovals(approvals).map(({ team, kind, reasons }) => {
    const all = sortedTexts(reasons).map((reason) => inline(reason));
    const rest = all.length > MOST_REASONS ? ` and ${numeral(all.length - MOST_REASONS)} more reasons` : "";
    const why = all.length === 0 ? "" : `: ${all.slice(0, MOST_REASONS).join(", ")}${rest}`;
    return [`- ${code(team)} ${DUTIES[kind]}${why}`];
  });
}

function lossEntry({ domain, hash, losses, acknowledged, entry, file }: LossSet): Lines {
  const stacks = sortedNames(losses.map(({ stack }) => stack));
  const inStacks = stacks.length === 1 && stacks[0] === domain ? "" : ` in ${codes(stacks)}`;
  const what = `${code(domain)}: ${counted(losses.length, "loss", "losses")}${inStacks}, ${code(hash)}`;
  if (acknowledged !== undefined) {
    const { by, reason } = acknowledged;
    return [`- ${what}, acknowledged by ${by}${reason === undefined ? "" : `: ${code(reason)}`}`];
  }
  const where = file === undefined ? "the label alone can acknowledge it" : `add to ${code(file)}`;
  return [
    `- ${what}: ${where}${file === undefined ? "" : ", or set the hash as a label"}`,
    ...(file === undefined ? [] : ["", ...fenced(entry.split(/\r?\n/).map(visible), "yaml"), ""]),
  ];
}

function findingEntry({ severity, code: rule, message, value, fix, at, position }: Finding): Lines {
  const place = code(`${at.file}:${position.line}:${position.column}`);
  const said = [message, value === undefined ? "" : `value: ${value}`, fix ?? ""].filter(
    (text) => text !== "",
  );
  return [
    `- **${severity}** ${inline([rule])} at ${place}: ${code(said.map((text) => shortText(text, 400)).join("; "))}`,
  ];
}
