import type { Finding } from "../../../finding";
import type { AccessChange, ProductReview, Review } from "../../model";
import { accessLinesOf, accessText, accessWord } from "../facts/access-lines";
import { sortedApprovals, sortedFindings } from "../facts/list-order";
import { sortedBy, sortedNames, sortedTexts } from "../facts/order";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { counted } from "../facts/words";
import { MOST_NAMES, TERMINAL_ROWS } from "./limits";
import { more } from "./paint";

/** The `moved` entries that keep what is only called otherwise. */
export function renamesPart({ stacks }: Pick<Review, "stacks">): string[] {
  const found = stacks.flatMap(({ stack, resources }) =>
    resources.flatMap(({ rename }) => (rename === undefined ? [] : [{ stack, ...rename }])),
  );
  const distinct = [
    ...new Map(found.map((each) => [JSON.stringify([each.stack, each.from]), each])).values(),
  ];
  return [
    ...sortedBy(distinct, ({ from }) => from)
      .slice(0, MOST_NAMES)
      .flatMap(({ stack, from, to, because, moved }) => [
        `  ${shortText(from)} and ${shortText(to)} in ${shortText(stack)} are one: ${plainly(because)}`,
        `    ${shortText(moved, 1000)}`,
      ]),
    ...more(distinct.length - MOST_NAMES, "rename"),
  ];
}

/** Contracts that change without hurting anybody; those that break are looked at above. */
export function contractsPart({ products }: Review): string[] {
  const calm = sortedBy(products, ({ port }) => port).filter(
    ({ verdict }) => verdict !== "breaks" && verdict !== "dataLoss",
  );
  return [
    ...calm.slice(0, TERMINAL_ROWS.contracts).map(contractLine),
    ...more(calm.length - TERMINAL_ROWS.contracts, "contract"),
  ];
}

function contractLine({ port, versionBefore, versionAfter, changes }: ProductReview): string {
  const versions = [...new Set([versionBefore, versionAfter])].flatMap((version) => version ?? []);
  const told = changes.slice(0, MOST_NAMES).map(({ sentence }) => plainly(sentence));
  const rest = changes.length - told.length;
  const what = [...told, ...(rest > 0 ? [`${counted(rest, "change")} more`] : [])].join(", ");
  return `  ${[port, versions.map((version) => shortText(version)).join(" → ")].join(" ").trimEnd()}: ${what}`;
}

/** Who can do what they could not, and the other way round. */
export function accessPart(access: readonly AccessChange[], most: number = TERMINAL_ROWS.access): string[] {
  const lines = accessLinesOf(access);
  return [
    ...lines.slice(0, most).map((line) => `  ${accessWord(line)}: ${plainly(accessText(line))}`),
    ...more(lines.length - most, "change of access", "changes of access"),
  ];
}

/** Who has to approve, and who is told. */
export function approvalsPart({ approvals }: Review): string[] {
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

/** Findings, worst first: the place, what is wrong, and below it the value and the fix. */
export function findingsPart(findings: readonly Finding[], most: number, prefix: string): string[] {
  return [
    ...sortedFindings(findings)
      .slice(0, most)
      .flatMap(({ severity, message, value, fix, at, position }) => {
        const said = [
          ...(value === undefined ? [] : [`value: ${shortText(value)}`]),
          ...(fix === undefined ? [] : [shortText(fix, 400)]),
        ];
        return [
          `  ${shortText(`${prefix}${at.file}`)}:${position.line}:${position.column} ${severity}: ${shortText(message)}`,
          ...(said.length === 0 ? [] : [`    ${said.join("; ")}`]),
        ];
      }),
    ...more(findings.length - most, "finding"),
  ];
}

/** What plans leave open. */
export function remarksPart({ stacks }: Pick<Review, "stacks">): string[] {
  const all = stacks.flatMap(({ stack, remarks }) =>
    sortedTexts(remarks).map((remark) => `  ${shortText(stack)}: ${plainly(remark)}`),
  );
  return [...all.slice(0, TERMINAL_ROWS.remarks), ...more(all.length - TERMINAL_ROWS.remarks, "remark")];
}
