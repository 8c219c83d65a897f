import type { ContractField } from "./model";

/** True for a field inside of `parent`, at any depth; their places in the file say so, whatever their names hold. */
export function isNestedIn(field: ContractField, parent: ContractField | undefined): boolean {
  if (parent === undefined || parent.at.length >= field.at.length) return false;
  return parent.at.every((step, index) => step === field.at[index]);
}
