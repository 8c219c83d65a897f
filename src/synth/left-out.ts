import type { Problem } from "../finding";
import type { ManifestSet } from "../manifest";

/** What a rule says of something that is not there. */
const ABSENCE: ReadonlySet<string> = new Set(["UnknownDomain", "UnknownProduct"]);

/**
 * Problems without those that have another cause: a domain or product that is there, and was left out because its own
 * manifest has a problem, which is reported already.
 */
export function withoutConsequences(
  problems: readonly Problem[],
  { skipped }: ManifestSet,
): readonly Problem[] {
  if (skipped === undefined || (skipped.domains.length === 0 && skipped.products.length === 0))
    return problems;

  const domains = new Set(skipped.domains);
  const products = new Set(skipped.products.map((product) => product.replace(/\.v[0-9]+$/, "")));
  const isThere = (name: string): boolean =>
    domains.has(name) || products.has(name) || domains.has(name.slice(0, Math.max(0, name.indexOf("/"))));
  return problems.filter(({ code, value }) => !(ABSENCE.has(code) && value !== undefined && isThere(value)));
}
