import type { ContractField, ContractObject } from "../model";
import { isTopLevel } from "./names";
import type { Report } from "./report";

/** The columns of one primary key have positions of their own: their order is part of the key. */
export function checkKeyPositions(report: Report, objects: readonly ContractObject[]): void {
  for (const object of objects) {
    const taken = new Map<number, ContractField>();
    for (const field of object.fields) {
      const position = field.primaryKeyPosition;
      if (position === undefined || !isTopLevel(field)) continue;
      const first = taken.get(position);
      if (first === undefined) taken.set(position, field);
      else reportTwice(report, field, first, position);
    }
  }
}

function reportTwice(report: Report, field: ContractField, first: ContractField, position: number): void {
  report.add([...field.at, "primaryKey"], {
    code: "ContractDuplicate",
    severity: "error",
    message: `'${field.path}' and '${first.path}' are both at position ${position} of the primary key`,
    value: String(position),
    rule: "every column of a key has a position of its own, counted from 1",
    fix: "set 'primaryKeyPosition' on both",
  });
}
