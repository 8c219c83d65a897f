import type { Problem } from "../../src/finding";
import { contextOf, rules, runRules } from "../../src/governance";
import { meshOf, type MeshParts } from "../support/manifests";

export const TODAY = "2027-01-01";

/** What the rule of that code finds. */
export function found(code: string, parts: MeshParts, today = TODAY): readonly Problem[] {
  const rule = rules.find((each) => each.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule.check(contextOf(meshOf(parts), today));
}

/** `file: path: message`, for rules that find several. */
export function lines(problems: readonly Problem[]): string[] {
  return problems.map(({ at, message }) => `${at.file} ${at.path.join(".")}: ${message}`);
}

/** `Code: message` of every rule. */
export function everything(parts: MeshParts, today = TODAY): string[] {
  return runRules(contextOf(meshOf(parts), today)).map(({ code, message }) => `${code}: ${message}`);
}
