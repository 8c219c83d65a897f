import { joined, say, type Review, type Text } from "../model";
import { brokenConsumers } from "./facts/affected";
import { holds, lossesOf } from "./facts/losses";
import { sortedNames } from "./facts/order";
import { counted, someOf } from "./facts/words";

/** Whether a review says that it is safe to merge. */
export type Readiness = keyof typeof HEADLINES;

/** The first words of the answer, by what they mean. */
export const HEADLINES = {
  unsafe: "Not safe to merge as it is:",
  approval: "Safe to merge once approved:",
  care: "Safe to merge with care:",
  safe: "Safe to merge:",
  nothing: "Nothing changes:",
} as const;

/** The answer to "is it safe to merge?", in its parts. */
export interface Answer {
  readonly readiness: Readiness;
  /** `Not safe to merge as it is:`. */
  readonly headline: string;
  /** `1 data loss not acknowledged, 2 consumers break; 3 teams have to approve`. */
  readonly reasons: Text;
}

/** Most names that the answer holds of each kind. */
const MOST_NAMES = 3;

/** Answers "is it safe to merge?" in one sentence. */
export function answer(review: Review): Text {
  const { headline, reasons } = answerOf(review);
  return [`${headline} `, ...reasons];
}

/** The same in its parts, for outputs that make the headline stand out. */
export function answerOf(review: Review): Answer {
  const against = reasonsAgainst(review);
  const approval = approvalReasons(review);
  const remarks = remarksOf(review);
  const readiness: Readiness =
    against.length > 0
      ? "unsafe"
      : isNothing(review)
        ? "nothing"
        : approval.length > 0
          ? "approval"
          : review.stacks.some((stack) => holds(stack, "interruption") || holds(stack, "cost")) ||
              remarkCount(review) > 0
            ? "care"
            : "safe";
  const says = [...against, ...remarks];
  const parts = [says.length > 0 ? joined(says, ", ") : calmly(review, readiness), ...approval];
  return { readiness, headline: HEADLINES[readiness], reasons: joined(parts, "; ") };
}

/** True when no stack, no contract and no access changes. */
export function isNothing({ stacks, products, access }: Review): boolean {
  return stacks.length + products.length + access.length === 0;
}

function reasonsAgainst(review: Review): Text[] {
  const failed = review.stacks.filter(({ verdict }) => verdict === "planFailed");
  const { open } = lossesOf(review);
  const refused = resourcesOf(review).filter((resource) => resource.refused).length;
  const errors = review.findings.filter(({ severity }) => severity === "error").length;
  return [
    ...(failed.length === 0
      ? []
      : [
          say`${[counted(failed.length, "plan")]} failed (${someOf(
            failed.map(({ stack }) => stack),
            MOST_NAMES,
          )})`,
        ]),
    ...(open === 0 ? [] : [[`${counted(open, "data loss", "data losses")} not acknowledged`]]),
    ...breaks(review),
    ...(refused === 0 ? [] : [[`Terraform refuses ${counted(refused, "change")}`]]),
    ...(errors === 0
      ? []
      : [[`${counted(errors, "rule")} of the mesh ${errors === 1 ? "is" : "are"} violated`]]),
  ];
}

function breaks(review: Review): Text[] {
  const consumers = brokenConsumers(review);
  if (consumers.length > 0) {
    const words = `${counted(consumers.length, "consumer")} ${consumers.length === 1 ? "breaks" : "break"}`;
    return [say`${[words]} (${someOf(consumers, MOST_NAMES)})`];
  }
  const isBreaking =
    review.stacks.some((stack) => holds(stack, "breaks")) ||
    review.products.some(({ verdict }) => verdict === "breaks");
  return isBreaking ? [["readers break, whom the mesh does not name"]] : [];
}

/** What to know although nothing speaks against it. */
function remarksOf(review: Review): Text[] {
  const { acknowledged } = lossesOf(review);
  const gained = review.access.filter(({ direction }) => direction === "gained").length;
  const changed = review.access.filter(({ direction }) => direction === "changed").length;
  const lost = review.access.filter(({ direction }) => direction === "lost").length;
  const interrupted = review.stacks.filter((stack) => holds(stack, "interruption")).length;
  const said: (readonly [number, string])[] = [
    [acknowledged, `${counted(acknowledged, "acknowledged data loss", "acknowledged data losses")}`],
    [gained, `${counted(gained, "access", "accesses")} gained`],
    [changed, `${counted(changed, "access", "accesses")} changed`],
    [lost, `${counted(lost, "access", "accesses")} lost`],
    [interrupted, `${counted(interrupted, "stack")} interrupted for a moment`],
  ];
  return said.flatMap(([count, words]) => (count > 0 ? [[words]] : []));
}

function approvalReasons({ approvals }: Review): Text[] {
  const teams = sortedNames(approvals.filter(({ kind }) => kind === "approves").map(({ team }) => team));
  if (teams.length === 0) return [];
  const words = `${counted(teams.length, "team")} ${teams.length === 1 ? "has" : "have"} to approve`;
  return [say`${[words]} (${someOf(teams, MOST_NAMES)})`];
}

function calmly(review: Review, readiness: Readiness): Text {
  if (readiness === "nothing") {
    const stacks = review.unchanged.length;
    return [
      stacks === 1 ? "the one stack stays as it is" : `all ${counted(stacks, "stack")} stay as they are`,
    ];
  }
  const changes = resourcesOf(review).length;
  const remarks = remarkCount(review);
  const where = changes === 0 ? "" : ` in ${counted(changes, "change")}`;
  const open = remarks === 0 ? "" : `, as far as the plans tell: ${counted(remarks, "remark")} to read`;
  return [`nothing is lost and nobody breaks${where}${open}`];
}

/** What plans leave open: they are incomplete, put something off, or do what they do not list. */
const remarkCount = ({ stacks }: Review): number =>
  stacks.reduce((sum, { remarks }) => sum + remarks.length, 0);

const resourcesOf = ({ stacks }: Review) => stacks.flatMap(({ resources }) => resources);
