import { globalArn } from "./arn";
import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { fit } from "./shorten";
import type { Site } from "./site";

/** Roles that the platform itself uses; they may enter every domain's bucket and key. */
export const PLATFORM_ROLE_PATH = "/mesh-platform/";

/** Where boundaries live: no domain may write below it. */
export const GUARD_PATH = "/mesh-guard/";

/** `/mesh/prod/orders/`: every role of a domain is below it, and no other domain's is. */
export function domainRolePath(site: Site, domain: string): string {
  return `/mesh/${identifier("environment", site.environment)}/${identifier("domain", domain)}/`;
}

/** `/mesh/prod/orders/app/`: the roles a domain may define by itself. */
export function appRolePath(site: Site, domain: string): string {
  return `${domainRolePath(site, domain)}app/`;
}

/** `/mesh/prod/orders/deploy/`: the role the domain's CI assumes, which the domain cannot change. */
export function deployRolePath(site: Site, domain: string): string {
  return `${domainRolePath(site, domain)}deploy/`;
}

/**
 * `prod-orders--order-placed`. Role names are unique per account whatever their path or case
 * (IAM API reference, CreateRole), so the name says the environment and the domain too.
 */
export function appRoleName(site: Site, domain: string, app: string): string {
  return roleName(site, domain, identifier("app", app));
}

/** `prod-orders--deploy`. */
export function deployRoleName(site: Site, domain: string): string {
  return roleName(site, domain, "deploy");
}

/** `arn:aws:iam::111122223333:role/mesh/prod/orders/app/prod-orders--order-placed`. */
export function appRoleArn(site: Site, domain: string, app: string): string {
  return roleArn(site, appRolePath(site, domain), appRoleName(site, domain, app));
}

/** `arn:aws:iam::111122223333:role/mesh/prod/orders/deploy/prod-orders--deploy`. */
export function deployRoleArn(site: Site, domain: string): string {
  return roleArn(site, deployRolePath(site, domain), deployRoleName(site, domain));
}

/** The ARN of a role by path and name; the name may be `*`, for all roles below the path. */
export function roleArn(site: Site, path: string, name: string): string {
  return globalArn(site, "iam", `role${path}${name}`);
}

/** What a domain's apps can ever do (`app`), what its administrators can (`admin`), what its CI can (`deploy`). */
export type BoundaryTier = "app" | "admin" | "deploy";

const BOUNDARY_SUFFIX: Readonly<Record<BoundaryTier, string>> = {
  app: "boundary",
  admin: "boundary-admin",
  deploy: "boundary-deploy",
};

/** `prod-orders-boundary`. */
export function boundaryPolicyName(site: Site, domain: string, tier: BoundaryTier): string {
  const environment = identifier("environment", site.environment);
  const name = `${environment}-${identifier("domain", domain)}-${BOUNDARY_SUFFIX[tier]}`;
  return fit(name, NAME_LIMITS.iamPolicy);
}

/** `arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary`. */
export function boundaryPolicyArn(site: Site, domain: string, tier: BoundaryTier): string {
  return globalArn(site, "iam", `policy${GUARD_PATH}${boundaryPolicyName(site, domain, tier)}`);
}

/** `prod-orders--order-placed-produce`: a managed policy of one app; the statements' `role` says what it is for. */
export function appPolicyName(site: Site, domain: string, app: string, use: "produce" | "consume"): string {
  return fit(`${appRoleName(site, domain, app)}--${use}`, NAME_LIMITS.iamPolicy);
}

/** `arn:aws:iam::111122223333:policy/mesh/prod/orders/app/prod-orders--order-placed--produce`. */
export function appPolicyArn(site: Site, domain: string, app: string, use: "produce" | "consume"): string {
  return globalArn(site, "iam", `policy${appRolePath(site, domain)}${appPolicyName(site, domain, app, use)}`);
}

function roleName(site: Site, domain: string, app: string): string {
  const environment = identifier("environment", site.environment);
  return fit(`${environment}-${identifier("domain", domain)}--${app}`, NAME_LIMITS.iamRole);
}
