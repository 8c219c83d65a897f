import { alternatives, holdsVariable } from "../check/text";
import { classificationAt, classifiedFields, fieldName, type PlacedField } from "./classification";
import type { ContractRule, MeshFacts } from "./facts";

/** Data about people carries a classification, and one that is made for it. */
export const personalDataIsClassified: ContractRule = (contract, _product, mesh) =>
  classifiedFields(contract)
    .filter((placed) => placed.field.personal && !isProtected(placed, mesh))
    .map((placed) => ({
      code: "PiiUnprotected",
      severity: "error",
      message:
        placed.classification === undefined
          ? `'${fieldName(placed)}' holds personal data and has no classification`
          : `'${fieldName(placed)}' holds personal data and is '${placed.classification}'`,
      value: placed.classification,
      rule: `personal data is ${alternatives(mesh.personal)}`,
      fix: `set classification: ${mesh.personal[0] ?? ""}`,
      at: classificationAt(contract, placed),
    }));

/** A classification that is not known at all is another finding already. */
function isProtected({ classification }: PlacedField, { personal, classifications }: MeshFacts): boolean {
  if (classification === undefined) return false;
  return (
    personal.includes(classification) ||
    holdsVariable(classification) ||
    !classifications.includes(classification)
  );
}
