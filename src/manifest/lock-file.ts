import { identifierProblem } from "../names";

/** Where locks are, from the mesh's root: outside the domains' folders, so that a lock outlives its domain's. */
export const LOCK_FOLDER = "locks";

/** `locks/orders.json`. */
export const lockFile = (domain: string): string => `${LOCK_FOLDER}/${domain}.json`;

/** `orders` of `orders.json`; undefined for what is no lock's name. */
export function lockedDomain(fileName: string): string | undefined {
  const domain = /^(.+)\.json$/.exec(fileName)?.[1];
  return domain !== undefined && identifierProblem("domain", domain) === undefined ? domain : undefined;
}
