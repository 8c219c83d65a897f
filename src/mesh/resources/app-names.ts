import type { EnvironmentManifest } from "../../manifest";
import {
  appLoginName,
  appPolicyName,
  appRoleName,
  appSecretName,
  consumerGroupPrefix,
  kafkaUserName,
  transactionalIdPrefix,
  type Site,
} from "../../names";
import type { InventoryBuilder } from "./inventory-builder";
import type { Writer } from "./resource";
import { accountScope, clusterScope, regionScope, serverScope } from "./scopes";

/** The identities of one app, and what goes by its name. */
export function addAppNames(
  builder: InventoryBuilder,
  environment: EnvironmentManifest,
  site: Site,
  domain: string,
  app: string,
): void {
  const writer: Writer = { domain, app };
  const cluster = clusterScope(environment);
  builder.prefix("consumer group", cluster, writer, () => consumerGroupPrefix(domain, app));
  builder.prefix("transactional id", cluster, writer, () => transactionalIdPrefix(domain, app));
  builder.exact("Kafka user", cluster, writer, () => kafkaUserName(domain, app));
  builder.exact("Postgres role", serverScope(environment), writer, () => appLoginName(domain, app));

  const account = accountScope(site);
  builder.exact("IAM role", account, writer, () => appRoleName(site, domain, app));
  for (const use of ["run", "produce", "consume"] as const) {
    builder.exact("IAM policy", account, writer, () => appPolicyName(site, domain, app, use));
  }
  for (const system of ["kafka", "postgres"] as const) {
    builder.exact("secret", regionScope(site), writer, () => appSecretName(site, domain, app, system));
  }
}
