import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
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

/** `prod/orders.tflock`: the object by which Terraform locks that state (S3 backend, `use_lockfile`). */
export function stateLockKey(environment: string, stack: string): string {
  return fit(`${stateKey(environment, stack)}.tflock`, NAME_LIMITS.stateKey);
}
