import { anyKeyArn, keyAlias, viaService } from "../../src/names";
import type { KeyOwner } from "../key";
import { policyValues, type PolicyCondition } from "../policy";

/**
 * Narrows a statement on all keys to those of some domains. A key's id is not known before it exists, so statements
 * name keys by alias; a deploy role can give its domain's alias to its domain's key only.
 */
export function keysOf(owners: readonly KeyOwner[]): PolicyCondition {
  const aliases = owners.map(({ site, domain }) => keyAlias(site, domain));
  return { "ForAnyValue:StringEquals": { "kms:ResourceAliases": policyValues(aliases) } };
}

/** As `keysOf`, and only for requests that S3 makes on the caller's behalf. */
export function keysThroughS3(owners: readonly KeyOwner[]): PolicyCondition {
  const services = owners.map(({ site }) => viaService(site, "s3"));
  return { ...keysOf(owners), StringEquals: { "kms:ViaService": policyValues(services) } };
}

/** The keys among which `keysOf` chooses: all of the accounts and regions concerned. */
export function keyArnsOf(owners: readonly KeyOwner[]): string | readonly string[] {
  return policyValues(owners.map(({ site }) => anyKeyArn(site)));
}
