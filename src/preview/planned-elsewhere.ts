import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listedUpTo, say, type Gap, type Plan, type Text } from "../review/model";
import { hasNoChange, PlanFileError } from "../review/plan";
import { StackComparison } from "./compare-stacks";
import { declaredOtherwise } from "./declared-otherwise";
import { knownStacks, mismatchOf, type KnownStacks } from "./match-plan";
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

interface ReadPlan {
  readonly stack: string;
  readonly read: ReadStackPlan;
}

/** Names of stacks in a sentence. */
const MOST_NAMES = 3;

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

/** Every stack of these constructs is sealed: a plan without a seal is of something else, or of something older. */
function unsealed(plans: readonly ReadPlan[], { environment }: KnownStacks): Gap[] {
  const names = plans.filter(({ read }) => read.plan.seal === undefined).map(({ stack }) => stack);
  const [first] = names;
  if (first === undefined) return [];
  const seal = `${environment}/${first}`;
  const whose =
    names.length === 1
      ? say`the plan of ${first} is`
      : say`the plans of ${listedUpTo(names, MOST_NAMES)} are`;
  return [
    {
      sentence: say`whether ${whose} what the name says is not known: there is no seal such as ${seal} in it`,
    },
  ];
}

/** A plan that does nothing where there is something to do is one of other manifests, or comes after the deployment. */
function idle(plans: readonly ReadPlan[], comparison: StackComparison): Gap[] {
  const names = plans
    .filter(({ stack, read }) => doesNothing(read.plan) && comparison.isDeclaredOtherwise(stack))
    .map(({ stack }) => stack);
  if (names.length === 0) return [];
  const whose =
    names.length === 1
      ? say`the plan of ${listedUpTo(names, MOST_NAMES)} does`
      : say`the plans of ${listedUpTo(names, MOST_NAMES)} do`;
  return [
    {
      sentence: say`${whose} nothing, although the manifests of both sides differ in it: it was made from others than these, or the change is deployed already`,
    },
  ];
}

/** A plan of an older synthesis, or of another branch, has the right seal and shows other changes. */
function stale(plans: readonly ReadPlan[], comparison: StackComparison): Gap[] {
  const others = plans.flatMap(({ stack, read: { plan, configured, secrets } }) => {
    const head = comparison.headOf(stack);
    if (configured === undefined || head === undefined || doesNothing(plan)) return [];
    const addresses = declaredOtherwise(configured, head.text);
    return addresses.length === 0
      ? []
      : [{ stack, addresses: addresses.map((each) => secrets.redact(each)) }];
  });
  const [first] = others;
  if (first === undefined) return [];
  const names = listedUpTo(
    others.map(({ stack }) => stack),
    MOST_NAMES,
  );
  const whose = others.length === 1 ? say`the plan of ${names} was` : say`the plans of ${names} were`;
  const where = others.length === 1 ? say`` : say`in ${first.stack}, `;
  const verb = first.addresses.length === 1 ? say`is` : say`are`;
  return [
    {
      sentence: say`${whose} made from other manifests or constructs than these: ${where}${listedUpTo(first.addresses, MOST_NAMES)} ${verb} declared otherwise; synthesise and plan again`,
    },
  ];
}

const doesNothing = (plan: Plan): boolean =>
  hasNoChange({ ...plan, changes: plan.changes.filter(({ action }) => action !== "read") });

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
