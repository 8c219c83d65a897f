import { identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { NameError } from "./name-error";
import { fit } from "./shorten";

/** Identifiers hold no `_`, so turning `-` into `_` loses nothing and `__` can only be a delimiter. */
const sql = (name: string): string => name.replaceAll("-", "_");

/** `commerce_eu`: the private schema of a domain, never shared. */
export function domainSchemaName(domain: string): string {
  return fit(sql(identifier("domain", domain)), NAME_LIMITS.postgres);
}

/** `orders__`: every role and product schema of a domain starts with it, and no other domain's does. */
export function domainPostgresPrefix(domain: string): string {
  return `${domainSchemaName(domain)}__`;
}

/** `orders__order_placed__v1`: the schema of one major of a product. */
export function productSchemaName(domain: string, product: string, major: number): string {
  const name = `${domainPostgresPrefix(domain)}${sql(identifier("product", product))}__${versionLabel(major)}`;
  return fit(name, NAME_LIMITS.postgres);
}

/** `orders__owner`: owns every schema and table of the domain and never logs in. */
export function ownerRoleName(domain: string): string {
  return fit(`${domainPostgresPrefix(domain)}owner`, NAME_LIMITS.postgres);
}

/** `orders__rw`: may change rows in the domain's private schema. */
export function writerRoleName(domain: string): string {
  return fit(`${domainPostgresPrefix(domain)}rw`, NAME_LIMITS.postgres);
}

/** `orders__order_placed__v1__rw`: may change rows in the schema of one major of a product; 63 bytes at the longest. */
export function portWriterRoleName(domain: string, product: string, major: number): string {
  return fit(`${productSchemaName(domain, product, major)}__rw`, NAME_LIMITS.postgres);
}

/** `orders__ro`: may read the domain's schemas. */
export function readerRoleName(domain: string): string {
  return fit(`${domainPostgresPrefix(domain)}ro`, NAME_LIMITS.postgres);
}

/** `orders__login`: the group of all logins of a domain; it may connect. */
export function loginGroupName(domain: string): string {
  return fit(`${domainPostgresPrefix(domain)}login`, NAME_LIMITS.postgres);
}

/** `orders__reads_order_placed`: the group of one app's login; what other domains share with the app is granted to it. */
export function readGroupName(domain: string, app: string): string {
  return fit(`${domainPostgresPrefix(domain)}reads_${sql(identifier("app", app))}`, NAME_LIMITS.postgres);
}

/** `orders__app_order_placed`: the login of one app. */
export function appLoginName(domain: string, app: string): string {
  return fit(`${domainPostgresPrefix(domain)}app_${sql(identifier("app", app))}`, NAME_LIMITS.postgres);
}

/** `orders__migrator`: the login that runs migrations by becoming the owner. */
export function migratorLoginName(domain: string): string {
  return fit(`${domainPostgresPrefix(domain)}migrator`, NAME_LIMITS.postgres);
}

/** RDS: a member logs in with an IAM token and has no password (RDS user guide, IAM database authentication). */
export const RDS_IAM_ROLE = "rds_iam";

/** Everybody, as a role that grants can name. */
export const PUBLIC_ROLE = "public";

/** The schema that every database has, and that unqualified names fall to. */
export const PUBLIC_SCHEMA = "public";

const SQL_IDENTIFIER = /^[a-z_][a-z0-9_]*$/;

/** Anchored source of the form of a table or column name, for the JSON Schemas. */
export const SQL_IDENTIFIER_PATTERN = SQL_IDENTIFIER.source;

/** Why `value` cannot be a table or column name, or undefined when it can. */
export function sqlIdentifierProblem(value: string): string | undefined {
  const bytes = Buffer.byteLength(value);
  const shown = JSON.stringify(value.slice(0, 80)).slice(1, -1);
  if (bytes > NAME_LIMITS.postgres.maxBytes) {
    return `'${shown}' has ${bytes} bytes, at most ${NAME_LIMITS.postgres.maxBytes} are allowed`;
  }
  if (!SQL_IDENTIFIER.test(value)) {
    return `'${shown}' must be lower-case letters, digits and '_', not starting with a digit`;
  }
  return value.startsWith("pg_")
    ? `'${shown}' starts with 'pg_', which the server keeps for itself`
    : undefined;
}

/**
 * Returns `value` unchanged: a table or column name that needs no quoting care anywhere.
 *
 * @throws NameError when it is none.
 */
export function sqlIdentifier(value: string): string {
  const problem = sqlIdentifierProblem(value);
  if (problem !== undefined) {
    throw new NameError(problem.includes(" bytes") ? "NameTooLong" : "NameInvalid", `SQL name ${problem}`);
  }
  return value;
}
