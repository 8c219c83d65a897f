import { nearest, type Problem } from "../../finding";
import { isTable, physicalNameOf } from "../check/names";
import { holdsVariable } from "../check/text";
import type { Contract, ContractObject } from "../model";
import type { ContractRule, ProductFacts } from "./facts";

/** The tables of the schema port are those that the contract describes, no more and no fewer. */
export const tablesAreDescribed: ContractRule = (contract, product) => {
  if (product.schema === undefined) return [];
  const served = product.schema.tables;
  const described = contract.objects.filter(isTable);
  const names = described.map(physicalNameOf);
  return [
    ...served.flatMap((table, index) =>
      names.includes(table) ? [] : [notDescribed(contract, product, table, index, names)],
    ),
    ...described
      .filter((object) => !served.includes(physicalNameOf(object)) && !holdsVariable(physicalNameOf(object)))
      .map((object) => notServed(contract, object, served)),
  ];
};

function notDescribed(
  contract: Contract,
  product: ProductFacts,
  table: string,
  index: number,
  names: readonly string[],
): Problem {
  const other = contract.objects.find((object) => !isTable(object) && physicalNameOf(object) === table);
  const close = nearest(table, names);
  return {
    code: "ContractTablesMismatch",
    severity: "error",
    message: `table '${table}' is not in the contract`,
    value: table,
    rule: "every table of the schema port is an object of the contract with physicalType: table",
    fix:
      other !== undefined
        ? `set physicalType: table on '${other.name}' in ${contract.file}`
        : close === undefined
          ? `describe it in ${contract.file}, or take it out`
          : `write '${close}', or describe '${table}' in ${contract.file}`,
    at: { file: product.file, path: ["ports", "schema", "tables", index] },
  };
}

function notServed(contract: Contract, object: ContractObject, served: readonly string[]): Problem {
  const name = physicalNameOf(object);
  const close = nearest(name, served);
  return {
    code: "ContractTablesMismatch",
    severity: "error",
    message: `'${name}' is a table of the contract, but not of the schema port`,
    value: name,
    rule: "the schema port serves every table that the contract describes",
    fix:
      close === undefined
        ? `add '${name}' to ports.schema.tables`
        : `write '${close}', or add '${name}' to ports.schema.tables`,
    at: {
      file: contract.file,
      path: ["schema", object.index, object.physicalName === undefined ? "name" : "physicalName"],
    },
  };
}
