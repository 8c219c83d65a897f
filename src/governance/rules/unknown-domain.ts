import type { Mesh } from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inDomain, inMesh, inProduct, inShare, spelling } from "../source";
import { knownDomains, sharesOf } from "../subjects";

/** Parents, shares and environments name domains that are there. */
export const unknownDomainRule = policyRule({
  code: "UnknownDomain",
  severity: "error",
  description: "A parent, a share and an environment name domains of the mesh.",
  *find({ mesh }) {
    const known = knownDomains(mesh);
    yield* parents(mesh, known);
    yield* shares(mesh, known);
    yield* overrides(mesh, known);
    yield* products(mesh);
  },
});

function* parents(mesh: Mesh, known: ReadonlySet<string>): Generator<RuleProblem> {
  for (const domain of mesh.domains.values()) {
    const { name, parent } = domain;
    if (parent === undefined || known.has(parent)) continue;
    yield {
      message: `domain '${name}' has the parent '${parent}', which is no domain of the mesh`,
      value: parent,
      fix: spelling("parent", parent, mesh.domains.keys(), `add domains/${parent}/domain.yaml`),
      at: inDomain(domain, "parent"),
    };
  }
}

function* shares(mesh: Mesh, known: ReadonlySet<string>): Generator<RuleProblem> {
  for (const { product, share } of sharesOf(mesh)) {
    const { consumer } = share;
    if (known.has(consumer)) continue;
    yield {
      message: `product '${product.name}' is shared with '${consumer}', which is no domain of the mesh`,
      value: consumer,
      fix: spelling("domain", consumer, mesh.domains.keys(), "remove the share"),
      at: inShare(product, share, "domain"),
    };
  }
}

function* overrides(mesh: Mesh, known: ReadonlySet<string>): Generator<RuleProblem> {
  for (const [index, { name, domains = {} }] of mesh.environments.entries()) {
    for (const domain of Object.keys(domains)) {
      if (known.has(domain)) continue;
      yield {
        message: `environment '${name}' places '${domain}', which is no domain of the mesh`,
        value: domain,
        fix: spelling("the key", domain, mesh.domains.keys(), "remove the entry"),
        at: { ...inMesh(mesh, "environments", index, "domains", domain), onKey: true },
      };
    }
  }
}

/** One problem per domain is enough: all of its products have the same cause. */
function* products(mesh: Mesh): Generator<RuleProblem> {
  const reported = new Set(mesh.domains.keys());
  for (const product of mesh.ports.values()) {
    if (reported.has(product.domain)) continue;
    reported.add(product.domain);
    yield {
      message: `product '${product.name}' is in the folder of '${product.domain}', which has no valid domain.yaml`,
      value: product.domain,
      fix: `write domains/${product.domain}/domain.yaml, or correct it`,
      at: inProduct(product),
    };
  }
}
