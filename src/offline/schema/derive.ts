import type { Expression, Super } from "acorn";
import { attribute } from "../cty";
import type { Attribute, Block, CtyType, NestedBlock } from "../model";
import type { Binding, Entry, Member } from "./binding";
import { SchemaUnderivable } from "./error";

const PRIMITIVES: Readonly<Record<string, CtyType>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  any: "dynamic",
};

const GETTERS: Readonly<Record<string, CtyType>> = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getAnyMapAttribute: ["map", "dynamic"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
};

const VALUE_CLASSES: Readonly<Record<string, CtyType>> = {
  "cdktf.StringMap": ["map", "string"],
  "cdktf.NumberMap": ["map", "number"],
  "cdktf.BooleanMap": ["map", "bool"],
  "cdktf.AnyMap": ["map", "dynamic"],
  "cdktf.StringMapList": ["list", ["map", "string"]],
  "cdktf.NumberMapList": ["list", ["map", "number"]],
  "cdktf.BooleanMapList": ["list", ["map", "bool"]],
};

/** A mapper taken apart: what it maps, and whether that is a block. */
type Mapped =
  | { readonly kind: "type"; readonly type: CtyType }
  | { readonly kind: "struct"; readonly struct: string; readonly many: boolean; readonly block: boolean };

/** Terraform's own arguments of a provider block, which no provider's schema has. */
const META: ReadonlySet<string> = new Set(["alias"]);

/**
 * The block a binding was generated from. Bounds of nested blocks are known as far as the bindings tell them:
 * at least one when required, at most one when there is no list of them.
 *
 * @throws SchemaUnderivable when the generated code leaves a type open.
 */
export function deriveBlock(binding: Binding): Block {
  return new Derivation(binding).block(binding.resourceClass, binding.resourceClass, []);
}

class Derivation {
  constructor(private readonly binding: Binding) {}

  /** The block of a class whose values a mapper writes. */
  block(className: string, mapperName: string, path: readonly string[]): Block {
    const attributes: Record<string, Attribute> = {};
    const blocks: Record<string, NestedBlock> = {};
    const entries = this.binding.mappers.get(mapperName);
    for (const [name, member] of this.membersOf(className)) {
      const entry = entries?.get(name);
      const at = [...path, name];
      const nested = entry === undefined ? undefined : this.nested(entry, member, at);
      if (nested !== undefined) blocks[name] = nested;
      else attributes[name] = this.attribute(entry, member, at);
    }
    this.checkComplete(entries, { ...attributes, ...blocks }, mapperName);
    return { attributes, blocks };
  }

  /** A mapper must not write what no member stands for: the schema would miss it. */
  private checkComplete(
    entries: ReadonlyMap<string, Entry> | undefined,
    found: object,
    mapperName: string,
  ): void {
    const lost = [...(entries?.keys() ?? [])].find((name) => !META.has(name) && !Object.hasOwn(found, name));
    if (lost !== undefined) throw this.error(`'${lost}' of ${mapperName} has no remark`);
  }

  private nested(entry: Entry, member: Member, path: readonly string[]): NestedBlock | undefined {
    const mapped = this.mapped(entry);
    if (mapped.kind !== "struct" || !mapped.block) return undefined;
    const block = this.block(outputClass(mapped.struct), mapped.struct, path);
    const min = member.required ? 1 : 0;
    if (entry.type === "struct") return { nesting: "single", min, max: 1, block };
    if (entry.type !== "list" && entry.type !== "set") {
      throw this.error(`the block '${path.join(".")}' is nested as '${entry.type}'`);
    }
    return { nesting: entry.type, min, max: mapped.many ? 0 : 1, block };
  }

  private attribute(entry: Entry | undefined, member: Member, path: readonly string[]): Attribute {
    const type = entry === undefined ? this.readType(member, path) : this.writtenType(entry);
    const { computed, optional, required } = member;
    return attribute(type, { computed, optional, required });
  }

  /** The type of what a configuration sets, from how it is written. */
  private writtenType(entry: Entry): CtyType {
    const mapped = this.mapped(entry);
    if (mapped.kind === "type") return withOuter(entry.type, mapped.type);
    const content = this.objectType(outputClass(mapped.struct), mapped.struct);
    return mapped.many ? withOuter(entry.type, ["list", content]) : content;
  }

