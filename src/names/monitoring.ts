import { regionalArn } from "./arn";
import { identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { fit, shorten } from "./shorten";
import type { Site } from "./site";

/** `mesh-prod-orders-alerts`. */
export function alertTopicName(site: Site, domain: string): string {
  return fit(`mesh-${environmentOf(site)}-${identifier("domain", domain)}-alerts`, NAME_LIMITS.snsTopic);
}

/** `mesh-prod-alerts`: where pages of every domain go too. */
export function platformAlertTopicName(site: Site): string {
  return fit(`mesh-${environmentOf(site)}-alerts`, NAME_LIMITS.snsTopic);
}

/** `arn:aws:sns:eu-central-1:111122223333:mesh-prod-orders-alerts`. */
export function alertTopicArn(site: Site, topic: string): string {
  return regionalArn(site, "sns", topic);
}

/** `mesh/prod/orders/`: every alarm of a domain starts with it, and no other domain's does. */
export function alarmPrefix(site: Site, domain: string): string {
  return `mesh/${environmentOf(site)}/${identifier("domain", domain)}/`;
}

/** `mesh/prod/orders/order-placed.v1/freshness`; the signal has the form of an app name, parts joined by `/`. */
export function alarmName(
  site: Site,
  domain: string,
  product: string,
  major: number,
  signal: readonly string[],
): string {
  const port = `${identifier("product", product)}.${versionLabel(major)}`;
  const name = `${alarmPrefix(site, domain)}${port}/${signal.map((part) => identifier("app", part)).join("/")}`;
  return shorten(name, NAME_LIMITS.alarm, "#");
}

/** `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:mesh/prod/orders/*` for the name `mesh/prod/orders/*`. */
export function alarmArn(site: Site, name: string): string {
  return regionalArn(site, "cloudwatch", `alarm:${name}`);
}

/** `mesh-prod-orders`. */
export function dashboardName(site: Site, domain: string): string {
  return fit(`mesh-${environmentOf(site)}-${identifier("domain", domain)}`, NAME_LIMITS.dashboard);
}

/** `/mesh/prod/orders/`: every log group of a domain starts with it. */
export function logGroupPrefix(site: Site, domain: string): string {
  return `/mesh/${environmentOf(site)}/${identifier("domain", domain)}/`;
}

/** `/mesh/prod/orders/apps`: what the domain's apps write. */
export function logGroupName(site: Site, domain: string): string {
  return fit(`${logGroupPrefix(site, domain)}apps`, NAME_LIMITS.logGroup);
}

/** The ARN of a log group; the name may end in `*`. */
export function logGroupArn(site: Site, logGroup: string): string {
  return regionalArn(site, "logs", `log-group:${logGroup}`);
}

/** `Mesh/orders`: the only CloudWatch namespace a domain's apps can write to. */
export function metricNamespace(domain: string): string {
  return `Mesh/${identifier("domain", domain)}`;
}

function environmentOf(site: Site): string {
  return identifier("environment", site.environment);
}
