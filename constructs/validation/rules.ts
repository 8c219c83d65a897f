import { NameError } from "../../src/names";
import { ValidationError } from "./validation-error";

/** One rule over props: a problem in words when `holds` is false. */
export interface Rule<P> {
  /** Said when the rule does not hold: what is wrong, the value, what is allowed, the fix. Lower case, no final period. */
  readonly problem: (props: P) => string;
  readonly holds: (props: P) => boolean;
}

/**
 * Checks `props` against every rule.
 *
 * @throws ValidationError with the problems of all rules that do not hold.
 */
export function validate<P>(path: string, props: P, rules: readonly Rule<P>[]): void {
  const problems = rules.filter((rule) => !rule.holds(props)).map((rule) => rule.problem(props));
  if (problems.length > 0) throw new ValidationError(path, problems);
}

/** The problem that building a name reports, or undefined when it can be built. */
export function nameProblem(build: () => unknown): string | undefined {
  try {
    build();
    return undefined;
  } catch (error) {
    if (error instanceof NameError) return error.message;
    throw error;
  }
}
