import { regionalArn } from "./arn";
import { NameError } from "./name-error";
import type { Site } from "./site";

const RESOURCE_ID = /^(db|cluster)-[A-Z0-9]{1,60}$/;

/** True for the form of an RDS resource id, such as `db-ABCDEFGHIJKL01234`. */
export const isDatabaseResourceId = (value: string): boolean => RESOURCE_ID.test(value);

/**
 * `arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/orders__app_order_placed`: a database user, as
 * `rds-db:connect` names it. The user may end in `*` for a prefix.
 *
 * @throws NameError when `resourceId` is no RDS resource id, or `user` holds more than a name and a last `*`.
 */
export function databaseUserArn(site: Site, resourceId: string, user: string): string {
  if (!isDatabaseResourceId(resourceId)) {
    throw new NameError(
      "NameInvalid",
      `'${resourceId}' is no RDS resource id (db-ABC… or cluster-ABC…, capitals and digits)`,
    );
  }
  if (!/^[a-z_][a-z0-9_]*\*?$/.test(user)) {
    throw new NameError("NameInvalid", `database user '${user}' must be lower-case letters, digits and '_'`);
  }
  return regionalArn(site, "rds-db", `dbuser:${resourceId}/${user}`);
}
