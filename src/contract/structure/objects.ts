import { COMMON_OBJECTS } from "./common";
import { CONTRACT_OBJECTS } from "./contract";
import { OPTION_OBJECTS } from "./logical-types";
import { QUALITY_OBJECTS } from "./quality";
import { SCHEMA_OBJECTS } from "./schema";
import { SERVER_OBJECTS } from "./servers";
import type { ObjectSpec } from "./spec";

/**
 * Every object of ODCS v3.0 to v3.2. Facts: the standard's JSON Schemas v3.0.0, v3.0.2 and v3.1.0
 * (bitol-io/open-data-contract-standard) and what v3.2.0 adds (its RFCs 30 to 59). The schemas are closed since v3.1:
 * whatever is not here is unknown.
 */
export const ODCS_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  ...COMMON_OBJECTS,
  ...CONTRACT_OBJECTS,
  ...SERVER_OBJECTS,
  ...SCHEMA_OBJECTS,
  ...OPTION_OBJECTS,
  ...QUALITY_OBJECTS,
};
