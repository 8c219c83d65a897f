import type { ResourceFacts } from "../../facts";
import { UNKNOWN, type Block, type Value } from "../../model";
import { isZero, sameAttribute, sameBlock } from "../equality";
import { isEmpty, isFields, type Fields } from "../values";

/**
 * The planned values with the prior ones wherever the provider sees no difference: equal in another form, null for
 * what the plugin SDK cannot tell from nothing, and blocks the provider fills in by itself.
 */
export function keepPrior(
  facts: ResourceFacts,
  block: Block,
  prior: Fields,
  planned: Fields,
  config: Fields,
): Fields {
  const attributes = Object.entries(block.attributes).map(([name, { type }]) => {
    const [before, after] = [prior[name] ?? null, planned[name] ?? null];
    const isSame = sameAttribute(type, before, after) || isEquivalent(facts, name, before, after);
    return [name, isSame ? before : leftOver(facts, before, after)] as const;
  });
  const blocks = Object.entries(block.blocks).map(([name, nested]) => {
    const [before, after] = [prior[name] ?? null, planned[name] ?? null];
    const isFilledIn = facts.computedBlocks.includes(name) && isEmpty(config[name]) && after !== UNKNOWN;
    const wrapper: Block = { attributes: {}, blocks: { [name]: nested } };
    const strictness = facts.library === "sdk" ? "sdk" : "exact";
    const isSame = sameBlock(wrapper, { [name]: before }, { [name]: after }, strictness);
    return [name, isFilledIn || isSame ? before : after] as const;
  });
  const kept = Object.fromEntries([...attributes, ...blocks]);
  return facts.library === "sdk" && sameBlock(block, prior, kept, "sdk") ? prior : kept;
}

/** To the plugin SDK a collection that is taken away is an empty one. */
function leftOver({ library }: ResourceFacts, before: Value, after: Value): Value {
  if (library !== "sdk" || after !== null) return after;
  if (Array.isArray(before)) return [];
  return isFields(before) ? {} : after;
}

function isEquivalent(facts: ResourceFacts, name: string, before: Value, after: Value): boolean {
  if (before === UNKNOWN || after === UNKNOWN) return false;
  if (facts.library === "sdk" && isNoDifference(before, after)) return true;
  return before !== null && after !== null && facts.equivalent[name]?.(before, after) === true;
}

/** "" and null, [] and null are one to the plugin SDK; a number or a boolean only when it is taken back. */
function isNoDifference(before: Value, after: Value): boolean {
  if (after === null) return isZero(before);
  const isTextOrCollection = typeof after === "string" || Array.isArray(after) || isFields(after);
  return before === null && isTextOrCollection && isZero(after);
}
