import { acknowledgementBlocks, approvals, breakSets, lossSets, PLATFORM } from "./approvals";
import { guardChanges } from "./guards";
import { accessReasons, agreementChanges, productReviews } from "./impact";
import {
  byRisk,
  listedUpTo,
  say,
  worst,
  type AccessChange,
  type Gap,
  type GuardChange,
  type ProductReview,
  type Review,
  type ReviewInput,
  type StackReview,
  type Text,
} from "./model";
import { sidesOf, type Sides } from "./sides";
import { reviewStack, type ReviewedStack } from "./stack-review";
import { blockingOf } from "./blocking";

/** Everything there is to say about a change: pure, and the same for the same input. */
export function reviewOf(input: ReviewInput): Review {
  const { id, environment, head, base, today, accepted, findings, limits, command } = input;
  const { gaps = [], uncommitted = false } = input;
  const sides = sidesOf(input);
  const agreements = agreementsOf(sides);
  const isKnown = sides.base !== undefined && sides.head !== undefined;
  const reasons = isKnown ? accessReasons(agreements, sides.all) : undefined;
  const reviewed = input.stacks.map((stack) => ({
    input: stack,
    ...reviewStack(stack, sides, reasons?.(stack.domain)),
  }));
  const changed = reviewed.filter(({ unchanged }) => !unchanged);
  const stacks = changed.map(({ review }) => review).sort((a, b) => byRisk(a.verdict, b.verdict));

  const isOpen = ({ ofChanges = false }: Gap): boolean => !ofChanges || stacks.length > 0;

  const products = productsOf(sides, today);
  const guards = guardsOf(sides);
  const name = sides.head?.environment.name ?? environment;
  const losses = lossSets(input.stacks, sides.head, accepted, today, name);
  const breaks = breakSets(
    reviewed.map(({ input: { plan }, review }) => ({ review, ...(plan === undefined ? {} : { plan }) })),
    products,
    { head: sides.head, accepted, today, environment: name },
  );
  const risks = { losses, breaks };
  const hashes = new Set([...losses, ...breaks].map(({ hash }) => hash));
  const failed = new Set(stacks.filter(isFailed).map(({ domain = PLATFORM }) => domain));
  const isPlanned = (domain: string): boolean => input.stacks.length > 0 && !failed.has(domain);
  return {
    ...{ id, environment },
    ...(head === undefined ? {} : { head }),
    ...(base === undefined ? {} : { base }),
    uncommitted,
    verdict: worst([
      ...stacks.map(({ verdict }) => verdict),
      ...products.map(({ verdict }) => verdict),
      ...(guards.length > 0 ? (["cost"] as const) : []),
      ...(agreements.length > 0 ? (["access"] as const) : []),
      ...(blockingOf(findings, sides.head !== undefined).length > 0 ? (["planFailed"] as const) : []),
    ]),
    stacks,
    unchanged: unchangedOf(reviewed),
    products,
    access: [...agreements, ...changed.flatMap(({ access }) => access)],
    guards,
    approvals: approvals(stacks, products, { ...risks, guards }, sides.base, sides.head),
    lossSets: losses,
    breakSets: breaks,
    acknowledgements: acknowledgementBlocks(risks, { ...sides, stacks, isPlanned }),
    unmatched: [...new Set(accepted)].filter((hash) => !hashes.has(hash)).sort(),
    findings,
    gaps: [...gaps.filter(isOpen).map(({ sentence }) => sentence), ...incomplete(input.stacks)],
    limits: [...limits, ...gaps.filter((gap) => !isOpen(gap)).map(({ sentence }) => sentence)],
    ...(command === undefined ? {} : { command }),
  };
}

/** More stacks than these are counted. */
const MOST_STACKS = 3;

/** Plans for some targets only, or that put changes off, tell nothing of the rest. */
function incomplete(stacks: ReviewInput["stacks"]): Text[] {
  const names = stacks.flatMap(({ stack, plan }) =>
    plan === undefined || plan.errored || plan.complete ? [] : [stack],
  );
  if (names.length === 0) return [];
  const whose = names.length === 1 ? "the plan" : "the plans";
  return [
    say`${[whose]} of ${listedUpTo(names, MOST_STACKS)} ${[names.length === 1 ? "leaves" : "leave"]} out what else changes there`,
  ];
}

const isFailed = ({ verdict }: Pick<StackReview, "verdict">): boolean => verdict === "planFailed";

function unchangedOf(
  reviewed: readonly (ReviewedStack & { readonly input: ReviewInput["stacks"][number] })[],
) {
  return reviewed
    .filter(({ unchanged }) => unchanged)
    .map(({ input: { stack, outcome } }) => ({ stack, proven: outcome === "proven" }))
    .sort((a, b) => (a.stack < b.stack ? -1 : 1));
}

/** Without both sides there is nothing to compare. */
const productsOf = ({ base, head }: Sides, today: string): readonly ProductReview[] =>
  base === undefined || head === undefined ? [] : productReviews(base, head, today);

const agreementsOf = ({ base, head }: Sides): readonly AccessChange[] =>
  base === undefined || head === undefined ? [] : agreementChanges(base, head);

const guardsOf = ({ base, head }: Sides): readonly GuardChange[] =>
  base === undefined || head === undefined ? [] : guardChanges(base, head);
