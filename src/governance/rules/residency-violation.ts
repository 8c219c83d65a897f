import { shareFor, siteOf, type Mesh, type Product } from "../../mesh";
import { policyRule, type RuleContext, type RuleProblem } from "../policy-rule";
import { inProduct, inShare, inSubscription, quotedList } from "../source";
import { builtProducts, describeProduct } from "../subjects";

/** Where data of some classification may be, of those that `mesh.yaml` ties to regions. */
type Residency = ReadonlyMap<string, readonly string[]>;

/** Data is read only from the regions that its classification allows. */
export const residencyViolationRule = policyRule({
  code: "ResidencyViolation",
  severity: "error",
  description: "A product is kept and read only in the regions that the classifications of its fields allow.",
  *find(context) {
    if (context.mesh.policy.residency.size === 0) return;
    for (const product of builtProducts(context.mesh)) {
      const residency = residencyOf(context.mesh, product);
      if (residency.size > 0) yield* ofProduct(context, product, residency);
    }
  },
});

function* ofProduct(
  { mesh, index }: RuleContext,
  product: Product,
  residency: Residency,
): Generator<RuleProblem> {
  yield* outside(mesh, product, product.domain, residency, inProduct(product, "contract"));

  for (const share of product.shares) {
    yield* outside(mesh, product, share.consumer, residency, inShare(product, share, "domain"));
  }
  for (const subscription of index.subscriptions.get(product.key) ?? []) {
    const { consumer } = subscription;
    const domain = mesh.domains.get(consumer);
    if (domain === undefined || consumer === product.domain || shareFor(product, consumer) !== undefined)
      continue;
    yield* outside(mesh, product, consumer, residency, inSubscription(domain, subscription, "product"));
  }
}

function* outside(
  mesh: Mesh,
  product: Product,
  domain: string,
  residency: Residency,
  at: RuleProblem["at"],
): Generator<RuleProblem> {
  for (const environment of mesh.environments) {
    const { region } = siteOf(mesh, environment, domain);
    for (const [classification, regions] of residency) {
      if (regions.includes(region)) continue;
      const where = `'${domain}', which is in ${region} in environment '${environment.name}'`;
      yield {
        message: `${describeProduct(product)} holds ${classification} data and would be ${domain === product.domain ? "kept" : "read"} by ${where}`,
        value: region,
        rule: `${classification} data may be in ${quotedList(regions)}, by policy.residency of mesh.yaml`,
        fix:
          domain === product.domain
            ? "move the domain to an allowed region, or leave the fields out"
            : "remove it, or offer the consumer a product without these fields",
        at,
      };
    }
  }
}

function residencyOf({ policy }: Mesh, { contract }: Product): Residency {
  const used = new Set(
    contract?.objects.flatMap(({ fields }) => fields.map(({ classification }) => classification)),
  );
  return new Map([...policy.residency].filter(([classification]) => used.has(classification)));
}
