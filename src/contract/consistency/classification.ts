import type { Contract, ContractField, ContractObject } from "../model";
import { isNestedIn } from "../nesting";

/** A field and the object it is in. */
export interface PlacedField {
  readonly object: ContractObject;
  readonly field: ContractField;
  /** Its own, or that of the nearest field it is nested in. */
  readonly classification?: string;
}

/** Every field with the classification that holds for it. */
export function classifiedFields(contract: Contract): PlacedField[] {
  return contract.objects.flatMap((object) => {
    const parents: PlacedField[] = [];
    return object.fields.map((field) => {
      while (parents.length > 0 && !isNestedIn(field, parents.at(-1)?.field)) parents.pop();
      const classification = field.classification ?? parents.at(-1)?.classification;
      const placed = { object, field, classification };
      parents.push(placed);
      return placed;
    });
  });
}

/** `orders.email`: how findings name a field. */
export const fieldName = ({ object, field }: PlacedField): string => `${object.name}.${field.path}`;

/** Where its classification stands, or should stand. */
export function classificationAt(contract: Contract, { field }: PlacedField) {
  const path = field.classification === undefined ? field.at : [...field.at, "classification"];
  return { file: contract.file, path };
}
