import { byRisk, pathText, type Effect, type ResourceChange } from "../model";
import { AWS_RULES } from "./aws";
import { ALWAYS, changedAttributes, ONLY_MARKS, otherwise, UNSEEN } from "./generic";
import { KAFKA_RULES } from "./kafka";
import { POSTGRESQL_RULES } from "./postgresql";
import type { Rule } from "./rule";

const TYPED: readonly Rule[] = [...KAFKA_RULES, ...POSTGRESQL_RULES, ...AWS_RULES];

const BY_TYPE = new Map<string, readonly Rule[]>();
for (const rule of TYPED) {
  for (const type of rule.types) BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), rule]);
}

const OTHERWISE = otherwise((type) => BY_TYPE.has(type));

/** The rules about every type; what they say, they say of any resource. */
export const GENERIC_RULES: readonly Rule[] = [...ALWAYS, UNSEEN, ...OTHERWISE, ONLY_MARKS];

/** Reviews, losses and what breaks are all made from the same effects. */
const KNOWN = new WeakMap<ResourceChange, readonly Effect[]>();

/**
 * What a change does, by every rule that has something to say of it, worst first. Nothing for what stays as it is; at
 * least one effect for anything else.
 */
export function effectsOf(change: ResourceChange): Effect[] {
  const known = KNOWN.get(change) ?? found(change);
  KNOWN.set(change, known);
  return [...known];
}

function found(change: ResourceChange): readonly Effect[] {
  if (change.onlySensitivity) return said([ONLY_MARKS], change);
  const isAsked = change.mode === "managed" && change.action !== "no-op";
  const typed = isAsked ? said(BY_TYPE.get(change.type) ?? [], change) : [];
  const unseen = isAsked ? said([UNSEEN], change) : [];
  const always = [...unseen, ...said(ALWAYS, change).filter((effect) => !isSaid(effect, typed))];
  const rest = typed.length > 0 || isAllSaid(change, always) ? [] : said(OTHERWISE, change).slice(0, 1);
  return [...typed, ...rest, ...always].sort((a, b) => byRisk(a.verdict, b.verdict));
}

const said = (rules: readonly Rule[], change: ResourceChange): Effect[] =>
  rules.flatMap((rule) =>
    [rule.find(change) ?? []].flat().map((found): Effect => ({ rule: rule.id, ...found })),
  );

/** True when a rule of the type says it better. */
const isSaid = ({ rule, cause }: Effect, typed: readonly Effect[]): boolean =>
  rule === "generic/unknown-forces"
    ? typed.some((each) => each.rule.endsWith("-unknown"))
    : cause !== undefined && typed.some((each) => pathText(each.cause ?? []) === pathText(cause));

/** True for an update of which every attribute has been told already. */
function isAllSaid(change: ResourceChange, effects: readonly Effect[]): boolean {
  const causes = new Set(effects.map(({ cause }) => cause?.[0]));
  const changed = changedAttributes(change);
  return change.action === "update" && changed.length > 0 && changed.every((name) => causes.has(name));
}
