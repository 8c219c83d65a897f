import { accessDiff, type ReasonOf } from "./access";
import { countsOf } from "./counts";
import {
  at,
  byRisk,
  listedUpTo,
  say,
  UNKNOWN,
  worst,
  type AccessChange,
  type AccessReason,
  type Plan,
  type ResourceChange,
  type ResourceReview,
  type StackInput,
  type StackReview,
  type Text,
  type Verdict,
} from "./model";
import { renamesOf } from "./renames";
import { effectsIn, effectsOf } from "./rules";
import { resourceReview } from "./resource-review";
import type { Sides } from "./sides";
import { withUnprotected } from "./unprotected";

/** What one stack comes to. */
export interface ReviewedStack {
  readonly review: StackReview;
  readonly access: readonly AccessChange[];
  /** Nothing of it changes. */
  readonly unchanged: boolean;
}

/**
 * Reviews one stack's plan.
 *
 * @param reasonOf why access changes, where both sides of the mesh are known
 */
export function reviewStack(input: StackInput, sides: Sides, reasonOf?: ReasonOf): ReviewedStack {
  const { stack, domain, plan, error, outcome } = input;
  const changes = (plan?.changes ?? []).filter(isChange);
  const renames = new Map(
    renamesOf(changes).flatMap((rename) => [rename.from, rename.to].map((at) => [at, rename])),
  );
  const inPlan = plan === undefined ? effectsOf : effectsIn(plan);
  const access = accessDiff(plan?.changes ?? [], plan?.references, reasonOf);
  const isOpened = reasonOf !== undefined && access.some(isUnexplained);
  // Who gets a policy that is not made yet is told by the policy, which is in the same plan.
  const opens = (change: ResourceChange): boolean =>
    isOpened &&
    at(change.after, "policy_arn") !== UNKNOWN &&
    accessDiff([change], plan?.references, reasonOf).some(isUnexplained);
  const reviewed = changes.map((change) => {
    const rename = renames.get(change.address);
    const inputs = plan?.references.get(change.address);
    return resourceReview(change, {
      ...{ stack: input, sides, effectsOf: inPlan, opens },
      ...(rename === undefined ? {} : { rename }),
      ...(inputs === undefined ? {} : { inputs }),
    });
  });
  const resources = withUnprotected(reviewed, input).sort((a, b) => byRisk(a.verdict, b.verdict));
  const remarks = [...goneRemarks(input), ...(plan === undefined ? [] : remarksOf(plan, changes.length))];
  const outputs = (plan?.outputs ?? [])
    .filter(({ action }) => action !== "no-op")
    .map(({ name, action }) => ({ name, action }));
  const drift = (plan?.drift ?? []).map((change) =>
    resourceReview(change, { stack: input, sides, effectsOf }),
  );
  const file = sides.all.map(({ index }) => index.mesh.domains.get(domain ?? "")?.file).findLast(Boolean);
  const isMissing = outcome === "missing";
  const hasFailed = outcome === "failed" || isMissing || error !== undefined || plan?.errored === true;
  const unchanged = !hasFailed && resources.length + outputs.length + drift.length + remarks.length === 0;
  return {
    review: {
      stack,
      ...(domain === undefined ? {} : { domain }),
      verdict: hasFailed ? "planFailed" : verdictOf(resources, unchanged),
      counts: countsOf(changes, drift.length),
      ...{ resources, drift, outputs, remarks },
      otherDrift: plan?.otherDrift ?? 0,
      ...(error === undefined ? {} : { error }),
      ...(isMissing ? { missing: true } : {}),
      ...(file === undefined ? {} : { file }),
    },
    access: access.map((change) => ({
      ...change,
      stack,
      ...(reasonOf === undefined || change.because !== undefined ? {} : { because: UNEXPLAINED }),
    })),
    unchanged,
  };
}

/** What is no grant, such as a boundary that is taken away, follows from nothing that the mesh says. */
const UNEXPLAINED: AccessReason = { kind: "none" };

const isUnexplained = ({ direction, because = UNEXPLAINED }: AccessChange): boolean =>
  direction === "gained" && because.kind === "none";

/** What Terraform lists without meaning to do anything is left out, and so is what it only reads. */
function isChange({ action, mode, previousAddress, importing }: ResourceChange): boolean {
  if (mode === "data" || action === "read") return false;
  return action !== "no-op" || previousAddress !== undefined || importing !== undefined;
}

/** A stack that changes is never called unchanged, however little it does. */
function verdictOf(resources: readonly ResourceReview[], unchanged: boolean): Verdict {
  const found = worst(resources.map(({ verdict }) => verdict));
  const onlyState = resources.length > 0 && resources.every(({ action }) => action === "no-op");
  return found === "none" && !unchanged && !onlyState ? "additive" : found;
}

function goneRemarks({ stack, plan, gone = false }: StackInput): Text[] {
  if (!gone) return [];
  const listed = plan === undefined ? "" : " as listed here";
  return [
    say`the mesh has no stack ${stack} any more: what it made stays as it is, and nobody looks after it, until somebody destroys it${[listed]}`,
  ];
}

/** What an apply does although nothing that changes is listed. */
function doesMore({ applyable, changes }: Plan): Text[] {
  const reads = changes.filter(({ action }) => action === "read").map(({ address }) => address);
  if (reads.length > 0) return [say`nothing but reading is done: Terraform reads ${listedUpTo(reads, 3)}`];
  return applyable === true ? [say`Terraform would do something that its plan does not list`] : [];
}

function remarksOf(plan: Plan, listed: number): Text[] {
  const { errored, complete, deferred, checks, actionInvocations, outputs } = plan;
  const remarks: Text[] = [];
  if (errored) remarks.push(say`Terraform stopped half-way: what is listed here is not all`);
  else if (!complete)
    remarks.push(say`this plan is not complete: it is for some targets only, or puts changes off`);
  if (!errored && listed + outputs.length + actionInvocations === 0) remarks.push(...doesMore(plan));
  for (const { reason, change } of deferred) {
    remarks.push(say`${change.address} is put off to a later plan (${reason})`);
  }
  for (const { about, status, messages } of checks) {
    remarks.push(
      say`check ${about} ${[status === "fail" ? "fails" : "cannot be made"]}: ${messages.join("; ")}`,
    );
  }
  if (actionInvocations > 0) {
    remarks.push(say`${actionInvocations} actions of providers are run besides`);
  }
  return remarks;
}