  /** The type of what only the provider sets, from how it is read. */
  private readType({ getter, fromSet, valueClass }: Member, path: readonly string[]): CtyType {
    if (getter !== undefined) {
      const type = GETTERS[getter];
      if (type !== undefined) return fromSet ? withOuter("set", type) : type;
    }
    const [className = "", wrapsSet] = (valueClass ?? "").split("#");
    const known = VALUE_CLASSES[className];
    if (known !== undefined) return known;
    const struct = /^(\w+?)(OutputReference|List|Map)$/.exec(className);
    if (struct?.[1] === undefined) throw this.error(`the type of '${path.join(".")}' is left open`);
    const content = this.objectType(`${struct[1]}OutputReference`, uncapitalised(struct[1]));
    if (struct[2] === "OutputReference") return content;
    return [struct[2] === "Map" ? "map" : wrapsSet === undefined ? "list" : "set", content];
  }

  private objectType(className: string, mapperName: string): CtyType {
    const entries = this.binding.mappers.get(mapperName);
    const inner = this.membersOf(className).map(([name, member]) => {
      const entry = entries?.get(name);
      return [
        name,
        entry === undefined ? this.readType(member, [mapperName, name]) : this.writtenType(entry),
      ];
    });
    return ["object", Object.fromEntries(inner) as Record<string, CtyType>];
  }

  private membersOf(className: string): [string, Member][] {
    const members = this.binding.classes.get(className);
    if (members !== undefined)
      return [...members].filter(([name]) => !(this.binding.isProvider && META.has(name)));
    const configured = this.binding.isProvider ? configuredMembers(this.binding, className) : undefined;
    if (configured === undefined) throw this.error(`it has no class '${className}'`);
    return configured;
  }

  private mapped({ mapper }: Entry): Mapped {
    return this.mapper(mapper);
  }

  private mapper(expression: Expression | Super): Mapped {
    const name = calleeName(expression);
    const struct = /^(\w+)ToHclTerraform$/.exec(name);
    if (struct?.[1] !== undefined) {
      const primitive = PRIMITIVES[struct[1]];
      if (expression.type === "MemberExpression" && primitive !== undefined)
        return { kind: "type", type: primitive };
      return { kind: "struct", struct: struct[1], many: false, block: true };
    }
    if (expression.type === "CallExpression") {
      const [inner, isBlock] = expression.arguments;
      if (inner !== undefined && inner.type !== "SpreadElement") {
        const mapped = this.mapper(inner);
        const block = isBlock?.type === "Literal" && isBlock.value === true;
        const collection = COLLECTION_MAPPERS[calleeName(expression.callee)];
        if (collection !== undefined) return this.collected(collection, mapped, block);
      }
    }
    throw this.error(`the mapper '${name || expression.type}' is not known`);
  }

  private collected(collection: "list" | "map", mapped: Mapped, block: boolean): Mapped {
    if (mapped.kind === "type") return { kind: "type", type: [collection, mapped.type] };
    if (mapped.many) throw this.error(`'${mapped.struct}' is nested in two collections`);
    return { ...mapped, many: true, block };
  }

  private error(reason: string): SchemaUnderivable {
    return new SchemaUnderivable(this.binding.file, reason);
  }
}

/** The members of a provider's nested block: it is only ever configured, so an interface and a mapper are all. */
function configuredMembers(binding: Binding, className: string): [string, Member][] | undefined {
  const struct = className.slice(0, -OUTPUT_CLASS.length);
  const properties = binding.interfaces.get(struct);
  const entries = binding.mappers.get(uncapitalised(struct));
  if (properties === undefined || entries === undefined) return undefined;
  return [...entries].map(([name, { property }]) => {
    const required = properties.get(property) ?? false;
    const nothing = { getter: undefined, fromSet: false, valueClass: undefined };
    return [name, { computed: false, optional: !required, required, ...nothing }];
  });
}

const OUTPUT_CLASS = "OutputReference";

const COLLECTION_MAPPERS: Readonly<Record<string, "list" | "map">> = {
  listMapperHcl: "list",
  hashMapperHcl: "map",
};

/** A list written where the schema has a set or a map. */
function withOuter(outer: string, type: CtyType): CtyType {
  const isOuter = outer === "set" || outer === "map";
  return isOuter && Array.isArray(type) && type[0] === "list" ? [outer, type[1]] : type;
}

function calleeName(expression: Expression | Super): string {
  if (expression.type === "Identifier") return expression.name;
  const property = expression.type === "MemberExpression" ? expression.property : undefined;
  return property?.type === "Identifier" ? property.name : "";
}

function outputClass(struct: string): string {
  return `${struct.charAt(0).toUpperCase()}${struct.slice(1)}${OUTPUT_CLASS}`;
}

function uncapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
