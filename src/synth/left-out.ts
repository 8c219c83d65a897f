import type { Problem } from "../finding";
import type { ManifestSet } from "../manifest";

/** What can be said only when every domain's place in the tree is known. */
const NEEDS_ALL_DOMAINS: ReadonlySet<string> = new Set(["ClassificationSharing", "ResidencyViolation"]);

/**
 * Problems without those that have another cause: a domain or product that is there, and was left out because its own
 * manifest has a problem, which is reported already.
 */
export function withoutConsequences(problems: readonly Problem[], set: ManifestSet): readonly Problem[] {
  const { domains = [], products = [] } = set.skipped ?? {};
  if (domains.length === 0 && products.length === 0) return problems;

  const leftOut = new Set([...domains, ...products.map((product) => product.replace(/\.v[0-9]+$/, ""))]);
  const unsure = domains.length > 0 ? NEEDS_ALL_DOMAINS : new Set<string>();
  return problems.filter(
    (problem) => !unsure.has(problem.code) && !namedBy(problem, set).some((name) => leftOut.has(name)),
  );
}

/** What a problem says is not there: `orders`, or `orders/order-placed` and its domain. */
function namedBy({ code, value = "", at }: Problem, { domains }: ManifestSet): string[] {
  switch (code) {
    case "UnknownDomain":
    case "DomainRemoved":
      return [value];
    case "ProductRemoved": {
      const domain = domains.find(({ file }) => file === at.file)?.folder ?? "";
      return [`${domain}/${value.replace(/\.v[0-9]+$/, "")}`];
    }
    case "UnknownProduct":
      return withDomain(value);
    case "UnknownVersion": {
      const manifest = domains.find(({ file }) => file === at.file)?.manifest;
      return withDomain(manifest?.subscriptions?.[Number(at.path[1])]?.product ?? "");
    }
    default:
      return [];
  }
}

const withDomain = (product: string): string[] => [
  product,
  product.slice(0, Math.max(0, product.indexOf("/"))),
];
