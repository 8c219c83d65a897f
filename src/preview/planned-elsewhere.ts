import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say, type Gap, type Text } from "../review/model";
import { PlanFileError } from "../review/plan";
import { StackComparison } from "./compare-stacks";
import { knownStacks, mismatchOf, type KnownStacks } from "./match-plan";
import { idle, stale, unsealed, type ReadPlan } from "./plan-gaps";
import type { PlannedStack } from "./preview";
import { publicWordsOf } from "./public-words";
import { readStackPlan, type ReadStackPlan, type StackPlanOptions } from "./read-stack-plan";
import { NOTHING, type Side } from "./side";

/**
 * Plans made elsewhere, by stack, as `terraform show -json` tells them; read one after another. What is asked for twice is
 * what is in the file: the first time it may come without what is never read of it.
 */
export type PlansByStack = ReadonlyMap<string, () => Uint8Array>;

/** The mesh that plans belong to. */
export interface PlansContext {
  readonly head?: Side;
  /** What the agreements and contracts were, whatever is known of the stacks. */
  readonly base?: Side;
  /** False when it is not known which stacks there were, or how they were made. @default false */
  readonly isComparable?: boolean;
  /** Output folder of the stacks as they were, when other constructs made them. @default - they are made here */
  readonly baseOutput?: string;
}

/** Plans made elsewhere, with what else is known of the stacks of their mesh. */
export interface PlannedElsewhere {
  readonly stacks: readonly PlannedStack[];
  readonly gaps: readonly Gap[];
  readonly limits: readonly Text[];
}

const NOT_PLANNED =
  "it differs from the base, and there is no plan of it; see what the job that plans it says, or name a plan with --plan";

const BY_BYTES: Text = say`stacks without a plan are compared by their bytes alone: what was changed in them by hand, or never deployed, is not seen`;

/**
 * Joins plans from elsewhere with what the mesh on either side knows of their stacks, in deployment order, and tells of
 * the stacks that differ and have none. Stacks that no mesh knows come last.
 *
 * @throws PlanFileError when a file is no plan, Error that names every plan of another stack or environment.
 */
export function plannedElsewhere(plans: PlansByStack, context: PlansContext = {}): PlannedElsewhere {
  const { head = NOTHING, base = NOTHING, isComparable = false, baseOutput } = context;
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const publicWords = publicWordsOf(head, base);
    const read = [...plans].map(([stack, bytes]): ReadPlan => {
      return { stack, read: readWhole(stack, bytes, publicWords, { configured: head.stacks.has(stack) }) };
    });
    const known = knownStacks(head, isComparable ? base : undefined);
    if (known !== undefined) refuseMismatches(read, known);

    // Making a stack takes longer than reading its plan: only what changes is worth it.
    const also = read.filter(({ read: { plan } }) => plan.changes.length > 0).map(({ stack }) => stack);
    const comparison = new StackComparison(
      isComparable
        ? { head, base, ...(baseOutput === undefined ? {} : { baseOutput }) }
        : { head, base: undefined },
      { folder: join(folder, "stacks"), also },
    );
    const stacks = [...ofMesh(read, comparison, isComparable), ...others(read, comparison, base)];
    return {
      stacks,
      gaps: [
        ...(known === undefined ? [] : unsealed(read, known)),
        ...idle(read, comparison),
        ...stale(read, comparison),
      ],
      limits: stacks.some(({ proven }) => proven) ? [BY_BYTES] : [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A place in an error is one of the whole file. */
function readWhole(
  stack: string,
  bytes: () => Uint8Array,
  publicWords: readonly string[],
  options: StackPlanOptions,
): ReadStackPlan {
  try {
    return readStackPlan(stack, bytes(), publicWords, options);
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    return readStackPlan(stack, bytes(), publicWords, options);
  }
}

/** @throws Error that names every plan that is not one of its stack. */
function refuseMismatches(plans: readonly ReadPlan[], known: KnownStacks): void {
  const problems = plans.flatMap(({ stack, read }) => mismatchOf(stack, read.plan.seal, known) ?? []);
  if (problems.length > 0) throw new Error(problems.join("; "));
}

/** The stacks of the mesh, with the plans that there are. */
function ofMesh(
  plans: readonly ReadPlan[],
  comparison: StackComparison,
  isComparable: boolean,
): PlannedStack[] {
  const byName = new Map(plans.map((plan) => [plan.stack, plan.read]));
  const differing = new Set(comparison.changed.map(({ stack }) => stack));
  return comparison.names.flatMap((stack): PlannedStack[] => {
    const read = byName.get(stack);
    const facts = comparison.factsOf(stack, read?.plan);
    // These plans are Terraform's own answer: what it refuses is an error of theirs.
    if (read !== undefined) return [{ ...facts, prevented: new Set<string>(), read, proven: false }];
    if (!isComparable) return [];
    const error = comparison.failures.get(stack);
    if (error !== undefined) return [{ ...facts, error, proven: false }];
    return differing.has(stack)
      ? [{ ...facts, error: NOT_PLANNED, missing: true, proven: false }]
      : [{ ...facts, proven: true }];
  });
}

/** Plans of stacks that are not in the comparison. */
function others(plans: readonly ReadPlan[], { names }: StackComparison, base: Side): PlannedStack[] {
  const known = new Set(names);
  return plans
    .filter(({ stack }) => !known.has(stack))
    .map(({ stack, read }) => {
      const domain = base.stacks.get(stack)?.domain;
      return {
        ...{ stack, read, proven: false },
        ...(domain === undefined ? {} : { domain }),
        ...{ constructs: new Map<string, string>(), prevented: new Set<string>() },
      };
    });
}
