import { nearest } from "../../finding";
import { alternatives, holdsVariable } from "../check/text";
import { classificationAt, classifiedFields, fieldName } from "./classification";
import type { ContractRule } from "./facts";

/** Rules can only weigh the classifications that the mesh's policy knows. */
export const classificationIsKnown: ContractRule = (contract, _product, { classifications }) =>
  classifiedFields(contract).flatMap((placed) => {
    const { classification } = placed.field;
    if (
      classification === undefined ||
      classifications.includes(classification) ||
      holdsVariable(classification)
    ) {
      return [];
    }
    const close = nearest(classification, classifications);
    return [
      {
        code: "ContractClassificationUnknown",
        severity: "error",
        message: `classification of '${fieldName(placed)}' is not in the mesh's policy`,
        value: classification,
        rule: alternatives(classifications),
        fix: close === undefined ? "choose one of them" : `write '${close}'`,
        at: classificationAt(contract, placed),
      },
    ];
  });
