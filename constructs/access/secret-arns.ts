import {
  appSecretPrefix,
  mskScramAppSecretPrefix,
  mskScramSecretPrefix,
  secretArn,
  secretPrefix,
} from "../../src/names";
import { policyValues } from "../policy";
import type { DomainScope } from "./domain-scope";

/** The ARNs of a domain's secrets; with SCRAM on MSK also those that the cluster reads, which have a prefix of their own. */
export function domainSecretArns(scope: DomainScope): string | readonly string[] {
  const { environment, site, domain } = scope;
  const own = secretArn(site, secretPrefix(site, domain));
  return readsScramOnMsk(scope)
    ? policyValues([own, secretArn(environment.site, mskScramSecretPrefix(site, domain))])
    : own;
}

/** The ARNs of one app's secrets. */
export function appSecretArns(scope: DomainScope, app: string): string | readonly string[] {
  const { environment, site, domain } = scope;
  const own = secretArn(site, appSecretPrefix(site, domain, app));
  return readsScramOnMsk(scope)
    ? policyValues([own, secretArn(environment.site, mskScramAppSecretPrefix(site, domain, app))])
    : own;
}

const readsScramOnMsk = ({ environment: { kafka } }: DomainScope): boolean =>
  kafka.authentication === "scram" && kafka.clusterArn !== undefined;
