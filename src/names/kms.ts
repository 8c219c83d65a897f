import { checkedRegion, regionalArn } from "./arn";
import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { fit } from "./shorten";
import { partitionOf, type Site } from "./site";

/** `alias/mesh/prod/orders`: a domain's key is named by its alias, since a key's id cannot be computed. */
export function keyAlias(site: Site, domain: string): string {
  return siteKeyAlias(site, identifier("domain", domain));
}

/** `alias/mesh/prod/platform`: the key of the platform's alerts; `platform` is no valid domain. */
export function platformKeyAlias(site: Site): string {
  return siteKeyAlias(site, "platform");
}

/** `arn:aws:kms:eu-central-1:111122223333:alias/mesh/prod/orders`. */
export function keyAliasArn(site: Site, alias: string): string {
  return regionalArn(site, "kms", alias);
}

/** Every key of the account and region, for statements that a condition on `kms:ResourceAliases` narrows. */
export function anyKeyArn(site: Site): string {
  return regionalArn(site, "kms", "key/*");
}

/** `s3.eu-central-1.amazonaws.com`: the service that asks for a key on a caller's behalf, as `kms:ViaService` has it. */
export function viaService(site: Site, service: "s3" | "secretsmanager"): string {
  return regionalService(site, service);
}

/** `logs.eu-central-1.amazonaws.com`: the service principal of CloudWatch Logs, one per region. */
export function logsServicePrincipal(site: Site): string {
  return regionalService(site, "logs");
}

function regionalService(site: Site, service: string): string {
  const suffix = partitionOf(site) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return `${service}.${checkedRegion(site)}.${suffix}`;
}

function siteKeyAlias(site: Site, owner: string): string {
  return fit(`alias/mesh/${identifier("environment", site.environment)}/${owner}`, NAME_LIMITS.kmsAlias);
}
