import { approvals, lossSets } from "./approvals";
import { agreementChanges, productReviews } from "./impact";
import { byRisk, worst, type AccessChange, type ProductReview, type Review, type ReviewInput } from "./model";
import { sidesOf, type Sides } from "./sides";
import { reviewStack, type ReviewedStack } from "./stack-review";
import { blockingOf } from "./blocking";

/** Everything there is to say about a change: pure, and the same for the same input. */
export function reviewOf(input: ReviewInput): Review {
  const { id, environment, head, base, today, accepted, findings, limits, command } = input;
  const sides = sidesOf(input);
  const reviewed = input.stacks.map((stack) => ({ input: stack, ...reviewStack(stack, sides) }));
  const changed = reviewed.filter(({ unchanged }) => !unchanged);
  const stacks = changed.map(({ review }) => review).sort((a, b) => byRisk(a.verdict, b.verdict));

  const products = productsOf(sides, today);
  const agreements = agreementsOf(sides);
  const losses = lossSets(
    input.stacks,
    sides.head,
    accepted,
    today,
    sides.head?.environment.name ?? environment,
  );
  return {
    ...{ id, environment },
    ...(head === undefined ? {} : { head }),
    ...(base === undefined ? {} : { base }),
    verdict: worst([
      ...stacks.map(({ verdict }) => verdict),
      ...products.map(({ verdict }) => verdict),
      ...(agreements.length > 0 ? (["access"] as const) : []),
      ...(blockingOf(findings, sides.head !== undefined).length > 0 ? (["planFailed"] as const) : []),
    ]),
    stacks,
    unchanged: unchangedOf(reviewed),
    products,
    access: [...agreements, ...changed.flatMap(({ access }) => access)],
    approvals: approvals(stacks, products, losses, sides.base, sides.head),
    lossSets: losses,
    ...{ findings, limits },
    ...(command === undefined ? {} : { command }),
  };
}

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
