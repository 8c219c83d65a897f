import { providerSchema } from "../../src/offline/schema";
import type { Requirement } from "./configuration";

/** Set for the tests to why there is nothing to compare with; absent when there is. */
export const MISSING_VARIABLE = "MESHWRIGHT_FIDELITY_MISSING";

/** The providers compared. */
export const COMPARED = ["kafka", "postgresql"] as const;

/** The real providers at the exact versions of the bindings, by local name. */
export function requirements(): Record<string, Requirement> {
  return Object.fromEntries(
    COMPARED.map((name) => {
      const { source, version } = providerSchema(name, []);
      return [name, { source, version }];
    }),
  );
}
