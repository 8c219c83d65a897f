import { describeWriter, type Mesh, type Overlap } from "../../mesh";
import { conflictSource } from "../conflict-source";
import type { NameConflicts } from "../name-conflicts";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inMesh } from "../source";
import { DATA_KINDS } from "./multiple-writers";

/** Two things never share a physical name. */
export const nameCollisionRule = policyRule({
  code: "NameCollision",
  severity: "error",
  description: "No two things of an environment have the same physical name, nor two of an account.",
  *find({ mesh, nameConflicts }) {
    for (const conflicts of nameConflicts()) {
      for (const overlap of conflicts.overlaps) {
        if (!DATA_KINDS.has(overlap.second.kind)) yield ofOverlap(mesh, conflicts, overlap);
      }
      yield* acrossEnvironments(mesh, conflicts);
    }
  },
});

function ofOverlap(
  mesh: Mesh,
  { environment, index }: NameConflicts,
  { first, second }: Overlap,
): RuleProblem {
  const isProvider = second.kind === "OIDC provider";
  return {
    message:
      `${second.kind} '${second.name}' of '${describeWriter(second.writer)}' meets ` +
      `'${first.name}' of '${describeWriter(first.writer)}' in environment '${environment}'`,
    value: second.name,
    rule: isProvider ? PROVIDER_RULE : "a physical name belongs to one thing",
    fix: isProvider ? "place both in one region, or in accounts of their own" : "rename one of the two",
    at: isProvider
      ? inMesh(mesh, "environments", index, "domains", second.writer.domain)
      : conflictSource(mesh, second),
  };
}

/** A second provider of one address is refused by AWS while it is deployed, half-way through the platform's stack. */
function* acrossEnvironments(
  mesh: Mesh,
  { environment, index, shared }: NameConflicts,
): Generator<RuleProblem> {
  for (const { resource, first } of shared) {
    yield {
      message: `environments '${first}' and '${environment}' both define ${resource.kind} '${resource.name}' in account '${resource.scope}'`,
      value: resource.name,
      rule: PROVIDER_RULE,
      fix: `remove deploy from one of them, so that '${resource.name}' is trusted in one environment only, or give '${environment}' an account of its own`,
      at: inMesh(mesh, "environments", index, "deploy", "provider"),
    };
  }
}

const PROVIDER_RULE = "an account has one OIDC provider of an address (IAM, CreateOpenIDConnectProvider)";
