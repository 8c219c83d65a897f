import type { Finding } from "../../../finding";
import { plain, VERDICTS, type Approval, type ProductReview, type Rename, type Review } from "../../model";
import { mildEyesOf } from "../facts/eyes";
import { sortedApprovals, sortedFindings } from "../facts/list-order";
import { naturally, sortedBy, sortedByRisk, sortedTexts } from "../facts/order";
import { isUnplanned } from "../facts/title";
import { shortText, visible } from "../facts/visible";
import { counted, numeral } from "../facts/words";
import { acknowledgementList } from "./acknowledgements";
import { eyeLines } from "./eyes";
import { accessEntries } from "./access";
import { bytesOf, fenced, type Lines } from "./lines";
import { code, inline } from "./quote";

/** Something with a title and an entry for each; an entry may have several lines. */
export interface List {
  readonly title: string;
  /** What goes for all of them. */
  readonly lead?: Lines;
  readonly entries: readonly Lines[];
  /** How many stand before the fold at least. @default 1 */
  readonly least?: number;
}

/** How many entries of a list stand before the fold, where lists may have `most`. */
export const entriesBefore = ({ least = 1 }: List, most: number): number => Math.max(least, most);

/** Everything but stacks that can be longer than there is room. */
export function listsOf(review: Review): List[] {
  return [
    { title: ERRORS_TITLE, entries: isUnplanned(review) ? findingEntries(review, isError) : [], least: 10 },
    { title: "Renames to declare", entries: renameEntries(review) },
    acknowledgementList(review),
    { title: "Approvals", entries: approvalEntries(review.approvals), least: 6 },
    { title: "Interruption, cost and limits", entries: mildEntries(review) },
    { title: "Contracts", entries: sortedByRisk(review.products, ({ port }) => port).map(contractEntry) },
    { title: "Access", entries: accessEntries(review), least: 3 },
  ].filter(({ entries }) => entries.length > 0);
}

/** A list with at most so many entries; says how many it leaves out, and where they are. */
export function listLines({ title, lead = [], entries }: List, most: number, where: string): string[] {
  const shown = entries.slice(0, most);
  const rest = entries.length - shown.length;
  return [
    `**${title}**`,
    "",
    ...lead,
    ...shown.flat(),
    ...(rest > 0 ? [`- and ${numeral(rest)} more, ${where}`] : []),
  ];
}

/** How many entries fit into so many bytes, from the first on. */
export function fitting({ lead = [], entries }: List, bytes: number): number {
  let free = bytes - bytesOf(lead);
  const end = entries.findIndex((entry) => (free -= bytesOf(entry)) < 0);
  return end === -1 ? entries.length : end;
}

/** What the mesh's own rules say, worst first; without the errors that stand at the top already. */
export function findingList(review: Review): List {
  const isTold = isUnplanned(review) ? isError : () => false;
  const title = "What the rules of the mesh say";
  return { title, entries: findingEntries(review, (finding) => !isTold(finding)) };
}

/** The title of what lets nothing be planned. */
export const ERRORS_TITLE = "Errors to correct first";

const isError = ({ severity }: Finding): boolean => severity === "error";

const findingEntries = ({ findings }: Review, isWanted: (finding: Finding) => boolean): Lines[] =>
  sortedFindings(findings).filter(isWanted).map(findingEntry);

const mildEntries = (review: Review): Lines[] =>
  eyeLines(mildEyesOf(review), "byStack").map((line) => [line]);

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

function findingEntry({ severity, code: rule, message, value, fix, at, position }: Finding): Lines {
  const place = code(`${at.file}:${position.line}:${position.column}`);
  const said = [message, value === undefined ? "" : `value: ${value}`, fix ?? ""].filter(
    (text) => text !== "",
  );
  return [
    `- ${place} **${severity}** ${inline([rule])}: ${code(said.map((text) => shortText(text, 400)).join("; "))}`,
  ];
}
