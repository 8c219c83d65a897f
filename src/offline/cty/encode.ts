import { encode as encodeMsgpack, ExtData } from "@msgpack/msgpack";
import type { Block, CtyType, NestedBlock, Path, Value } from "../model";
import { UNKNOWN } from "../model";
import { CtyError, kindOf } from "./error";
import { encodeNumber } from "./number";
import { sortedSet } from "./sets";
import { typeToJson } from "./type";

/** Terraform's own encoding of an unknown value: extension 0 with one byte that says nothing. */
const WIRE_UNKNOWN = new ExtData(0, new Uint8Array(1));

/**
 * Writes a value of a type as MessagePack. Attributes that are missing are written as null.
 *
 * @throws CtyError when the value does not fit the type.
 */
export function encodeValue(type: CtyType, value: Value): Buffer {
  return Buffer.from(encodeMsgpack(toRaw(type, value, []), { useBigInt64: true }));
}

/**
 * A block's content with everything its schema has: attributes that are missing become null, lists and sets
 * of blocks that are missing or null become empty, as Terraform wants them.
 */
export function completeBlock(block: Block, value: Value): Value {
  if (typeof value !== "object" || value === null || value === UNKNOWN || Array.isArray(value)) return value;
  const given = value as Record<string, Value>;
  const own = (name: string): Value => (Object.hasOwn(given, name) ? (given[name] ?? null) : null);
  const attributes = Object.keys(block.attributes).map((name) => [name, own(name)] as const);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [
    name,
    completeNested(nested, own(name)),
  ]);
  const rest = Object.entries(given).filter(([name]) => !(name in block.attributes || name in block.blocks));
  return Object.fromEntries<Value>([...attributes, ...blocks, ...rest] as [string, Value][]);
}

function completeNested({ nesting, block }: NestedBlock, value: Value): Value {
  if (nesting === "single") return completeBlock(block, value);
  if (value === null) return [];
  return Array.isArray(value) ? value.map((element: Value) => completeBlock(block, element)) : value;
}

function toRaw(type: CtyType, value: Value, path: Path): unknown {
  if (value === null || value === undefined) return null;
  if (value === UNKNOWN) return WIRE_UNKNOWN;
  if (typeof type === "string") return primitive(type, value, path);

  const at = (step: string | number) => [...path, step];
  switch (type[0]) {
    case "list":
      return array(value, path).map((element, index) => toRaw(type[1], element, at(index)));
    case "set":
      return sortedSet(array(value, path)).map((element, index) => toRaw(type[1], element, at(index)));
    case "map":
      return rawObject(
        Object.entries(object(value, path)).map(([key, item]) => [key, toRaw(type[1], item, at(key))]),
      );
    case "object": {
      const given = object(value, path);
      const stray = Object.keys(given).find((name) => !Object.hasOwn(type[1], name));
      if (stray !== undefined) throw new CtyError(at(stray), "the schema has no such attribute");
      const item = (name: string) => (Object.hasOwn(given, name) ? given[name] : null);
      return rawObject(
        Object.entries(type[1]).map(([name, inner]) => [name, toRaw(inner, item(name), at(name))]),
      );
    }
    case "tuple": {
      const given = array(value, path);
      if (given.length !== type[1].length) {
        throw new CtyError(path, `${type[1].length} elements are required, not ${given.length}`);
      }
      return type[1].map((inner, index) => toRaw(inner, given[index], at(index)));
    }
  }
}

function primitive(type: string, value: Value, path: Path): unknown {
  switch (type) {
    case "string":
      if (typeof value === "string") return value;
      throw new CtyError(path, `a string is required, not ${kindOf(value)}`);
    case "bool":
      if (typeof value === "boolean") return value;
      throw new CtyError(path, `a bool is required, not ${kindOf(value)}`);
    case "number":
      return encodeNumber(value, path);
    default: {
      const actual = typeOf(value);
      return [Buffer.from(typeToJson(actual)), toRaw(actual, value, path)];
    }
  }
}

/** The type of a value that brings none of its own: objects and tuples all the way down. */
function typeOf(value: Value): CtyType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (typeof value !== "object" || value === null || value === UNKNOWN) return "dynamic";
  return ["object", Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typeOf(item)]))];
}

function rawObject(entries: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries);
}

function array(value: Value, path: Path): Value[] {
  if (Array.isArray(value)) return value;
  throw new CtyError(path, `a list is required, not ${kindOf(value)}`);
}

function object(value: Value, path: Path): Record<string, Value> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, Value>;
  throw new CtyError(path, `an object is required, not ${kindOf(value)}`);
}
