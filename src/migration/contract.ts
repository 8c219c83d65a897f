import { sqlIdentifierProblem } from "../names";
import { descriptionProblems } from "./check-text";
import { columnOf } from "./contract-column";
import { foreignKeysIn } from "./contract-relationships";
import { physicalNameOf, type ContractObject, type TabularContract } from "./contract-shape";
import { MigrationError, printable, problem, type MigrationProblem } from "./problem";
import type { TableDefinition } from "./table";

/**
 * The tables that a contract describes, in its order: all of its objects but views, or those of them that are named.
 *
 * @param names logical or physical names of objects of the contract
 * @throws MigrationError with everything in the contract that no table can be made of; paths are the contract's.
 */
export function tablesOf(contract: TabularContract, names?: readonly string[]): TableDefinition[] {
  const objects = (contract.schema ?? []).map((object, at) => ({ object, at }));
  const wanted = objects.filter(({ object }) =>
    names === undefined ? !isView(object) : names.some((name) => isNamed(object, name)),
  );
  const problems: MigrationProblem[] = [
    ...(names ?? []).flatMap((name) => unknownName(contract, name)),
    ...wanted.flatMap(({ object, at }) => objectProblems(["schema", at], object)),
  ];

  const tables = wanted.map(({ object, at }) => {
    const columns = (object.properties ?? []).map((property, index) =>
      columnOf(object, property, ["schema", at, "properties", index], problems),
    );
    const foreignKeys = foreignKeysIn(
      object,
      wanted.map((one) => one.object),
    );
    return {
      name: physicalNameOf(object),
      description: object.description,
      columns,
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    };
  });
  if (problems.length > 0) throw new MigrationError(problems);
  return tables;
}

function objectProblems(path: MigrationProblem["path"], object: ContractObject): MigrationProblem[] {
  const reason = sqlIdentifierProblem(physicalNameOf(object));
  const key = object.physicalName === undefined ? "name" : "physicalName";
  return [
    ...(reason === undefined
      ? []
      : problem("NameInvalid", [...path, key], `table ${reason}`, "give it another physicalName")),
    ...descriptionProblems([...path, "description"], object.description),
    ...(isView(object)
      ? problem(
          "TypeUnsupported",
          [...path, "physicalType"],
          `${printable(object.name)} is a view`,
          "write its migration by hand, and name the tables alone",
        )
      : []),
  ];
}

const isView = (object: ContractObject): boolean => /view/i.test(object.physicalType ?? "");

const isNamed = (object: ContractObject, name: string): boolean =>
  object.name === name || object.physicalName === name;

function unknownName({ schema }: TabularContract, name: string): MigrationProblem[] {
  const objects = schema ?? [];
  if (objects.some((object) => isNamed(object, name))) return [];
  const known = objects.map((object) => object.name).join(", ") || "none";
  return problem(
    "ContractTableUnknown",
    ["schema"],
    `the contract describes no table ${printable(name)}`,
    `describe it, or name one of: ${known}`,
  );
}
