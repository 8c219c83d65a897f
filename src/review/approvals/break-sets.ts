import { compare, planEntry } from "../../mesh";
import { listedUpTo, say, type BreakSet, type MeshSide, type ProductReview } from "../model";
import { breaksOfPlan, breaksOfProduct, type FoundBreak, type ReviewedPlan } from "./breaks-of";
import { acknowledgedOf, placeOf, PLATFORM } from "./place";
import { riskHash } from "./risk-hash";

/** What is known of how somebody accepts what breaks. */
export interface BreakAcceptance {
  readonly head: MeshSide | undefined;
  /** Hashes that a label or a flag accepts. */
  readonly accepted: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly environment: string;
}

/** More readers than these are counted. */
const MOST_READERS = 4;

/**
 * What each domain breaks for its readers, with the hash that accepts exactly that for exactly these readers, and
 * whether it is accepted; by domain.
 */
export function breakSets(
  plans: readonly ReviewedPlan[],
  products: readonly ProductReview[],
  acceptance: BreakAcceptance,
): BreakSet[] {
  const byDomain = new Map<string, FoundBreak[]>();
  const add = (domain: string, found: readonly FoundBreak[]) => {
    if (found.length > 0) byDomain.set(domain, [...(byDomain.get(domain) ?? []), ...found]);
  };
  for (const plan of plans) add(plan.review.domain ?? PLATFORM, breaksOfPlan(plan));
  for (const product of products) add(product.domain, breaksOfProduct(product));
  return [...byDomain]
    .sort(([a], [b]) => compare(a, b))
    .map(([domain, found]) => setOf(domain, found, acceptance));
}

function setOf(
  domain: string,
  found: readonly FoundBreak[],
  { head, accepted, today, environment }: BreakAcceptance,
): BreakSet {
  const hash = riskHash("breaks", { environment, of: domain }, found);
  const place = head && placeOf(head.index.mesh, domain);
  const acknowledged = acknowledgedOf(hash, place, accepted, today);
  const consumers = [...new Set(found.flatMap((each) => each.consumers))].sort(compare);
  const readers = consumers.length === 0 ? ["its readers"] : listedUpTo(consumers, MOST_READERS);
  return {
    ...{ domain, hash, consumers },
    about: say`domain ${domain} in ${environment}: breaks ${readers}`,
    breaks: found.map(({ facts: _facts, consumers: _consumers, ...each }) => each),
    ...(acknowledged === undefined ? {} : { acknowledged }),
    entry: planEntry(hash, today),
    ...(place === undefined ? {} : { file: place.file }),
  };
}
