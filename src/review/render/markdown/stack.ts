import { byRisk, VERDICTS, type ResourceReview, type StackReview } from "../../model";
import { countsText } from "../facts/rows";
import { sortedBy, sortedByRisk, sortedTexts } from "../facts/order";
import { counted, numeral } from "../facts/words";
import { driftLines } from "./drift";
import { bytesOf, folded, type Lines } from "./lines";
import { isSimplyNew, madeLines } from "./made";
import { code, html, inline } from "./quote";
import { resourceByNames, resourceInFull, resourceName } from "./resource";
import { sectionsOf } from "./sections";

/** How a resource is told. */
type ResourceDetail = "address" | "names" | "full";

/** How much is told of a stack, least first: of what bears a risk, and of the rest. */
const DETAILS = {
  count: undefined,
  addresses: { risky: "address", rest: "address" },
  outlined: { risky: "names", rest: "address" },
  names: { risky: "names", rest: "names" },
  graded: { risky: "full", rest: "names" },
  full: { risky: "full", rest: "full" },
} as const satisfies Record<string, Shares | undefined>;

interface Shares {
  readonly risky: ResourceDetail;
  readonly rest: ResourceDetail;
}

export type StackDetail = keyof typeof DETAILS;

/** The names of the above, in their order. */
export const STACK_DETAILS = Object.keys(DETAILS) as readonly StackDetail[];

/** Addresses of one section that are told where nothing else of them is. */
const MOST_ADDRESSES = 100;

const OPEN: ReadonlySet<string> = new Set(["planFailed", "dataLoss", "breaks"]);

/** Lines about one stack; undefined as soon as they take more than so many bytes. */
export function stackLines(
  stack: StackReview,
  detail: StackDetail,
  bytes: number = Number.POSITIVE_INFINITY,
): Lines | undefined {
  const shares: Shares | undefined = DETAILS[detail];
  if (shares === undefined) return within(countLine(stack), bytes);
  const lines: string[] = [];
  let free = bytes;
  for (const part of partsOf(stack, shares)) {
    free -= bytesOf(part);
    if (free < 0) return undefined;
    lines.push(...part);
  }
  return within(folded(titleOf(stack), lines, OPEN.has(stack.verdict)), bytes);
}

/** True when there is more to tell of a stack than its row in the table. */
export function hasDetails({ resources, drift, otherDrift, outputs, remarks }: StackReview): boolean {
  return resources.length + drift.length + otherDrift + outputs.length + remarks.length > 0;
}

function* partsOf(stack: StackReview, shares: Shares): Generator<Lines> {
  for (const { title, resources } of sectionsOf(stack.resources)) {
    yield [`**${title} (${numeral(resources.length)})**`, ""];
    const simplyNew = resources.filter(isSimplyNew);
    const others = resources.filter((resource) => !isSimplyNew(resource));
    const sorted = sortedByRisk(others, ({ address, deposed = "" }) => `${address}\n${deposed}`);
    const split = sorted.findIndex(({ verdict }) => byRisk(verdict, "additive") >= 0);
    const end = split === -1 ? sorted.length : split;
    yield* resourceParts(sorted.slice(0, end), shares.risky);
    yield* resourceParts(sorted.slice(end), shares.rest);
    if (simplyNew.length > 0) yield [...madeLines(simplyNew, shares.rest !== "address"), ""];
  }
  yield driftLines(stack, shares.rest === "full");
  if (stack.outputs.length > 0) {
    const names = sortedBy(stack.outputs, ({ name }) => name).map(
      ({ name, action }) => `${code(name)} (${action})`,
    );
    yield [`**Outputs (${numeral(names.length)})**: ${names.join(", ")}`, ""];
  }
  if (stack.remarks.length > 0) {
    yield [
      "**Checks and remarks**",
      "",
      ...sortedTexts(stack.remarks).map((remark) => `- ${inline(remark)}`),
      "",
    ];
  }
}

function* resourceParts(resources: readonly ResourceReview[], detail: ResourceDetail): Generator<Lines> {
  if (resources.length === 0) return;
  if (detail === "address") yield [addressLine(resources)];
  else
    for (const resource of resources) yield (detail === "full" ? resourceInFull : resourceByNames)(resource);
  yield [""];
}

function addressLine(resources: readonly ResourceReview[]): string {
  const names = sortedBy(resources, ({ address }) => address).map(resourceName);
  const rest = names.length - MOST_ADDRESSES;
  return `${names.slice(0, MOST_ADDRESSES).join(", ")}${rest > 0 ? ` and ${numeral(rest)} more` : ""}`;
}

function titleOf({ stack, verdict, counts }: StackReview): string {
  const { icon, words } = VERDICTS[verdict];
  const drift = counts.drift === 0 ? "" : `, ${counted(counts.drift, "drifted resource")}`;
  const changes = countsText(counts);
  return `${icon} ${html([{ code: stack }])}: ${words}${changes === "" ? "" : ` ${changes}`}${drift}`;
}

function countLine({ stack, verdict, counts }: StackReview): Lines {
  const { icon, words } = VERDICTS[verdict];
  return [`- ${icon} ${code(stack)}: ${words} ${countsText(counts)}`.trimEnd()];
}

const within = (lines: Lines, bytes: number): Lines | undefined =>
  bytesOf(lines) <= bytes ? lines : undefined;
