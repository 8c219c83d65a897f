import { byRisk, VERDICTS, type Review, type Verdict } from "../../model";
import { countsText, sumOf, type DomainRow } from "../facts/rows";
import { sortedNames } from "../facts/order";
import { counted, numeral, someOf, verdictWords } from "../facts/words";
import { code, inline } from "./quote";

/** Unchanged stacks that are named; the rest is counted. */
const MOST_UNCHANGED = 12;

/** Rows that are there whatever their number. */
const ALWAYS: Verdict = "breaks";

/**
 * The table of domains; beyond `most` rows, those with the least risk become one row per verdict.
 *
 * @param graveToo whether rows of losses and breaks may be joined as well. @default false
 */
export function tableLines(rows: readonly DomainRow[], most: number, graveToo = false): string[] {
  if (rows.length === 0) return [];
  const kept = rows.filter(({ verdict }, at) => at < most || (!graveToo && byRisk(verdict, ALWAYS) <= 0));
  const rest = rows.slice(kept.length);
  return [
    "| domain | verdict | changes | drift | consumers affected |",
    "|---|---|---|---|---|",
    ...kept.map((row) => rowLine(code(row.domain, true), row)),
    ...joinedRows(rest).map((row) => rowLine(row.domain, row)),
  ];
}

/** What the signs in the table mean. */
export const LEGEND = "+ made, ~ changed, ± replaced, − deleted, ↦ moved, ⇣ imported, ⌫ forgotten";

/** `7 stacks unchanged: a, b and 5 more`; nothing when there are none. */
export function unchangedLines(unchanged: Review["unchanged"]): string[] {
  if (unchanged.length === 0) return [];
  const proven = unchanged.filter((stack) => stack.proven).length;
  const how =
    proven === unchanged.length
      ? ", proven by equal bytes"
      : proven > 0
        ? `, ${numeral(proven)} of them proven by equal bytes`
        : "";
  const names = sortedNames(unchanged.map(({ stack }) => stack));
  return [
    `⚪ ${counted(unchanged.length, "stack")} unchanged${how}: ${inline(someOf(names, MOST_UNCHANGED))}`,
  ];
}

/** Every stack whose plan failed, with the first line of why; those that failed alike together. */
export function failedLines({ stacks }: Pick<Review, "stacks">, most: number): string[] {
  const groups = new Map<string, string[]>();
  for (const { stack, error, verdict } of stacks) {
    if (verdict !== "planFailed") continue;
    const why = error?.split("\n").find((line) => line.trim() !== "") ?? "the plan stopped half-way";
    groups.set(why, [...(groups.get(why) ?? []), stack]);
  }
  const lines = [...groups].map(
    ([why, names]) => `- ${VERDICTS.planFailed.icon} ${inline(someOf(names, MOST_UNCHANGED))}: ${code(why)}`,
  );
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), `- and ${numeral(lines.length - most)} more reasons, in the whole report`];
}

function rowLine(domain: string, { verdict, counts, consumers }: Omit<DomainRow, "domain">): string {
  const drift = counts.drift === 0 ? "" : String(counts.drift);
  const readers = consumers.length === 0 ? "" : `${consumers.length}`;
  const cells = [domain, verdictWords(verdict), countsText(counts), drift, readers];
  return `| ${cells.join(" | ")} |`;
}

function joinedRows(rows: readonly DomainRow[]): DomainRow[] {
  const verdicts = new Map<Verdict, DomainRow[]>();
  for (const row of rows) {
    const group = verdicts.get(row.verdict);
    if (group === undefined) verdicts.set(row.verdict, [row]);
    else group.push(row);
  }
  return [...verdicts].map(([verdict, group]) => ({
    domain: counted(group.length, "more domain"),
    verdict,
    counts: sumOf(group.map(({ counts }) => counts)),
    consumers: sortedNames(group.flatMap(({ consumers }) => consumers)),
  }));
}
