import { UNKNOWN, type Block, type CtyType, type NestedBlock, type Value } from "../model";

/** A block's or object's value. */
export type Fields = Readonly<Record<string, Value>>;

/** True for objects and maps: neither null, a list nor the unknown value. */
export const isFields = (value: Value): value is Fields =>
  typeof value === "object" && value !== null && value !== UNKNOWN && !Array.isArray(value);

/** The value as fields; none for anything else. */
export const fieldsOf = (value: Value): Fields => (isFields(value) ? value : {});

/** The elements of a nested block, however Terraform hands it over. Unknown counts as none. */
export function elementsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return isFields(value) ? [value] : [];
}

/** True for null, an absent value, and an empty list, set or map. */
export const isEmpty = (value: Value): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** True when anything in the value is unknown. */
export function hasUnknown(value: Value): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isFields(value) && Object.values(value).some(hasUnknown);
}

/** The value a block has when it is not there, as Terraform encodes it. */
export const absent = ({ nesting }: NestedBlock): Value => (nesting === "single" ? null : []);

/** Every attribute null, every nested block absent. */
export const blank = (block: Block): Fields =>
  Object.fromEntries([
    ...Object.keys(block.attributes).map((name) => [name, null] as const),
    ...Object.entries(block.blocks).map(([name, nested]) => [name, absent(nested)] as const),
  ]);

/** Maps the elements of a nested block, keeping its encoding. */
export function mapElements(value: Value, change: (element: Fields, index: number) => Value): Value {
  if (Array.isArray(value))
    return value.map((element: Value, index) => (isFields(element) ? change(element, index) : element));
  return isFields(value) ? change(value, 0) : value;
}

/** The element type of a collection. */
export function elementType(type: CtyType): CtyType {
  if (!Array.isArray(type)) return "dynamic";
  const [kind, inner] = type;
  return kind === "list" || kind === "set" || kind === "map" ? inner : "dynamic";
}
