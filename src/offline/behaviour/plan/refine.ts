import type { ResourceFacts } from "../../facts";
import { UNKNOWN, type Attribute, type Block, type CtyType, type Value } from "../../model";
import { isZero } from "../equality";
import { elementsOf, fieldsOf, hasUnknown, isEmpty, isFields, mapElements, type Fields } from "../values";

/**
 * What Terraform proposes, refined by what the provider does to it before it compares: write-only values go, defaults
 * come in, and on creation what only the service knows becomes unknown.
 */
export class Refinement {
  constructor(
    private readonly facts: ResourceFacts,
    private readonly creating: boolean,
  ) {}

  refine(block: Block, proposed: Fields, config: Value, prefix = ""): Fields {
    const given = fieldsOf(config);
    const attributes = Object.entries(block.attributes).map(
      ([name, attribute]) =>
        [
          name,
          this.attribute(attribute, proposed[name] ?? null, given[name] ?? null, prefix + name),
        ] as const,
    );
    const blocks = Object.entries(block.blocks).map(([name, { nesting, block: inner }]) => {
      const [value, from] = [proposed[name] ?? null, given[name] ?? null];
      const pattern = prefix + name;
      if (isEmpty(value) && isEmpty(from)) return [name, this.emptyBlock(pattern, value)] as const;
      const configs = elementsOf(from);
      const refined = mapElements(value, (element, index) =>
        // the elements of a set have no order to find their configuration by: they are it, but for what is computed
        this.refine(
          inner,
          element,
          nesting === "set" ? element : (configs[index] ?? element),
          `${pattern}.*.`,
        ),
      );
      return [name, refined] as const;
    });
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private attribute(attribute: Attribute, proposed: Value, config: Value, pattern: string): Value {
    if (attribute.writeOnly) return null;
    if (config === null) {
      if (pattern in this.facts.defaults && !isKept(proposed, attribute, this.facts))
        return this.facts.defaults[pattern];
      if (proposed === null && attribute.computed && this.creating) return UNKNOWN;
    }
    return this.facts.library === "sdk" ? asInSdk(attribute.type, proposed, this.creating) : proposed;
  }

  private emptyBlock(pattern: string, value: Value): Value {
    return this.creating && this.facts.computedBlocks.includes(pattern) ? UNKNOWN : value;
  }
}

/**
 * What the plugin SDK makes of a collection: with an unknown element it is unknown as a whole, a map has no elements of
 * nothing, and an empty map or set is nothing when the thing is made.
 */
function asInSdk(type: CtyType, value: Value, creating: boolean): Value {
  const kind = Array.isArray(type) ? type[0] : undefined;
  if (kind !== "map" && kind !== "set" && kind !== "list") return value;
  if (hasUnknown(value)) return UNKNOWN;
  const kept = isFields(value)
    ? Object.fromEntries(Object.entries(value).filter(([, element]) => element !== null))
    : value;
  return creating && kind !== "list" && isZero(kept) ? null : kept;
}

/** In the plugin framework the default of a computed attribute counts only until there is a value. */
const isKept = (proposed: Value, { computed }: Attribute, { library }: ResourceFacts): boolean =>
  library === "framework" && computed && proposed !== null && proposed !== UNKNOWN;
