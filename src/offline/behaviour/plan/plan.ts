import type { ProviderContext, ResourceFacts } from "../../facts";
import { UNKNOWN, type Block, type PlanResult, type Value } from "../../model";
import { failure } from "../diagnostics";
import { fieldsOf, isEmpty, isFields, type Fields } from "../values";
import { keepPrior } from "./keep";
import { Refinement } from "./refine";
import { replacePaths } from "./replace";

/** What is asked of a provider: the values before, those Terraform proposes, and what a person wrote. */
export interface PlanRequest {
  readonly prior: Value;
  readonly proposed: Value;
  readonly config: Value;
}

/** Plans one change as the provider would. */
export function planChange(
  facts: ResourceFacts,
  block: Block,
  { prior, proposed, config }: PlanRequest,
  context: ProviderContext,
): PlanResult {
  const legacyTypeSystem = facts.library === "sdk";
  if (!isFields(proposed)) return { planned: null, requiresReplace: [], legacyTypeSystem, diagnostics: [] };
  const before = isFields(prior) ? prior : undefined;
  const given = fieldsOf(config);

  const refined = new Refinement(facts, before === undefined).refine(block, proposed, given);
  const asked = withPlanned(facts, block, refined, given, before, context);
  const planned = before === undefined ? asked : keepPrior(facts, block, before, asked, given);

  const problems = facts.planChecks.flatMap((check) => check(given, before) ?? []);
  return {
    planned,
    requiresReplace: before === undefined ? [] : replacePaths(facts, block, before, planned, context),
    legacyTypeSystem,
    diagnostics: problems.map((problem) => failure(problem)),
  };
}

/** Values the provider knows at plan already, such as all tags. */
function withPlanned(
  facts: ResourceFacts,
  block: Block,
  values: Fields,
  config: Fields,
  prior: Fields | undefined,
  context: ProviderContext,
): Fields {
  const derived = Object.entries(facts.planned).flatMap(([name, derive]) => {
    if (block.attributes[name] === undefined || (config[name] ?? null) !== null) return [];
    const known = prior?.[name] ?? null;
    const value = derive({ values, context, token: "" });
    const isNothing = value === UNKNOWN && values.tags !== UNKNOWN;
    return [[name, isNothing && prior !== undefined && isNone(known) ? known : value] as const];
  });
  return { ...values, ...Object.fromEntries(derived) };
}

const isNone = (value: Value): boolean =>
  isEmpty(value) || (isFields(value) && Object.keys(value).length === 0);
