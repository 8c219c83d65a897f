import { globalArn } from "./arn";
import { identifier } from "./identifiers";
import { kafkaUserName } from "./kafka";
import { NAME_LIMITS } from "./limits";
import { NameError } from "./name-error";
import { fit } from "./shorten";
import { partitionOf, type Site } from "./site";

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

/**
 * `arn:aws:sts::111122223333:assumed-role/prod-orders--order-placed/orders.order-placed`: the app's role in a session
 * named like its Kafka user. Session ARNs leave out the role's path (IAM user guide, IAM identifiers).
 */
export function appSessionArn(site: Site, domain: string, app: string): string {
  const session = kafkaUserName(domain, app);
  return globalArn(site, "sts", `assumed-role/${appRoleName(site, domain, app)}/${session}`);
}

/**
 * `arn:aws:iam::*:role/mesh/*`: every role of every domain, in any environment and account. For conditions of Deny
 * statements only.
 */
export function anyDomainRoleArn(site: Site): string {
  return `arn:${partitionOf(site)}:iam::*:role/mesh/*`;
}

/** `arn:aws:iam::111122223333:root`: the account itself, which hands the decision to its own IAM policies. */
export function accountRootArn(site: Site): string {
  return globalArn(site, "iam", "root");
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
  return policyArn(site, GUARD_PATH, boundaryPolicyName(site, domain, tier));
}

/** `prod-orders--deploy--data`: one of the two managed policies of a domain's deploy role. */
export function deployPolicyName(site: Site, domain: string, part: "data" | "control"): string {
  return fit(`${deployRoleName(site, domain)}--${part}`, NAME_LIMITS.iamPolicy);
}

/** What a managed policy of an app is for: to run at all, to write its products, to read what its domain imports. */
export type AppPolicyUse = "run" | "produce" | "consume";

/** `prod-orders--order-placed--produce`: a managed policy of one app. */
export function appPolicyName(site: Site, domain: string, app: string, use: AppPolicyUse): string {
  return fit(`${appRoleName(site, domain, app)}--${use}`, NAME_LIMITS.iamPolicy);
}

/** `arn:aws:iam::111122223333:policy/mesh/prod/orders/app/prod-orders--order-placed--produce`. */
export function appPolicyArn(site: Site, domain: string, app: string, use: AppPolicyUse): string {
  return policyArn(site, appRolePath(site, domain), appPolicyName(site, domain, app, use));
}

/** The ARN of a managed policy by path and name; the name may be `*`, for all policies below the path. */
export function policyArn(site: Site, path: string, name: string): string {
  return globalArn(site, "iam", `policy${path}${name}`);
}

/** `/mesh/prod/orders/admin/`: the role of the domain's administrators, which they cannot change themselves. */
export function adminRolePath(site: Site, domain: string): string {
  return `${domainRolePath(site, domain)}admin/`;
}

/** `prod-orders--admin`; `admin` is no valid app name. */
export function adminRoleName(site: Site, domain: string): string {
  return roleName(site, domain, "admin");
}

/** `arn:aws:iam::111122223333:role/mesh/prod/orders/admin/prod-orders--admin`. */
export function adminRoleArn(site: Site, domain: string): string {
  return roleArn(site, adminRolePath(site, domain), adminRoleName(site, domain));
}

const OIDC_PROVIDER = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[A-Za-z0-9._-]+)*$/;

/** True for an OIDC provider's URL without `https://`, such as `token.actions.githubusercontent.com`. */
export const isOidcProvider = (value: string): boolean => OIDC_PROVIDER.test(value);

/**
 * `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`.
 *
 * @throws NameError when `providerUrl` is no host with an optional path.
 */
export function oidcProviderArn(site: Site, providerUrl: string): string {
  if (!isOidcProvider(providerUrl)) {
    throw new NameError(
      "NameInvalid",
      `OIDC provider '${providerUrl}' must be a host with an optional path, without 'https://'`,
    );
  }
  return globalArn(site, "iam", `oidc-provider/${providerUrl}`);
}

function roleName(site: Site, domain: string, app: string): string {
  const environment = identifier("environment", site.environment);
  return fit(`${environment}-${identifier("domain", domain)}--${app}`, NAME_LIMITS.iamRole);
}
