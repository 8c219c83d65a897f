import type { SourceRef } from "../../finding";
import type { Mesh } from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inAcknowledgement, inMesh, inProduct, inShare, inSubscription } from "../source";
import { describeSubscribed } from "../subjects";

/** Nothing is said twice. */
export const duplicateRule = policyRule({
  code: "Duplicate",
  severity: "error",
  description: "Nothing is declared twice, not even in the same words.",
  *find({ mesh }) {
    yield* manifests(mesh);
    yield* environments(mesh);
    yield* ofDomains(mesh);
    yield* ofProducts(mesh);
  },
});

function* manifests({ duplicates }: Mesh): Generator<RuleProblem> {
  for (const { kind, name, file, first } of duplicates) {
    yield {
      message: `${kind} '${name}' is declared in ${first} already`,
      value: name,
      fix:
        kind === "domain"
          ? "give one of them another name"
          : "give one of them another major version or name",
      at: { file, path: kind === "domain" ? ["name"] : ["version"] },
    };
  }
}

function* environments(mesh: Mesh): Generator<RuleProblem> {
  yield* repeated(
    mesh.environments,
    ({ name }) => name,
    ({ name }) => `environment '${name}'`,
    (_, index) => inMesh(mesh, "environments", index, "name"),
  );
}

function* ofDomains(mesh: Mesh): Generator<RuleProblem> {
  for (const domain of mesh.domains.values()) {
    yield* repeated(
      domain.subscriptions,
      ({ product, major, app }) => `${product} v${major} ${app}`,
      (each) => `the subscription of app '${each.app}' to ${describeSubscribed(each)}`,
      (each) => inSubscription(domain, each, "product"),
    );
    yield* repeated(
      domain.acknowledgements,
      ({ change, product }) => `${change} ${product}`,
      ({ change, product }) => `the acknowledgement of ${change} of '${product}'`,
      (each) => inAcknowledgement(domain, each, "product"),
    );
  }
}

function* ofProducts(mesh: Mesh): Generator<RuleProblem> {
  const itself = (text: string) => text;
  for (const product of mesh.ports.values()) {
    const { shares, schema, inputs } = product;
    yield* repeated(
      shares,
      ({ consumer }) => consumer,
      ({ consumer }) => `the share with '${consumer}'`,
      (share) => inShare(product, share, "domain"),
    );
    yield* repeated(
      schema?.tables ?? [],
      itself,
      (table) => `table '${table}'`,
      (_, index) => inProduct(product, "ports", "schema", "tables", index),
    );
    yield* repeated(
      inputs,
      itself,
      (input) => `input '${input}'`,
      (_, index) => inProduct(product, "inputs", index),
    );
  }
}

function* repeated<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  describe: (value: T) => string,
  at: (value: T, index: number) => SourceRef,
): Generator<RuleProblem> {
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    const key = keyOf(value);
    if (seen.has(key)) {
      yield {
        message: `${describe(value)} is declared twice`,
        value: key,
        fix: "remove one of them",
        at: at(value, index),
      };
    }
    seen.add(key);
  }
}
