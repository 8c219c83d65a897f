import { nearest } from "../../finding";
import { MESHWRIGHT_PROPERTIES, MESHWRIGHT_VENDOR } from "../structure";
import type { Report } from "./report";
import { alternatives, holdsVariable, placeOf } from "./text";

/** Where a custom property of Meshwright's may stand: on a property of the schema, at any depth. */
const ON_PROPERTY = new Set(["properties", "items", "key", "value"]);

/**
 * A custom property of our own vendor means something here, so a slip of the pen is an error; every other vendor's is
 * left alone.
 */
export function checkVendorProperty(
  report: Report,
  path: readonly (string | number)[],
  value: Readonly<Record<string, unknown>>,
): void {
  if (value.vendor !== MESHWRIGHT_VENDOR || typeof value.property !== "string") return;

  const known = MESHWRIGHT_PROPERTIES.get(value.property);
  if (known === undefined) {
    const close = nearest(value.property, MESHWRIGHT_PROPERTIES.keys());
    report.add([...path, "property"], {
      code: "ContractUnknownField",
      severity: "error",
      message: `${placeOf([...path, "property"])} is no custom property of vendor '${MESHWRIGHT_VENDOR}'`,
      value: value.property,
      rule: alternatives([...MESHWRIGHT_PROPERTIES.keys()]),
      fix: close === undefined ? "take it out, or use a vendor of your own" : `write '${close}'`,
    });
    return;
  }
  if (!isOnProperty(path)) {
    report.wrongValue(
      [...path, "property"],
      value.property,
      `on a property of the schema: ${known.about}`,
      "move it to 'customProperties' of the property it is about",
    );
  }
  if (typeof value.value !== known.kind && !holdsVariable(value.value)) {
    report.wrongType([...path, "value"], value.value, "true or false");
  }
}

/** `…, "properties", 3, "customProperties", 0`. */
function isOnProperty(path: readonly (string | number)[]): boolean {
  const owner = path.slice(0, -2).filter((step) => typeof step === "string");
  const last = owner.at(-1);
  return last !== undefined && ON_PROPERTY.has(String(last));
}
