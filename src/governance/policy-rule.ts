import type { Problem, Severity } from "../finding";
import type { Mesh, MeshIndex } from "../mesh";
import type { NameConflicts } from "./name-conflicts";

/** What a rule may look at; nothing else, no clock and no files. */
export interface RuleContext {
  readonly mesh: Mesh;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly index: MeshIndex;
  /** Names that meet or cannot be built, per environment; worked out at the first call. */
  readonly nameConflicts: () => readonly NameConflicts[];
}

/** What a rule says of one place; its code and weight are the rule's. */
export type RuleProblem = Omit<Problem, "code" | "severity">;

/** One check of the whole mesh. */
export interface PolicyRule {
  /** Stable: documented, tested, and what a machine filters by. */
  readonly code: string;
  readonly severity: Severity;
  /** What the rule asks for, in one sentence. */
  readonly description: string;
  readonly check: (context: RuleContext) => readonly Problem[];
}

interface RuleDefinition extends Omit<PolicyRule, "check"> {
  readonly find: (context: RuleContext) => Iterable<RuleProblem>;
}

/** A rule from what it finds. */
export function policyRule({ code, severity, description, find }: RuleDefinition): PolicyRule {
  return {
    code,
    severity,
    description,
    check: (context) => Array.from(find(context), (problem) => ({ code, severity, ...problem })),
  };
}
