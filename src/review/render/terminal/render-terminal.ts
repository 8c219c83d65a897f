import { byRisk, VERDICTS, type Review, type Text, type Verdict } from "../../model";
import { answerOf, type Readiness } from "../answer";
import { sortedAccess, sortedApprovals, sortedFindings, sortedLossSets } from "../facts/list-order";
import { alike } from "../facts/alike";
import { eyesOf, type Eye } from "../facts/eyes";
import { sortedNames } from "../facts/order";
import { countsText, rowsOf, type DomainRow } from "../facts/rows";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { counted, numeral, someOf } from "../facts/words";

/** How words stand out; the identity where they do not. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same };

/** Most rows of each part: all of it fits a screen or two, but for what has to be looked at. */
export const TERMINAL_ROWS = {
  domains: 10,
  eyes: 12,
  access: 5,
  approvals: 5,
  losses: 3,
  findings: 3,
} as const;

/** Most names in a line. */
const MOST_NAMES = 6;

/** A review in about forty lines, the answer first. */
export function renderTerminal(review: Review, paint: Paint = PLAIN): string[] {
  const { icon, words } = VERDICTS[review.verdict];
  const { headline, reasons, readiness } = answerOf(review);
  const parts = [
    [
      paint.bold(`${icon} ${words}: ${shortText(review.id)}`),
      `${colourOf(readiness, paint)(headline)} ${plainly(reasons)}`,
    ],
    tablePart(rowsOf(review), paint),
    [...failedPart(review), ...unchangedPart(review, paint)],
    titled("What needs your eyes", eyesPart(eyesOf(review), paint), paint),
    titled("Access", accessPart(review), paint),
    titled("Approvals", approvalsPart(review), paint),
    titled("Acknowledging the loss", lossesPart(review), paint),
    titled("What the rules of the mesh say", findingsPart(review), paint),
    review.command === undefined ? [] : [paint.dim(`all of it: ${shortText(review.command)} --format html`)],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ["", ...part]));
}

function tablePart(rows: readonly DomainRow[], paint: Paint): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, TERMINAL_ROWS.domains);
  const cells = shown.map(({ domain, verdict, counts, consumers }) => [
    shortText(domain),
    VERDICTS[verdict].words,
    countsText(counts),
    counts.drift === 0 ? "" : counted(counts.drift, "drift", "drifts"),
    consumers.length === 0 ? "" : counted(consumers.length, "consumer"),
  ]);
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  const lines = cells.map((row, at) => {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    const verdict = line[1] ?? "";
    line[1] = colourOfVerdict(shown[at]?.verdict ?? "none", paint)(verdict);
    return `  ${line.join("  ")}`.trimEnd();
  });
  return [...lines, ...more(rows.length - shown.length, "domain")];
}

function failedPart({ stacks }: Review): string[] {
  const failed = stacks.filter(({ verdict }) => verdict === "planFailed");
  return [
    ...failed.slice(0, TERMINAL_ROWS.findings).map(({ stack, error = "the plan stopped half-way" }) => {
      const [first = ""] = error.split("\n").filter((line) => line.trim() !== "");
      return `  ${shortText(stack)}: ${shortText(first)}`;
    }),
    ...more(failed.length - TERMINAL_ROWS.findings, "plan that failed", "plans that failed"),
  ];
}

function unchangedPart({ unchanged }: Review, paint: Paint): string[] {
  if (unchanged.length === 0) return [];
  const names = plainly(
    someOf(
      unchanged.map(({ stack }) => stack),
      MOST_NAMES,
    ),
  ).replaceAll("`", "");
  return [paint.dim(`  ${counted(unchanged.length, "stack")} unchanged: ${names}`)];
}

