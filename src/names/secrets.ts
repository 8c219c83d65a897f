import { regionalArn } from "./arn";
import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { parseClusterArn } from "./msk";
import { fit } from "./shorten";
import type { Site } from "./site";

/** `mesh/prod/orders/`: every secret of a domain starts with it, and no other domain's does. */
export function secretPrefix(site: Site, domain: string): string {
  return `mesh/${identifier("environment", site.environment)}/${identifier("domain", domain)}/`;
}

/** `mesh/prod/orders/order-placed/`: every secret of one app starts with it. */
export function appSecretPrefix(site: Site, domain: string, app: string): string {
  return `${secretPrefix(site, domain)}${identifier("app", app)}/`;
}

/** `mesh/prod/orders/order-placed/kafka`: the password of one app for one system. */
export function appSecretName(site: Site, domain: string, app: string, system: "kafka" | "postgres"): string {
  return fit(`${appSecretPrefix(site, domain, app)}${system}`, NAME_LIMITS.secret);
}

/** `mesh/prod/orders/migrator/postgres`: `migrator` is no valid app name, so no app's secret is named like it. */
export function migratorSecretName(site: Site, domain: string): string {
  return fit(`${secretPrefix(site, domain)}migrator/postgres`, NAME_LIMITS.secret);
}

/**
 * `AmazonMSK_mesh/prod/orders/`: MSK takes SCRAM secrets only if their name starts with `AmazonMSK_` (MSK developer
 * guide, sign-in credentials authentication), so they are not below the domain's other secrets.
 */
export function mskScramSecretPrefix(site: Site, domain: string): string {
  return `AmazonMSK_${secretPrefix(site, domain)}`;
}

/** `AmazonMSK_mesh/prod/orders/order-placed/`: every secret of one app that MSK reads too. */
export function mskScramAppSecretPrefix(site: Site, domain: string, app: string): string {
  return `${mskScramSecretPrefix(site, domain)}${identifier("app", app)}/`;
}

/** `AmazonMSK_mesh/prod/orders/order-placed/kafka`: user and password of one app, where MSK reads them. */
export function mskScramSecretName(site: Site, domain: string, app: string): string {
  return fit(`${mskScramAppSecretPrefix(site, domain, app)}kafka`, NAME_LIMITS.secret);
}

/**
 * True for the full ARN of the app's SCRAM secret: in the cluster's account and region, as MSK requires, and with the
 * six characters that Secrets Manager appends to a name.
 */
export function isMskScramSecretArn(
  arn: string,
  clusterArn: string,
  site: Site,
  domain: string,
  app: string,
): boolean {
  const { partition, region, account } = parseClusterArn(clusterArn);
  const name = mskScramSecretName(site, domain, app);
  const start = `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-`;
  return arn.startsWith(start) && /^[A-Za-z0-9]{6}$/.test(arn.slice(start.length));
}

const SECRET_NAME = /^(?:AmazonMSK_)?mesh\/[a-z0-9-]+\/([a-z0-9-]+)\/([a-z0-9-]+)\/(?:kafka|postgres)$/;

/** Whose password a secret holds, by its name; `migrator` is no app, and the domain's own login for migrations. */
export function holderOfSecret(name: string): { readonly domain: string; readonly app: string } | undefined {
  const [, domain, app] = SECRET_NAME.exec(name) ?? [];
  return domain === undefined || app === undefined ? undefined : { domain, app };
}

/** The ARN of every secret below a prefix. */
export function secretArn(site: Site, prefix: string): string {
  return regionalArn(site, "secretsmanager", `secret:${prefix}*`);
}
