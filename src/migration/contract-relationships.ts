import { physicalNameOf, type ContractObject, type ContractRelationship } from "./contract-shape";
import type { ForeignKey } from "./table";

/** A column of one of the tables, by what a contract calls it. */
interface Target {
  readonly object: ContractObject;
  readonly column: string;
}

/**
 * The foreign keys of `object`: its relationships to columns of `tables`. One that leads elsewhere, to another contract
 * or to an object that is no table, holds between systems, and a database cannot enforce it.
 */
export function foreignKeysIn(object: ContractObject, tables: readonly ContractObject[]): ForeignKey[] {
  const ofProperties = (object.properties ?? []).flatMap((property) =>
    (property.relationships ?? []).map((relationship) => ({
      relationship,
      columns: [physicalNameOf(property)],
    })),
  );
  const ofObject = (object.relationships ?? []).map((relationship) => ({
    relationship,
    columns: listOf(relationship.from).flatMap((from) => {
      const source = resolve(from, tables, object);
      return source?.object === object ? [source.column] : [];
    }),
  }));

  return [...ofProperties, ...ofObject].flatMap(({ relationship, columns }) => {
    const targets = listOf(relationship.to).map((to) => resolve(to, tables, object));
    const [first] = targets;
    if (!isForeignKey(relationship) || first === undefined || columns.length === 0) return [];
    const references = targets.flatMap((target) => (target?.object === first.object ? [target.column] : []));
    return references.length === targets.length
      ? [{ columns, table: physicalNameOf(first.object), references }]
      : [];
  });
}

/** ODCS knows `foreignKey` alone, and takes it when nothing is stated. */
const isForeignKey = ({ type }: ContractRelationship): boolean => type === undefined || type === "foreignKey";

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === "string" ? [value] : (value ?? []);

/** `table.column`, `column` of the same object, or `/schema/<id>/properties/<id>`. */
function resolve(
  reference: string,
  tables: readonly ContractObject[],
  here: ContractObject,
): Target | undefined {
  const byId = /^\/?schema\/([^/]+)\/properties\/([^/]+)$/.exec(reference);
  const byName = /^(?:([^./#]+)\.)?([^./#]+)$/.exec(reference);
  const [, table, column] = byId ?? byName ?? [];

  const object = table === undefined ? here : tables.find((one) => isCalled(one, table));
  const property = object?.properties?.find((one) => column !== undefined && isCalled(one, column));
  return object === undefined || property === undefined
    ? undefined
    : { object, column: physicalNameOf(property) };
}

const isCalled = (one: { readonly id?: string; readonly name: string }, by: string): boolean =>
  one.name === by || one.id === by;
