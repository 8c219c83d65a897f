import { isData } from "../check/check-structure";
import { holdsVariable } from "../check/text";
import type { ContractField, ContractOption } from "../model";
import { MESHWRIGHT_VENDOR } from "../structure";

type Data = Readonly<Record<string, unknown>>;
type At = readonly (string | number)[];

/** Tags by which authors mark personal data, in lower case. */
const PERSONAL_TAGS: ReadonlySet<string> = new Set(["pii", "personal"]);

/** The properties of an object, each followed by what is nested in it. */
export function readFields(object: Data, at: At): ContractField[] {
  const fields: ContractField[] = [];
  addProperties(fields, object.properties, "", at);
  return fields;
}

function addProperties(fields: ContractField[], properties: unknown, prefix: string, at: At): void {
  if (!Array.isArray(properties)) return;
  let keys = 0;
  for (let index = 0; index < properties.length; index++) {
    const property: unknown = properties[index];
    if (!isData(property) || typeof property.name !== "string") continue;
    if (property.primaryKey === true) keys++;
    addField(fields, property, `${prefix}${property.name}`, [...at, "properties", index], keys);
  }
}

/** @param place of the field among its siblings that are keys too: its position, when it does not say one */
function addField(fields: ContractField[], property: Data, path: string, at: At, place: number): void {
  fields.push({
    path,
    at,
    physicalName: textOf(property.physicalName),
    logicalType: textOf(property.logicalType),
    physicalType: textOf(property.physicalType),
    required: property.required === true,
    unique: property.unique === true,
    primaryKeyPosition:
      property.primaryKey === true ? keyPosition(property.primaryKeyPosition, place) : undefined,
    classification: textOf(property.classification),
    personal: isPersonal(property),
    description: textOf(property.description),
    allowed: allowedOf(property.enum),
    format: isData(property.logicalTypeOptions) ? textOf(property.logicalTypeOptions.format) : undefined,
    options: optionsOf(property.logicalTypeOptions),
    references: referencesOf(property.relationships),
  });
  addProperties(fields, property.properties, `${path}.`, at);
  if (isData(property.items)) addPart(fields, property.items, `${path}[]`, [...at, "items"]);
  if (isData(property.map)) {
    const { key, value } = property.map;
    if (isData(key)) addPart(fields, key, `${path}{key}`, [...at, "map", "key"]);
    if (isData(value)) addPart(fields, value, `${path}{value}`, [...at, "map", "value"]);
  }
}

/** Items, keys and values are in no primary key. */
function addPart(fields: ContractField[], part: Data, path: string, at: At): void {
  addField(fields, part.primaryKey === true ? { ...part, primaryKey: false } : part, path, at, 0);
}

/** The standard's default is -1: not said. */
function keyPosition(said: unknown, place: number): number {
  return typeof said === "number" && said >= 1 ? said : place;
}

function isPersonal(property: Data): boolean {
  const { tags, customProperties } = property;
  if (
    Array.isArray(tags) &&
    tags.some((tag) => typeof tag === "string" && PERSONAL_TAGS.has(tag.toLowerCase()))
  ) {
    return true;
  }
  // A variable may turn out to be true: better too careful.
  return (
    Array.isArray(customProperties) &&
    customProperties.some(
      (each: unknown) =>
        isData(each) &&
        each.vendor === MESHWRIGHT_VENDOR &&
        each.property === "personal" &&
        (each.value === true || holdsVariable(each.value)),
    )
  );
}

function allowedOf(values: unknown): readonly string[] | undefined {
  if (!Array.isArray(values)) return undefined;
  return values.flatMap((each: unknown) =>
    isData(each) && isSingle(each.value) ? [String(each.value)] : [],
  );
}

function optionsOf(options: unknown): Readonly<Record<string, ContractOption>> | undefined {
  if (!isData(options)) return undefined;
  return Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, ContractOption] => isOption(entry[1])),
  );
}

const isOption = (value: unknown): value is ContractOption =>
  isSingle(value) || (Array.isArray(value) && value.every((each) => typeof each === "string"));

function referencesOf(relationships: unknown): readonly string[] | undefined {
  if (!Array.isArray(relationships)) return undefined;
  const targets = relationships.flatMap((each: unknown): unknown[] => {
    if (!isData(each)) return [];
    return Array.isArray(each.to) ? each.to : [each.to];
  });
  const references = targets.filter((each): each is string => typeof each === "string");
  return references.length > 0 ? references : undefined;
}

const isSingle = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
