import { byRisk, VERDICTS, type ResourceReview } from "../../model";
import { countedKind } from "../facts/kinds";
import { sortedBy } from "../facts/order";
import { numeral } from "../facts/words";
import type { Lines } from "./lines";
import { code, inline } from "./quote";
import { summary } from "./resource";

/** Names of one kind that are told. */
const MOST_NAMES = 5;

/** True for what is new and nothing else: there is nothing to compare, and nothing to look at. */
export function isSimplyNew(resource: ResourceReview): boolean {
  const { action, verdict, rename, importId, previousAddress, deposed, refused } = resource;
  const others = [rename, importId, previousAddress, deposed].filter((each) => each !== undefined);
  return action === "create" && byRisk(verdict, "additive") >= 0 && others.length === 0 && !refused;
}

/** What is new, a line for each kind: how many, and the first few. */
export function madeLines(resources: readonly ResourceReview[], withNames: boolean): Lines {
  const byType = new Map<string, ResourceReview[]>();
  for (const resource of resources) {
    const alike = byType.get(resource.type);
    if (alike === undefined) byType.set(resource.type, [resource]);
    else alike.push(resource);
  }
  const kinds = sortedBy([...byType], ([type]) => type);
  if (!withNames)
    return [`${kinds.map(([type, { length }]) => inline(countedKind(type, length))).join(", ")}`];
  return kinds.map(([type, alike]) => {
    const [first] = alike;
    return first !== undefined && alike.length === 1
      ? `- ${summary(first)}`
      : `- ${VERDICTS.additive.icon} ${inline(countedKind(type, alike.length))}: ${namesOf(alike)}`;
  });
}

function namesOf(resources: readonly ResourceReview[]): string {
  const names = sortedBy(resources, nameOf).map((resource) => code(nameOf(resource)));
  const shown = names.slice(0, names.length <= MOST_NAMES + 1 ? names.length : MOST_NAMES);
  const rest = names.length - shown.length;
  return `${shown.join(", ")}${rest === 0 ? "" : ` and ${numeral(rest)} more`}`;
}

/** Without the stack, which is told above, and without what every construct's own resource ends in. */
const nameOf = ({ address, constructPath }: ResourceReview): string =>
  constructPath?.replace(/^[^/]*\//, "").replace(/\/Resource$/, "") ?? address;
