import { byRisk, say, worst, type Effect, type ResourceReview, type StackInput } from "./model";

const RULE = "lifecycle/unprotected";

/** True when Terraform would have refused to destroy it, and would not any more. */
export const isUnprotected = ({ effects }: ResourceReview): boolean =>
  effects.some(({ rule }) => rule === RULE);

/** Resources of a stack, those in their number that Terraform would not refuse to destroy any more. */
export function withUnprotected(
  reviewed: readonly ResourceReview[],
  { unprotected = new Set(), constructs }: Pick<StackInput, "unprotected" | "constructs">,
): ResourceReview[] {
  const listed = new Set(reviewed.map(({ address }) => address));
  const others = [...unprotected].filter((address) => !listed.has(address)).sort();
  return [
    ...reviewed.map((resource) => (unprotected.has(resource.address) ? unprotectedToo(resource) : resource)),
    ...others.map((address) => unprotectedOnly(address, constructs.get(address))),
  ];
}

/**
 * Nothing is lost by it now, so that it is no loss, and nobody notices, so that it is no interruption: a limit is
 * lifted. But the next change that destroys it is stopped by nothing, which is why a reviewer has to see it.
 */
const effectOn = (address: string): Effect => ({
  rule: RULE,
  verdict: "cost",
  sentence: say`${address} is no longer protected from being destroyed: ${"prevent_destroy"} is gone`,
  toBeSeen: true,
  wayOut: say`keep ${"prevent_destroy"} until what it holds may go`,
});

function unprotectedToo(resource: ResourceReview): ResourceReview {
  const effects = [...resource.effects, effectOn(resource.address)].sort((a, b) =>
    byRisk(a.verdict, b.verdict),
  );
  return { ...resource, effects, verdict: worst([resource.verdict, "cost"]) };
}

/** No plan lists it: to Terraform nothing changes. */
function unprotectedOnly(address: string, constructPath: string | undefined): ResourceReview {
  const [type = ""] = address.split(".");
  return {
    address,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...{ type, action: "no-op", createFirst: false, verdict: "cost", effects: [effectOn(address)] },
    ...{ attributes: [], unknown: 0, ports: [], consumers: [], refused: false },
  };
}
