import { listedUpTo, say, type Gap, type Plan, type Text } from "../review/model";
import { hasNoChange } from "../review/plan";
import type { StackComparison } from "./compare-stacks";
import { declaredOtherwise } from "./declared-otherwise";
import type { KnownStacks } from "./match-plan";
import type { ReadStackPlan } from "./read-stack-plan";

/** A plan with the stack that it is said to be of. */
export interface ReadPlan {
  readonly stack: string;
  readonly read: ReadStackPlan;
}

/** Names of stacks, or of resources, in a sentence. */
const MOST_NAMES = 3;

/** Every stack of these constructs is sealed: a plan without a seal is of something else, or of something older. */
export function unsealed(plans: readonly ReadPlan[], { environment }: KnownStacks): Gap[] {
  const names = plans.filter(({ read }) => read.plan.seal === undefined).map(({ stack }) => stack);
  const [first] = names;
  if (first === undefined) return [];
  const seal = `${environment}/${first}`;
  const whose = plansOf(names, "is", "are");
  return [
    {
      sentence: say`whether ${whose} what the name says is not known: there is no seal such as ${seal} in it`,
    },
  ];
}

/** A plan that does nothing where there is something to do is one of other manifests, or comes after the deployment. */
export function idle(plans: readonly ReadPlan[], comparison: StackComparison): Gap[] {
  const names = plans
    .filter(({ stack, read }) => doesNothing(read.plan) && comparison.isDeclaredOtherwise(stack))
    .map(({ stack }) => stack);
  if (names.length === 0) return [];
  const whose = plansOf(names, "does", "do");
  return [
    {
      sentence: say`${whose} nothing, although the manifests of both sides differ in it: it was made from others than these, or the change is deployed already`,
    },
  ];
}

/** A plan of an older synthesis, or of another branch, has the right seal and shows other changes. */
export function stale(plans: readonly ReadPlan[], comparison: StackComparison): Gap[] {
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
  const names = others.map(({ stack }) => stack);
  const whose = plansOf(names, "was", "were");
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

/** `the plan of orders is`, `the plans of orders and users are`. */
const plansOf = (stacks: readonly string[], one: string, many: string): Text =>
  stacks.length === 1
    ? say`the plan of ${listedUpTo(stacks, MOST_NAMES)} ${[one]}`
    : say`the plans of ${listedUpTo(stacks, MOST_NAMES)} ${[many]}`;
