import { sqlIdentifierProblem } from "../../names";
import type { ContractField, ContractObject } from "../model";
import type { Report } from "./report";

/** Physical types whose fields are columns. */
const TABLE_TYPES: ReadonlySet<string> = new Set(["table", "view", "materialized view", "materializedview"]);

/** True for a table or a view. */
export const isTable = (object: ContractObject): boolean => TABLE_TYPES.has(object.physicalType ?? "");

/** What the table or topic is really called. */
export const physicalNameOf = (named: { readonly name: string; readonly physicalName?: string }): string =>
  named.physicalName ?? named.name;

/** True for a column: not below another field. */
export const isTopLevel = (field: ContractField): boolean => field.at.length === 4;

/** Tables and columns become SQL, so their names have to need no quoting care anywhere. */
export function checkNames(report: Report, objects: readonly ContractObject[]): void {
  for (const object of objects) {
    if (!isTable(object)) continue;
    checkName(report, ["schema", object.index], object);
    for (const field of object.fields) {
      if (isTopLevel(field))
        checkName(report, field.at, { name: field.path, physicalName: field.physicalName });
    }
  }
}

function checkName(
  report: Report,
  at: readonly (string | number)[],
  named: { readonly name: string; readonly physicalName?: string },
): void {
  const name = physicalNameOf(named);
  const problem = sqlIdentifierProblem(name);
  if (problem === undefined) return;

  report.add([...at, named.physicalName === undefined ? "name" : "physicalName"], {
    code: "ContractValueInvalid",
    severity: "error",
    message: `SQL name ${problem}`,
    value: name,
    rule: "at most 63 lower-case letters, digits and '_', not starting with a digit or 'pg_'",
    fix: suggestion(name),
  });
}

function suggestion(name: string): string {
  const better = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 63);
  return better !== "" && sqlIdentifierProblem(better) === undefined
    ? `write '${better}', as 'physicalName' if the name itself has to stay`
    : "choose another name, as 'physicalName' if the name itself has to stay";
}
