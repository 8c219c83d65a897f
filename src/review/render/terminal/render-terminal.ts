import type { Review } from "../../model";
import { answerOf } from "../answer";
import { eyesOf, mildEyesOf } from "../facts/eyes";
import { rowsOf } from "../facts/rows";
import { isUnplanned, titleOf } from "../facts/title";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { acknowledgementsPart } from "./acknowledgements";
import { eyesPart, mildPart } from "./eyes";
import { TERMINAL_ROWS } from "./limits";
import { accessPart, approvalsPart, contractsPart, findingsPart, remarksPart, renamesPart } from "./lists";
import { colourOf, parted, PLAIN, titled, type Paint } from "./paint";
import { failedPart, tablePart, unchangedPart } from "./table";
import { wrapped } from "./wrap";

/** How a review is shown on a terminal. */
export interface TerminalOptions {
  /** @default - nothing stands out */
  readonly paint?: Paint;
  /** Goes before the paths of manifests, so that they lead somewhere from the working directory. @default "" */
  readonly prefix?: string;
  /** The command that writes all of it to a file. @default - none is named */
  readonly inFull?: string;
  /** Columns that sentences are broken to. What is there to be copied stays whole. @default - none is broken */
  readonly columns?: number;
}

/** What is there to be copied is set in deeper than what is said of it. */
const TO_COPY = "    ";

/** A review in about forty lines, the answer first. */
export function renderTerminal(review: Review, options: TerminalOptions = {}): string[] {
  const { paint = PLAIN, prefix = "", inFull, columns } = options;
  const errors = isUnplanned(review) ? review.findings.filter(({ severity }) => severity === "error") : [];
  const others = review.findings.filter((finding) => !errors.includes(finding));
  // What they say of plans is of none.
  const limits = isUnplanned(review) ? [] : review.limits.map((limit) => `  ${plainly(limit)}`);
  const told = (title: string, lines: readonly string[]): string[] =>
    titled(title, wrapped(lines, columns), paint);
  const copied = (title: string, lines: readonly string[]): string[] =>
    titled(
      title,
      lines.flatMap((line) => (line.startsWith(TO_COPY) ? [line] : wrapped([line], columns))),
      paint,
    );
  return parted([
    wrapped(topPart(review, paint), columns),
    told("Errors to correct first", findingsPart(errors, TERMINAL_ROWS.errors, prefix)),
    tablePart(rowsOf(review), paint),
    wrapped([...failedPart(review), ...unchangedPart(review, paint)], columns),
    told("What needs your eyes", eyesPart(eyesOf(review), paint)),
    copied("Renames to declare", renamesPart(review)),
    copied("Acknowledgements", acknowledgementsPart(review, prefix)),
    told("Approvals", approvalsPart(review)),
    told("Interruption, cost and limits", mildPart(mildEyesOf(review), paint)),
    told("Contracts", contractsPart(review)),
    told("Access", accessPart(review.access)),
    told("What the rules of the mesh say", findingsPart(others, TERMINAL_ROWS.findings, prefix)),
    told("What the plans leave open", remarksPart(review)),
    told("What this review cannot know", limits),
    inFull === undefined ? [] : [paint.dim(`All of it, as a page: ${shortText(inFull, 400)}`)],
  ]);
}

/** Verdict and answer. */
function topPart(review: Review, paint: Paint): string[] {
  const { icon, words } = titleOf(review);
  const { headline, reasons, readiness } = answerOf(review);
  return [
    paint.bold(`${icon} ${words}: ${shortText(review.id)}`),
    `${colourOf(readiness, paint)(headline)} ${plainly(reasons)}`,
    ...(review.uncommitted ? [paint.dim(reviewedWords(review))] : []),
  ];
}

/** Twelve digits of a commit are enough to find it. */
function reviewedWords({ head }: Review): string {
  const commit = head === undefined ? "" : `commit ${shortText(head.slice(0, 12))} and `;
  return `this is about ${commit}changes that are in no commit`;
}
