import { SEAL } from "../../names";
import { field, fieldBelow, listOf, textOf, type Json, type JsonRecord } from "./json";

/** What a plan's configuration says it is of, such as `prod/orders`; undefined when it is not one of a mesh. */
export function sealOf(document: JsonRecord): string | undefined {
  const configured = listOf(fieldBelow(document, "configuration", "root_module", "resources"))
    .filter(isSeal)
    .map((entry) => fieldBelow(entry, "expressions", "input", "constant_value"));
  // A plan without its configuration still says what was, and what will be.
  const changed = listOf(document.resource_changes)
    .filter((entry) => isSeal(entry) && field(entry, "module_address") === undefined)
    .flatMap((entry) => ["after", "before"].map((side) => fieldBelow(entry, "change", side, "input")));
  return [...configured, ...changed].map(textOf).find((text) => text !== undefined);
}

const isSeal = (entry: Json): boolean =>
  field(entry, "type") === SEAL.type && field(entry, "name") === SEAL.name;
