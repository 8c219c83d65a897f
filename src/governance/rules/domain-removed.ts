import { policyRule } from "../policy-rule";

/** A domain that goes leaves what it provisioned without anybody who answers for it. */
export const domainRemovedRule = policyRule({
  code: "DomainRemoved",
  severity: "error",
  description: "A released domain is in the mesh as long as its lock is.",
  *find({ mesh }) {
    for (const { domain, file, products } of mesh.locksOfGoneDomains) {
      const count = `${products.size} product${products.size === 1 ? "" : "s"}`;
      yield {
        message: `domain '${domain}' was released with ${count} and is gone`,
        value: domain,
        rule: "a lock outlives its domain until the platform team removes it",
        fix: `bring back domains/${domain}, or destroy its stacks and then remove ${file}`,
        at: { file, path: [] },
      };
    }
  },
});
