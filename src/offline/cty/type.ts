import type { Attribute, Block, CtyType, NestedBlock, Path } from "../model";
import { CtyError, kindOf } from "./error";

const PRIMITIVES: ReadonlySet<unknown> = new Set(["string", "number", "bool", "dynamic"]);
const COLLECTIONS: ReadonlySet<unknown> = new Set(["list", "set", "map"]);

/** The type whose values a block's content is encoded as: an object of its attributes and blocks. */
export function impliedType(block: Block): CtyType {
  const attributes = Object.entries(block.attributes).map(([name, { type }]) => [name, type] as const);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [name, nestedType(nested)] as const);
  return ["object", Object.fromEntries([...attributes, ...blocks])];
}

function nestedType({ nesting, block }: NestedBlock): CtyType {
  const inner = impliedType(block);
  if (nesting === "single") return inner;
  // Terraform holds a list of blocks as a tuple when a type inside is only known at run time.
  return nesting === "list" && isDynamic(inner) ? "dynamic" : [nesting, inner];
}

function isDynamic(type: CtyType): boolean {
  if (typeof type === "string") return type === "dynamic";
  const inner = type[1];
  if (type[0] === "object") return Object.values(inner).some(isDynamic);
  if (type[0] === "tuple") return type[1].some(isDynamic);
  return isDynamic(type[1]);
}

/** A type in JSON notation, as Terraform and schemas write it. */
export function typeToJson(type: CtyType): string {
  return JSON.stringify(type);
}

/**
 * Reads a type in JSON notation.
 *
 * @throws CtyError when the text is no type.
 */
export function typeFromJson(json: string, path: Path = []): CtyType {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new CtyError(path, "the type is not valid JSON");
  }
  return checkType(parsed, path);
}

function checkType(type: unknown, path: Path): CtyType {
  if (PRIMITIVES.has(type)) return type as CtyType;
  if (!Array.isArray(type) || type.length < 2) throw new CtyError(path, `${kindOf(type)} is no type`);
  const [kind, inner] = type as unknown[];
  if (COLLECTIONS.has(kind)) return [kind as "list", checkType(inner, path)];
  if (kind === "tuple" && Array.isArray(inner)) {
    return ["tuple", inner.map((element) => checkType(element, path))];
  }
  if (kind === "object" && typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    const attributes = Object.entries(inner).map(([name, item]) => [name, checkType(item, path)] as const);
    return ["object", Object.fromEntries(attributes)];
  }
  throw new CtyError(path, `a list beginning with ${kindOf(kind)} is no type`);
}

/** An attribute with every flag off but those given. */
export function attribute(type: CtyType, flags: Partial<Omit<Attribute, "type">> = {}): Attribute {
  return {
    type,
    required: false,
    optional: false,
    computed: false,
    sensitive: false,
    writeOnly: false,
    ...flags,
  };
}
