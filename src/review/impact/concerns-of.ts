import { compare, type PortKey } from "../../mesh";
import { isFields, type Fields, type MeshSide, type ResourceChange } from "../model";
import { AWS_CONCERNS } from "./aws-concerns";
import { merged, type Concern } from "./concern";
import { KAFKA_CONCERNS } from "./kafka-concerns";
import { PortNames } from "./port-names";
import { POSTGRESQL_CONCERNS } from "./postgresql-concerns";

/** What a resource with some values is about, by the names of one side; `others` are its values on the other side. */
export type Concerns = (values: Fields, names: PortNames, others?: Fields) => readonly Concern[];

const BY_TYPE: ReadonlyMap<string, Concerns> = new Map([
  ...Object.entries(KAFKA_CONCERNS),
  ...Object.entries(POSTGRESQL_CONCERNS),
  ...Object.entries(AWS_CONCERNS),
]);

/**
 * The ports that a change is about, found by the physical names of the resource before and after it, and whom among
 * their readers it concerns; sorted. None for what serves no port, or serves all of a domain alike.
 */
export function concernsOf(change: ResourceChange, sides: readonly MeshSide[]): Concern[] {
  const find = BY_TYPE.get(change.type);
  if (find === undefined) return [];
  const before = isFields(change.before) ? change.before : undefined;
  const after = isFields(change.after) ? change.after : undefined;
  const found = sides.flatMap((side) => {
    const names = PortNames.of(side);
    return [
      ...(before === undefined ? [] : find(before, names, after)),
      ...(after === undefined ? [] : find(after, names, before)),
    ];
  });
  return merged(found).sort((a, b) => compare(a.port, b.port));
}

/** The ports that a resource holds data of, opens or watches; sorted. */
export function portsOf(change: ResourceChange, sides: readonly MeshSide[]): PortKey[] {
  return concernsOf(change, sides).map(({ port }) => port);
}
