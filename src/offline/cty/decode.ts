import { decode as decodeMsgpack } from "@msgpack/msgpack";
import type { CtyType, Path, Value } from "../model";
import { UNKNOWN } from "../model";
import { CtyError, kindOf } from "./error";
import { decodeNumber } from "./number";
import { sortedSet } from "./sets";
import { typeFromJson } from "./type";

/** Every extension code stands for an unknown value: 0 plain, 12 with refinements, others in the future. */
const UNKNOWN_EXTENSION = { tryToEncode: () => null, decode: () => UNKNOWN };
const OPTIONS = { extensionCodec: UNKNOWN_EXTENSION, useBigInt64: true };

/**
 * Reads a value of a type from MessagePack.
 *
 * @throws CtyError when the bytes are malformed or do not fit the type.
 */
export function decodeValue(type: CtyType, bytes: Uint8Array): Value {
  let raw: unknown;
  try {
    raw = decodeMsgpack(bytes, OPTIONS);
  } catch (error) {
    throw new CtyError(
      [],
      `not valid MessagePack (${error instanceof Error ? error.message : "unreadable"})`,
    );
  }
  return fromRaw(type, raw, [], readTypePair);
}

/**
 * Reads a value of a type from JSON, as Terraform stores it in a state. Attributes the text does not have are
 * null and those the type does not have are left out: the text may come from another version of the schema.
 *
 * @throws CtyError when the text is malformed or does not fit the type.
 */
export function decodeJsonValue(type: CtyType, bytes: Uint8Array): Value {
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new CtyError([], "not valid JSON");
  }
  return fromRaw(type, raw, [], readTypeObject);
}

/** How a value of a type known only at run time carries that type. */
type DynamicReader = (raw: unknown, path: Path) => readonly [CtyType, unknown];

const readTypePair: DynamicReader = (raw, path) => {
  const [type, value] = Array.isArray(raw) && raw.length === 2 ? (raw as unknown[]) : [];
  if (type instanceof Uint8Array) return [typeFromJson(Buffer.from(type).toString("utf8"), path), value];
  if (typeof type === "string") return [typeFromJson(type, path), value];
  throw new CtyError(path, "a pair of type and value is required");
};

const readTypeObject: DynamicReader = (raw, path) => {
  if (isObject(raw) && "type" in raw) return [typeFromJson(JSON.stringify(raw["type"]), path), raw["value"]];
  throw new CtyError(path, "an object of type and value is required");
};

function fromRaw(type: CtyType, raw: unknown, path: Path, dynamic: DynamicReader): Value {
  if (raw === null || raw === undefined) return null;
  if (raw === UNKNOWN) return UNKNOWN;
  if (typeof type === "string") return primitive(type, raw, path, dynamic);

  const at = (step: string | number) => [...path, step];
  switch (type[0]) {
    case "list":
      return array(raw, path).map((element, index) => fromRaw(type[1], element, at(index), dynamic));
    case "set":
      return sortedSet(
        array(raw, path).map((element, index) => fromRaw(type[1], element, at(index), dynamic)),
      );
    case "map":
      return mapEntries(object(raw, path), (key, item) => fromRaw(type[1], item, at(key), dynamic));
    case "object": {
      const given = object(raw, path);
      return mapEntries(type[1], (name, inner) => fromRaw(inner, own(given, name), at(name), dynamic));
    }
    case "tuple": {
      const given = array(raw, path);
      if (given.length !== type[1].length) {
        throw new CtyError(path, `${type[1].length} elements are required, not ${given.length}`);
      }
      return type[1].map((inner, index) => fromRaw(inner, given[index], at(index), dynamic));
    }
  }
}

function primitive(type: string, raw: unknown, path: Path, dynamic: DynamicReader): Value {
  switch (type) {
    case "string":
      if (typeof raw === "string") return raw;
      throw new CtyError(path, `a string is required, not ${kindOf(raw)}`);
    case "bool":
      if (typeof raw === "boolean") return raw;
      throw new CtyError(path, `a bool is required, not ${kindOf(raw)}`);
    case "number":
      return decodeNumber(raw, path);
    default: {
      const [inner, value] = dynamic(raw, path);
      return fromRaw(inner, value, path, dynamic);
    }
  }
}

/** The entries of an object, each value mapped; safe for a key such as `__proto__`. */
function mapEntries<T>(
  entries: Record<string, T>,
  map: (key: string, item: T) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).map(([key, item]) => [key, map(key, item)]));
}

function own(given: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(given, name) ? given[name] : null;
}

function array(raw: unknown, path: Path): unknown[] {
  if (Array.isArray(raw)) return raw;
  throw new CtyError(path, `a list is required, not ${kindOf(raw)}`);
}

function object(raw: unknown, path: Path): Record<string, unknown> {
  if (isObject(raw)) return raw;
  throw new CtyError(path, `an object is required, not ${kindOf(raw)}`);
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && !(raw instanceof Uint8Array);
}
