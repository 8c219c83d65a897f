import { regionalArn } from "./arn";
import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { fit } from "./shorten";
import type { Site } from "./site";

/** `mesh/prod/orders/`: every secret of a domain starts with it, and no other domain's does. */
export function secretPrefix(site: Site, domain: string): string {
  return `mesh/${identifier("environment", site.environment)}/${identifier("domain", domain)}/`;
}

/** `mesh/prod/orders/order-placed/kafka`: the password of one app for one system. */
export function appSecretName(site: Site, domain: string, app: string, system: "kafka" | "postgres"): string {
  return fit(`${secretPrefix(site, domain)}${identifier("app", app)}/${system}`, NAME_LIMITS.secret);
}

/** `mesh/prod/orders/migrator/postgres`: `migrator` is no valid app name, so no app's secret is named like it. */
export function migratorSecretName(site: Site, domain: string): string {
  return fit(`${secretPrefix(site, domain)}migrator/postgres`, NAME_LIMITS.secret);
}

/** The ARN of every secret below a prefix. */
export function secretArn(site: Site, prefix: string): string {
  return regionalArn(site, "secretsmanager", `secret:${prefix}*`);
}
