export { attributeDiffs, ONLY_ORDER, ONLY_SENSITIVITY, type AttributeDiffs } from "./attribute-diffs";
export { COMPUTED_ATTRIBUTES } from "./computed";
export { FORMATTING_ONLY } from "./documents";
export { ELEMENT_KEYS } from "./lists";
