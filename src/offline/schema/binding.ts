import type { CallExpression, Expression, ObjectExpression, SpreadElement, Super } from "acorn";
import { parseExpressionAt } from "acorn";
import { SchemaUnderivable } from "./error";

/** What a generated class says of one attribute or block. */
export interface Member {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The method its getter calls, such as `getStringAttribute`; none for what has a class of its own. */
  readonly getter: string | undefined;
  /** True when the getter turns a set into a list. */
  readonly fromSet: boolean;
  /** The class its value has, such as `TopicRuleList` or `cdktf.StringMap`. */
  readonly valueClass: string | undefined;
}

/** How a generated mapper writes one attribute or block. */
export interface Entry {
  /** The function that maps the value, as an expression. */
  readonly mapper: Expression | Super;
  /** The property of the configuration that holds the value. */
  readonly property: string;
  /** `simple`, `list`, `set`, `map` or `struct`. */
  readonly type: string;
}

/** The generated code of one binding, taken apart: classes with their members, mappers with their entries. */
export interface Binding {
  readonly file: string;
  /** True for the provider's own block. */
  readonly isProvider: boolean;
  /** The resource type; for a provider its name. */
  readonly typeName: string | undefined;
  readonly providerSource: string | undefined;
  readonly providerVersion: string;
  readonly resourceClass: string;
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Member>>;
  /** By interface name, then by property: whether a configuration must have it. Only TypeScript has them. */
  readonly interfaces: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** By struct name, such as `topicRule`; the resource's own under its class name. */
  readonly mappers: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

const SECTION =
  /^(?:export )?(?:class (\w+) extends cdktf\.(\w+)|function (\w+)ToHclTerraform\(|interface (\w+))/gm;
const PROPERTY = /^\s*readonly (\w+)(\??):/gm;
const REMARK =
  /^\s*\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\s*$/gm;
const GETTER = /\bthis\.(get\w+Attribute)\(/;
const PROVIDER_BASE = "TerraformProvider";
const RESOURCE_BASES: ReadonlySet<string | undefined> = new Set(["TerraformResource", PROVIDER_BASE]);

/**
 * Takes a binding's text apart, TypeScript or JavaScript.
 *
 * @throws SchemaUnderivable when it is not the code `cdktf get` generates.
 */
export function parseBinding(file: string, text: string): Binding {
  const classes = new Map<string, Map<string, Member>>();
  const mappers = new Map<string, Map<string, Entry>>();
  const interfaces = new Map<string, Map<string, boolean>>();
  let resourceClass: string | undefined;
  let isProvider = false;

  for (const { kind, name, base, body } of sections(text)) {
    if (kind === "class") classes.set(name, membersOf(body));
    if (kind === "interface") interfaces.set(name, propertiesOf(body));
    if (RESOURCE_BASES.has(base)) resourceClass = name;
    if (base === PROVIDER_BASE) isProvider = true;
    const attributes = body.indexOf("const attrs = {");
    if (attributes >= 0) mappers.set(name, entriesOf(file, body, attributes + "const attrs = ".length));
  }

  const version = /providerVersion: '([^']+)'/.exec(text)?.[1];
  if (resourceClass === undefined) throw new SchemaUnderivable(file, "it has no resource or provider class");
  if (version === undefined)
    throw new SchemaUnderivable(file, "it does not say which provider version it is for");
  return {
    file,
    isProvider,
    typeName: /tfResourceType = "(\w+)"/.exec(text)?.[1],
    providerSource: /terraformProviderSource: '([^']+)'/.exec(text)?.[1],
    providerVersion: version,
    resourceClass,
    classes,
    interfaces,
    mappers,
  };
}

function* sections(text: string) {
  const heads = [...text.matchAll(SECTION)];
  for (const [index, head] of heads.entries()) {
    const [, className, base, structName, interfaceName] = head;
    const kind = className !== undefined ? "class" : structName !== undefined ? "mapper" : "interface";
    const body = text.slice(head.index, heads[index + 1]?.index ?? text.length);
    yield { kind, name: className ?? structName ?? interfaceName ?? "", base, body };
  }
}

function propertiesOf(body: string): Map<string, boolean> {
  return new Map([...body.matchAll(PROPERTY)].map(([, name = "", optional]) => [name, optional !== "?"]));
}

function membersOf(body: string): Map<string, Member> {
  const remarks = [...body.matchAll(REMARK)];
  return new Map(
    remarks.map((remark, index) => {
      const [line, name = "", computed, optional, required] = remark;
      const code = body.slice(remark.index + line.length, remarks[index + 1]?.index ?? body.length);
      const getter = /get \w+\(\) \{\s*return ([^;]*);/.exec(code)?.[1] ?? "";
      const member: Member = {
        computed: computed === "true",
        optional: optional === "true",
        required: required === "true",
        getter: GETTER.exec(getter)?.[1],
        fromSet: getter.includes("Fn.tolist("),
        valueClass: valueClassOf(code),
      };
      return [name, member];
    }),
  );
}

/** The class a field holds, marked `#set` when a list wraps a set. */
function valueClassOf(code: string): string | undefined {
  const field = /= new ((?:cdktf\.)?\w+)\(this, ['"]\w+['"](, true)?/.exec(code);
  if (field?.[1] === undefined) return undefined;
  return field[2] === undefined ? field[1] : `${field[1]}#set`;
}

function entriesOf(file: string, body: string, start: number): Map<string, Entry> {
  const literal = objectAt(file, body, start);
  return new Map(
    properties(literal).map(([name, value]) => {
      const fields = new Map(value.type === "ObjectExpression" ? properties(value) : []);
      const call = applied(fields.get("value"));
      const type = fields.get("type");
      if (call === undefined || type?.type !== "Literal" || typeof type.value !== "string") {
        throw new SchemaUnderivable(file, `the mapper of '${name}' is not of the expected form`);
      }
      return [name, { mapper: call.callee, property: propertyOf(call.arguments[0]), type: type.value }];
    }),
  );
}

/** The call of a mapper. In attributes of objects null stands for what is not set: `x === undefined ? null : f(x)`. */
function applied(value: Expression | undefined): CallExpression | undefined {
  const call = value?.type === "ConditionalExpression" ? value.alternate : value;
  return call?.type === "CallExpression" ? call : undefined;
}

/** `keys` of `struct.keys`. */
function propertyOf(value: Expression | SpreadElement | undefined): string {
  const property = value?.type === "MemberExpression" ? value.property : undefined;
  return property?.type === "Identifier" ? property.name : "";
}

function objectAt(file: string, body: string, start: number): ObjectExpression {
  // The one bit of TypeScript inside the literals, blanked so that positions stay.
  const code = body.slice(start).replaceAll("struct!.", "struct .");
  let parsed: Expression;
  try {
    parsed = parseExpressionAt(code, 0, { ecmaVersion: 2022 });
  } catch (error) {
    throw new SchemaUnderivable(
      file,
      `its mappers cannot be parsed (${error instanceof Error ? error.message : ""})`,
    );
  }
  if (parsed.type !== "ObjectExpression")
    throw new SchemaUnderivable(file, "its mappers are no object literals");
  return parsed;
}

function properties(literal: ObjectExpression): [string, Expression][] {
  return literal.properties.flatMap((property): [string, Expression][] => {
    if (property.type !== "Property") return [];
    const { key } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
    return [[name, property.value]];
  });
}
