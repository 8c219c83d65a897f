import type { Problem } from "../../finding";
import { literalsAfterKeys, secretsByForm } from "./secrets";

/** Stands for a secret in every output. */
export const REDACTED = "[redacted]";

/**
 * Hides a file's secrets in what is said about it: the ones known by their form, and whatever follows a key such as
 * `password`, even where the file is no YAML. Problems whose path itself holds a secret keep only their place.
 */
export function redact(text: string, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length === 0) return problems;
  const literals = [...secretsByForm(text).map(({ literal }) => literal), ...literalsAfterKeys(text)]
    .filter((literal) => literal.length >= 4)
    .sort((a, b) => b.length - a.length);
  const hide = (shown: string): string => {
    let hidden = shown;
    for (const { literal } of secretsByForm(hidden)) hidden = hidden.replaceAll(literal, REDACTED);
    for (const literal of literals) hidden = hidden.replaceAll(literal, REDACTED);
    return hidden;
  };
  return problems.map((problem) => redacted(problem, hide));
}

function redacted(problem: Problem, hide: (shown: string) => string): Problem {
  const { message, value, rule, fix, at } = problem;
  return {
    ...problem,
    message: hide(message),
    ...(value === undefined ? {} : { value: hide(value) }),
    ...(rule === undefined ? {} : { rule: hide(rule) }),
    ...(fix === undefined ? {} : { fix: hide(fix) }),
    at: { ...at, path: at.path.map((step) => (typeof step === "string" ? hide(step) : step)) },
  };
}
