import { policyRule } from "../policy-rule";
import { inDomain } from "../source";

/** Without a lock nothing is known of the last release, and every loss goes unnoticed. */
export const lockMissingRule = policyRule({
  code: "LockMissing",
  severity: "warning",
  description: "Where an environment is protected, every domain with products has a lock.",
  *find({ mesh }) {
    if (!mesh.environments.some((environment) => environment.protected)) return;
    for (const domain of mesh.domains.values()) {
      // A retired product has its data still, where that is protected.
      if (domain.lock !== undefined || domain.products.length === 0) continue;
      yield {
        message: `domain '${domain.name}' has no lock, so that nothing it loses is noticed`,
        value: domain.name,
        rule: `locks/${domain.name}.json remembers what was released`,
        fix: "run meshwright lock, and commit what it writes",
        at: inDomain(domain, "name"),
      };
    }
  },
});
