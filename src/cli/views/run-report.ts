import type { Changes, RunReport, StackRemark, StackReport } from "../../deploy";
import type { Style } from "../style";
import { CHANGE_SIGNS, outcomeText, secondsText } from "./run-words";
import { section } from "./detail";
import { table } from "./table";
import { counted, wrapped } from "./text";

/** More stacks than this are too many for a table: then those where nothing happened are left out. */
export const MOST_STACKS = 60;

/** What a run did: a row per stack, and the words of Terraform about what went wrong. */
export function renderRun(report: RunReport, style: Style): string[] {
  const { environment, stacks, seconds } = report;
  const shown =
    stacks.length <= MOST_STACKS ? stacks : stacks.filter(({ outcome }) => outcome !== "unchanged");
  return [
    `${style.bold(environment)}, offline: ${counted(stacks.length, "stack")} in ${secondsText(seconds)} s`,
    ...(shown.length === 0 ? [] : ["", ...renderStacks(shown, style)]),
    ...(shown.length < stacks.length
      ? [`  and ${counted(stacks.length - shown.length, "unchanged stack")}`]
      : []),
    ...stacks.flatMap((stack) => section(titleOf(stack), renderRemarks(stack, style), style)),
  ];
}

const HEADINGS = ["create", "update", "replace", "destroy"] as const;

function renderStacks(stacks: readonly StackReport[], style: Style): string[] {
  const heading = [
    "stack",
    "",
    ...CHANGE_SIGNS.map(({ sign }, at) => `${sign}${HEADINGS[at] ?? ""}`),
    "seconds",
  ];
  const rows = stacks.map((report) => [
    report.stack,
    outcomeText(report),
    ...countsOf(report.changes),
    report.outcome === "skipped" ? "-" : secondsText(report.seconds),
  ]);
  return table([heading, ...rows], {
    indent: 2,
    right: [2, 3, 4, 5, 6],
    paint: (cell, column, row) => {
      if (row === 0 || cell === "-") return style.dim(cell);
      if (column === 1) return paintOutcome(stacks[row - 1], cell, style);
      return column === 4 || column === 5 ? style.yellow(cell) : cell;
    },
  });
}

const countsOf = (changes: Changes): string[] =>
  CHANGE_SIGNS.map(({ action }) => (changes[action] === 0 ? "-" : String(changes[action])));

function paintOutcome(report: StackReport | undefined, cell: string, style: Style): string {
  switch (report?.outcome) {
    case "failed":
    case "refused":
      return style.red(cell);
    case "skipped":
      return style.yellow(cell);
    case "unchanged":
      return style.dim(cell);
    default:
      return style.green(cell);
  }
}

const titleOf = ({ stack, outcome }: StackReport): string =>
  outcome === "failed" || outcome === "refused" ? `${stack} ${outcome}` : `${stack}: remarks`;

/** Terraform's explanations are single lines of any length. */
const DETAIL_COLUMNS = 96;

/** More remarks of one stack than this say nothing new. */
const MOST_REMARKS = 10;

function renderRemarks({ remarks }: StackReport, style: Style): string[] {
  const shown = remarks
    .slice(0, MOST_REMARKS)
    .flatMap((remark, at) => [...(at === 0 ? [] : [""]), ...renderRemark(remark, style)]);
  const left = remarks.length - MOST_REMARKS;
  return left > 0 ? [...shown, "", `  and ${counted(left, "more remark")}`] : shown;
}

/** Terraform's message, then what it is about: the address, and the construct behind it. */
function renderRemark(
  { severity, summary, detail, address, constructPath }: StackRemark,
  style: Style,
): string[] {
  const word = severity === "error" ? style.red("Error") : style.yellow("Warning");
  const [first = "", ...more] = summary.split("\n");
  const about = [address, constructPath && `(${constructPath})`].filter(
    (part) => part !== undefined && part !== "",
  );
  return [
    `  ${word}: ${first}`,
    ...more.map((line) => `    ${line}`),
    ...(about.length === 0 ? [] : [`    ${style.cyan(about.join(" "))}`]),
    ...(detail === ""
      ? []
      : wrapped(detail, DETAIL_COLUMNS).map((line) => (line === "" ? "" : `    ${line}`))),
  ];
}
