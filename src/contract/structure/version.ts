/** Minor version of ODCS v3; fields come and go with these. */
export type OdcsMinor = 0 | 1 | 2;

/** Every `apiVersion` that is read, and the minor it belongs to. */
export const ODCS_VERSIONS: ReadonlyMap<string, OdcsMinor> = new Map([
  ["v3.0.0", 0],
  ["v3.0.1", 0],
  ["v3.0.2", 0],
  ["v3.1.0", 1],
  ["v3.2.0", 2],
]);

/** The `apiVersion` that is written. */
export const ODCS_WRITTEN = "v3.2.0";

/** `v3.1`: how messages name a minor. */
export const minorLabel = (minor: OdcsMinor): string => `v3.${minor}`;
