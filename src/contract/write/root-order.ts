/** The order in which the standard's own examples write the keys of the root: where a new one goes. */
export const ROOT_ORDER: readonly string[] = [
  "apiVersion",
  "kind",
  "id",
  "name",
  "version",
  "status",
  "domain",
  "dataProduct",
  "tenant",
  "tags",
  "description",
  "context",
  "servers",
  "schema",
  "price",
  "team",
  "roles",
  "support",
  "slaDefaultElement",
  "slaProperties",
  "authoritativeDefinitions",
  "customProperties",
  "contractCreatedTs",
];

/** The keys that stand before `key`. */
export const keysBefore = (key: string): readonly string[] => ROOT_ORDER.slice(0, ROOT_ORDER.indexOf(key));
