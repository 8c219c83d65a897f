import { isData } from "../check/check-structure";
import type { Contract, ContractObject, ContractServer, ContractSla } from "../model";
import { readFields } from "./fields";

type Data = Readonly<Record<string, unknown>>;

/**
 * What the rest of Meshwright needs of a contract. Parts of the wrong type are left out: the structure check names
 * them. Undefined without id and version, for nothing could be said about it.
 */
export function toContract(file: string, root: Data): Contract | undefined {
  const id = scalarText(root.id);
  const version = scalarText(root.version);
  if (id === undefined || version === undefined) return undefined;

  return {
    file,
    id,
    version,
    apiVersion: String(root.apiVersion),
    status: textOf(root.status),
    domain: textOf(root.domain),
    objects: membersOf(root.schema).flatMap(toObject),
    sla: membersOf(root.slaProperties).flatMap(toSla),
    servers: membersOf(root.servers).flatMap(toServer),
  };
}

function toObject({ data, index }: Member): ContractObject[] {
  const name = textOf(data.name);
  if (name === undefined) return [];
  return [
    {
      name,
      physicalName: textOf(data.physicalName),
      physicalType: textOf(data.physicalType)?.toLowerCase(),
      description: textOf(data.description),
      fields: readFields(data, ["schema", index]),
      index,
    },
  ];
}

function toSla({ data, index }: Member): ContractSla[] {
  const property = textOf(data.property);
  const { value } = data;
  if (property === undefined || value === undefined || (typeof value === "object" && value !== null))
    return [];
  return [
    {
      property: property.toLowerCase(),
      value: value as ContractSla["value"],
      unit: textOf(data.unit),
      element: textOf(data.element),
      driver: textOf(data.driver)?.toLowerCase(),
      index,
    },
  ];
}

function toServer({ data, index }: Member): ContractServer[] {
  const name = textOf(data.server);
  const type = textOf(data.type);
  if (name === undefined || type === undefined) return [];
  return [
    {
      name,
      type,
      environment: textOf(data.environment),
      host: textOf(data.host),
      location: textOf(data.location),
      database: textOf(data.database),
      schema: textOf(data.schema),
      index,
    },
  ];
}

interface Member {
  readonly data: Data;
  readonly index: number;
}

function membersOf(value: unknown): Member[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((data: unknown, index) => (isData(data) ? [{ data, index }] : []));
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** An unquoted `1.0` is a number to YAML: a problem, yet readable. */
const scalarText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;
