import type { Problem } from "../finding";
import { indexOf, type Mesh } from "../mesh";
import { nameConflictsOf, type NameConflicts } from "./name-conflicts";
import type { RuleContext } from "./policy-rule";
import { rules } from "./rules";

/** What the rules look at on the day `today`. */
export function contextOf(mesh: Mesh, today: string): RuleContext {
  let conflicts: readonly NameConflicts[] | undefined;
  const nameConflicts = () => (conflicts ??= nameConflictsOf(mesh));
  return { mesh, today, index: indexOf(mesh, today), nameConflicts };
}

/** Everything that every rule finds, in the order of the rules. */
export function runRules(context: RuleContext): Problem[] {
  return rules.flatMap((rule) => rule.check(context));
}
