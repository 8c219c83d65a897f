import { joined, say, type Review, type Text, type Verdict } from "../model";
import { accessCounts } from "./facts/access-lines";
import { brokenConsumers } from "./facts/affected";
import { breaksOf } from "./facts/breaks";
import { holds, lossesOf } from "./facts/losses";
import { sortedNames } from "./facts/order";
import { counted, numeral, someOf } from "./facts/words";
import { isUnplanned } from "./facts/title";
import { isUnprotected } from "../unprotected";

/** Whether a review says that it is safe to merge. */
export type Readiness = keyof typeof HEADLINES;

/** The first words of the answer, by what they mean. */
export const HEADLINES = {
  unsafe: "Not safe to merge as it is:",
  unknown: "Not known to be safe:",
  approval: "Safe to merge once approved:",
  care: "Safe to merge with care:",
  safe: "Safe to merge:",
  nothing: "Nothing changes:",
} as const;

/** The same for what could not be planned. */
const NOT_REVIEWED = "Not safe to merge, not reviewed:";

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
        : review.gaps.length > 0
          ? "unknown"
          : approval.length > 0
            ? "approval"
            : review.stacks.some((stack) => holds(stack, "interruption") || holds(stack, "cost")) ||
                remarkCount(review) + review.guards.length > 0
              ? "care"
              : "safe";
  const says = [...against, ...remarks];
  const known = says.length > 0 ? joined(says, ", ") : calmly(review, readiness);
  const parts = [known, ...review.gaps, ...approval];
  const headline = isUnplanned(review) ? NOT_REVIEWED : HEADLINES[readiness];
  return { readiness, headline, reasons: joined(parts, "; ") };
}

/** True when no stack, no contract, no access and no guard changes, and all of them were compared. */
export function isNothing({ stacks, products, access, guards, gaps }: Review): boolean {
  return stacks.length + products.length + access.length + guards.length + gaps.length === 0;
}

function reasonsAgainst(review: Review): Text[] {
  const unplanned = review.stacks.filter(({ missing = false }) => missing);
  const failed = review.stacks.filter(
    (stack) => stack.verdict === "planFailed" && !unplanned.includes(stack),
  );
  const { open } = lossesOf(review);
  const refused = resourcesOf(review).filter((resource) => resource.refused).length;
  return [
    ...(isUnplanned(review) ? manifestErrors(review) : []),
    ...(failed.length === 0
      ? []
      : [
          say`${[counted(failed.length, "plan")]} failed (${someOf(
            failed.map(({ stack }) => stack),
            MOST_NAMES,
          )})`,
        ]),
    ...unplannedReasons(unplanned.map(({ stack }) => stack)),
    ...(open === 0 ? [] : [[`${counted(open, "data loss", "data losses")} not acknowledged`]]),
    ...breaks(review),
    ...(refused === 0 ? [] : [[`Terraform refuses ${counted(refused, "change")}`]]),
    ...(isUnplanned(review) ? [] : manifestErrors(review)),
  ];
}

function manifestErrors({ findings }: Review): Text[] {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return errors === 0 ? [] : [[`${counted(errors, "error")} in the manifests`]];
}

function unplannedReasons(stacks: readonly string[]): Text[] {
  if (stacks.length === 0) return [];
  const words =
    stacks.length === 1 ? "1 stack differs and has" : `${counted(stacks.length, "stack")} differ and have`;
  return [say`${[words]} no plan (${someOf(stacks, MOST_NAMES)})`];
}

function breaks(review: Review): Text[] {
  const consumers = brokenConsumers(review);
  if (consumers.length > 0) {
    const words = `${counted(consumers.length, "consumer")} ${consumers.length === 1 ? "breaks" : "break"}`;
    return [say`${[words]} (${someOf(consumers, MOST_NAMES)})`];
  }
  return breaksOf(review).open > 0 ? [["readers break, whom the mesh does not name"]] : [];
}

/** What to know although nothing speaks against it. */
function remarksOf(review: Review): Text[] {
  const { acknowledged } = lossesOf(review);
  const broken = breaksOf(review).acknowledged;
  const { gained, changed, lost, gainedUnexplained } = accessCounts(review.access);
  const byNone = gainedUnexplained === 0 ? "" : `, ${numeral(gainedUnexplained)} by no agreement`;
  const unprotected = resourcesOf(review).filter(isUnprotected).length;
  const said: (readonly [number, string])[] = [
    [acknowledged, `${counted(acknowledged, "acknowledged data loss", "acknowledged data losses")}`],
    [broken, counted(broken, "acknowledged break")],
    [gained, `${counted(gained, "access", "accesses")} gained${byNone}`],
    [changed, `${counted(changed, "access", "accesses")} changed`],
    [lost, `${counted(lost, "access", "accesses")} lost`],
    [review.guards.length, `${counted(review.guards.length, "guard")} removed`],
    [unprotected, `${counted(unprotected, "resource")} no longer protected from being destroyed`],
  ];
  return [...said.flatMap(([count, words]) => (count > 0 ? [[words]] : [])), ...interruptions(review)];
}

function interruptions({ stacks }: Review): Text[] {
  const names = stacksThatHold(stacks, "interruption");
  if (names.length === 0) return [];
  return [say`${[counted(names.length, "stack")]} interrupted for a moment (${someOf(names, MOST_NAMES)})`];
}

const stacksThatHold = (stacks: Review["stacks"], verdict: Verdict): string[] =>
  stacks.filter((stack) => holds(stack, verdict)).map(({ stack }) => stack);

function approvalReasons({ approvals }: Review): Text[] {
  const teams = sortedNames(approvals.filter(({ kind }) => kind === "approves").map(({ team }) => team));
  if (teams.length === 0) return [];
  const words = `${counted(teams.length, "team")} ${teams.length === 1 ? "has" : "have"} to approve`;
  return [say`${[words]} (${someOf(teams, MOST_NAMES)})`];
}

function calmly(review: Review, readiness: Readiness): Text {
  if (isWithItself(review)) {
    return say`commit ${(review.head ?? "").slice(0, 12)} is compared with itself, and nothing has changed since; name what to compare with by ${"--base"}`;
  }
  if (review.stacks.length + review.products.length === 0 && readiness !== "nothing") {
    return ["what is compared stays as it is"];
  }
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
  const costs = stacksThatHold(review.stacks, "cost");
  const cost = costs.length === 0 ? [] : say`, costs or limits change in ${someOf(costs, MOST_NAMES)}`;
  return [`nothing is lost and nobody breaks${where}`, ...cost, ...(open === "" ? [] : [open])];
}

/** True when there can be no difference, because there is nothing to differ. */
function isWithItself(review: Review): boolean {
  const { head, base, uncommitted, unchanged } = review;
  const isSame = head !== undefined && head === base && !uncommitted;
  return isSame && isNothing(review) && unchanged.every(({ proven }) => proven);
}

/** What plans leave open: they are incomplete, put something off, or do what they do not list. */
const remarkCount = ({ stacks }: Review): number =>
  stacks.reduce((sum, { remarks }) => sum + remarks.length, 0);

const resourcesOf = ({ stacks }: Review) => stacks.flatMap(({ resources }) => resources);
