import { globalArn, regionalArn } from "./arn";
import { IDENTIFIERS, identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { NameError } from "./name-error";
import { fit, shorten } from "./shorten";
import type { Site } from "./site";

const SIGNAL_PART = new RegExp(IDENTIFIERS.app.pattern);

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

/** `mesh/prod/`: every alarm of an environment starts with it. */
export function environmentAlarmPrefix(site: Site): string {
  return `mesh/${environmentOf(site)}/`;
}

/** `mesh/prod/orders/`: every alarm of a domain starts with it, and no other domain's does. */
export function alarmPrefix(site: Site, domain: string): string {
  return `${environmentAlarmPrefix(site)}${identifier("domain", domain)}/`;
}

/** `order-placed.v1`: one major of a product, as alarms and dashboards call it. */
export function portLabel(product: string, major: number): string {
  return `${identifier("product", product)}.${versionLabel(major)}`;
}

/** `mesh/prod/orders/order-placed.v1/`: every alarm of one major of a product starts with it. */
export function portAlarmPrefix(site: Site, domain: string, product: string, major: number): string {
  return `${alarmPrefix(site, domain)}${portLabel(product, major)}/`;
}

/** `mesh/prod/orders/order-placed.v1/freshness`; each part of the signal has the form of an app name. */
export function alarmName(
  site: Site,
  domain: string,
  product: string,
  major: number,
  signal: readonly string[],
): string {
  const prefix = portAlarmPrefix(site, domain, product, major);
  return shorten(`${prefix}${signalPath(signal)}`, NAME_LIMITS.alarm, "#");
}

/** `mesh/prod/platform/postgres/free-storage`: an alarm of the platform; `platform` is no valid domain. */
export function platformAlarmName(site: Site, signal: readonly string[]): string {
  return shorten(`${environmentAlarmPrefix(site)}platform/${signalPath(signal)}`, NAME_LIMITS.alarm, "#");
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

/** The ARN of every stream of a log group. */
export function logStreamsArn(site: Site, logGroup: string): string {
  return `${logGroupArn(site, logGroup)}:log-stream:*`;
}

/** `arn:aws:cloudwatch::111122223333:dashboard/mesh-prod-orders`: dashboards have no region. */
export function dashboardArn(site: Site, dashboard: string): string {
  return globalArn(site, "cloudwatch", `dashboard/${dashboard}`);
}

/** `Mesh/orders`: the only CloudWatch namespace a domain's apps can write to. */
export function metricNamespace(domain: string): string {
  return `Mesh/${identifier("domain", domain)}`;
}

/** A signal may name a consuming domain, so that only its form counts, not what is reserved among apps. */
function signalPath(signal: readonly string[]): string {
  const { maxLength, shape } = IDENTIFIERS.app;
  const wrong = signal.find((part) => part.length > maxLength || !SIGNAL_PART.test(part));
  if (wrong !== undefined || signal.length === 0) {
    const shown = JSON.stringify((wrong ?? "").slice(0, 60)).slice(1, -1);
    throw new NameError(
      "NameInvalid",
      `alarm signal '${shown}' must be ${shape}, of at most ${maxLength} characters`,
    );
  }
  return signal.join("/");
}

function environmentOf(site: Site): string {
  return identifier("environment", site.environment);
}
