import { identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { NameError } from "./name-error";
import { fit } from "./shorten";

/** The stack that holds what an environment shares. */
export const PLATFORM_STACK = "platform";

/** `orders`: the stack a domain team owns and deploys. */
export function domainStackName(domain: string): string {
  return identifier("domain", domain);
}

/** `orders-boundary`: the stack the platform team owns; no domain may end in `-boundary`. */
export function boundaryStackName(domain: string): string {
  return `${identifier("domain", domain)}-boundary`;
}

/** `prod/orders`: the key of a stack's state in the state bucket; Terraform locks it by `prod/orders.tflock`. */
export function stateKey(environment: string, stack: string): string {
  return fit(`${identifier("environment", environment)}/${stack}`, NAME_LIMITS.stateKey);
}

/** The resource in every stack that says whose it is, by its state's key: `terraform_data.Seal`. */
export const SEAL = { type: "terraform_data", name: "Seal" } as const;

/** `prod/orders.tflock`: the object by which Terraform locks that state (S3 backend, `use_lockfile`). */
export function stateLockKey(environment: string, stack: string): string {
  return fit(`${stateKey(environment, stack)}.tflock`, NAME_LIMITS.stateKey);
}

/** `order_placed_v2`: the output of one port in its domain's stack; Terraform takes no `.` in the names of outputs. */
export function portOutputName(product: string, major: number): string {
  return `${identifier("product", product).replaceAll("-", "_")}_${versionLabel(major)}`;
}

/**
 * `repo:shop/data-mesh:environment:prod-orders`: what the CI's token says of itself when it deploys one domain, one CI
 * environment per mesh environment and domain (GitHub: OpenID Connect reference, subject claims).
 */
export function deploySubject(repository: string, environment: string, domain: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/.test(repository)) {
    throw new NameError("NameInvalid", `repository must be 'owner/name', got '${repository}'`);
  }
  return `repo:${repository}:environment:${identifier("environment", environment)}-${identifier("domain", domain)}`;
}