/** What is lost or breaks is there whatever its number; the same sentence about many is one line. */
function eyesPart(eyes: readonly Eye[], paint: Paint): string[] {
  const isLong = eyes.length > TERMINAL_ROWS.eyes;
  const groups = alike(
    eyes,
    ({ sentence }) => sentence,
    ({ verdict, acknowledged, where }) => JSON.stringify([verdict, acknowledged, isLong ? "" : where]),
  );
  return groups.flatMap(({ items: [first, ...others], shared, names }) => {
    if (first === undefined) return [];
    const accepted = first.acknowledged ? " (acknowledged)" : "";
    const all = sortedNames(names.flatMap(([name]) => (name === undefined ? [] : [name])));
    const sentence: Text = others.length === 0 ? shared : [`${numeral(names.length)} × `, ...shared, ": "];
    const named = others.length === 0 ? "" : plainly(someOf(all, MOST_NAMES * 2));
    const words = colourOfVerdict(first.verdict, paint)(VERDICTS[first.verdict].words);
    const line = `  ${words}: ${plainly(sentence)}${named}${accepted}`;
    if (isLong) return [line];
    const readers =
      first.consumers.length === 0
        ? ""
        : `, read by ${first.consumers.map((name) => shortText(name)).join(", ")}`;
    return [
      line,
      paint.dim(`    ${shortText(first.where)}${readers}`),
      ...(first.wayOut === undefined ? [] : [`    instead: ${plainly(first.wayOut)}`]),
    ];
  });
}

function accessPart({ access }: Review): string[] {
  return [
    ...sortedAccess(access)
      .slice(0, TERMINAL_ROWS.access)
      .map(({ direction, sentence, system }) => `  ${direction}: ${plainly(sentence)} (${system})`),
    ...more(access.length - TERMINAL_ROWS.access, "change", "changes"),
  ];
}

function approvalsPart({ approvals }: Review): string[] {
  const words = { approves: "has to approve", consulted: "is consulted", informed: "is informed" } as const;
  return [
    ...sortedApprovals(approvals)
      .slice(0, TERMINAL_ROWS.approvals)
      .map(({ team, kind, reasons }) => {
        const why =
          reasons.length === 0 ? "" : `: ${sortedNames(reasons.map((reason) => plainly(reason))).join(", ")}`;
        return `  ${shortText(team)} ${words[kind]}${shortText(why, 300)}`;
      }),
    ...more(approvals.length - TERMINAL_ROWS.approvals, "team"),
  ];
}

function lossesPart({ lossSets }: Review): string[] {
  const open = sortedLossSets(lossSets).filter(({ acknowledged }) => acknowledged === undefined);
  return [
    ...open
      .slice(0, TERMINAL_ROWS.losses)
      .flatMap(({ domain, hash, entry, file, losses }) => [
        `  ${shortText(domain)}: ${counted(losses.length, "loss", "losses")}, label ${shortText(hash)}` +
          (file === undefined ? "" : `, or add to ${shortText(file)}:`),
        ...(file === undefined ? [] : entry.split(/\r?\n/).map((line) => `  ${shortText(line, 400)}`)),
      ]),
    ...more(open.length - TERMINAL_ROWS.losses, "set of losses", "sets of losses"),
  ];
}

function findingsPart({ findings }: Review): string[] {
  return [
    ...sortedFindings(findings)
      .slice(0, TERMINAL_ROWS.findings)
      .map(({ severity, message, at, position }) => {
        return `  ${shortText(at.file)}:${position.line}:${position.column} ${severity}: ${shortText(message)}`;
      }),
    ...more(findings.length - TERMINAL_ROWS.findings, "finding"),
  ];
}

const titled = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0 ? [] : [paint.bold(title), ...lines];

const more = (count: number, one: string, many?: string): string[] =>
  count > 0 ? [`  and ${counted(count, one, many)} more`] : [];

function colourOf(readiness: Readiness, paint: Paint): (text: string) => string {
  if (readiness === "unsafe") return (text) => paint.red(paint.bold(text));
  return readiness === "safe" || readiness === "nothing" ? paint.green : paint.yellow;
}

function colourOfVerdict(verdict: Verdict, paint: Paint): (text: string) => string {
  if (byRisk(verdict, "breaks") <= 0) return paint.red;
  return byRisk(verdict, "cost") <= 0 ? paint.yellow : paint.green;
}

function same(text: string): string {
  return text;
}
