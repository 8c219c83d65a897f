import {
  appLoginName,
  appRoleArn,
  certificatePrincipal,
  consumerGroupPrefix,
  kafkaUserName,
  readGroupName,
  scramPrincipal,
  type Site,
} from "../../src/names";

/**
 * A workload of a domain. All of its principals are computed, so that a stack can grant to the app of another domain
 * without reading that domain's state.
 */
export interface AppIdentity {
  readonly domain: string;
  readonly app: string;
  /** Where the app's domain lives; its account may differ from the one that grants. */
  readonly site: Site;
}

/** How clients prove who they are to Kafka. With `iam`, access is IAM's alone and no ACL is defined. */
export type KafkaAuthentication = "iam" | "scram" | "mtls";

/** True when the app belongs to that very domain, in the same environment and account. */
export const isAppOf = (app: AppIdentity, { site, domain }: { site: Site; domain: string }): boolean =>
  app.domain === domain &&
  app.site.organisation === site.organisation &&
  app.site.environment === site.environment &&
  app.site.account === site.account;

/** The ARN of the app's IAM role. */
export const roleArnOf = ({ site, domain, app }: AppIdentity): string => appRoleArn(site, domain, app);

/** The Kafka user of the app, without the `User:` of an ACL. */
export const kafkaUserOf = ({ domain, app }: AppIdentity): string => kafkaUserName(domain, app);

/** The prefix of the app's consumer groups. */
export const groupPrefixOf = ({ domain, app }: AppIdentity): string => consumerGroupPrefix(domain, app);

/** The app's Postgres login. */
export const loginOf = ({ domain, app }: AppIdentity): string => appLoginName(domain, app);

/** The Postgres group of the app's login: what a share is granted to. */
export const readGroupOf = ({ domain, app }: AppIdentity): string => readGroupName(domain, app);

/** The principal an ACL names for the app. */
export function aclPrincipalOf({ domain, app }: AppIdentity, by: "scram" | "mtls"): string {
  return by === "scram" ? scramPrincipal(domain, app) : certificatePrincipal(domain, app);
}
