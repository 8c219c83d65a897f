import type { EnvironmentManifest } from "../../manifest";
import {
  alarmPrefix,
  alertTopicName,
  boundaryPolicyName,
  boundaryStackName,
  bucketName,
  dashboardName,
  deployPolicyName,
  deployRoleName,
  domainPostgresPrefix,
  domainSchemaName,
  domainStackName,
  domainTopicPrefix,
  keyAlias,
  loginGroupName,
  logGroupPrefix,
  migratorLoginName,
  migratorSecretName,
  ownerRoleName,
  readerRoleName,
  secretPrefix,
  stateKey,
  writerRoleName,
  type Site,
} from "../../names";
import type { InventoryBuilder } from "./inventory-builder";
import type { Writer } from "./resource";
import {
  accountScope,
  ANYWHERE,
  clusterScope,
  databaseScope,
  regionScope,
  serverScope,
  stateScope,
} from "./scopes";

/** What a domain has whatever its products are. */
export function addDomainNames(
  builder: InventoryBuilder,
  environment: EnvironmentManifest,
  site: Site,
  domain: string,
): void {
  const writer: Writer = { domain };
  addStackNames(builder, environment, writer);
  addAwsNames(builder, site, writer);

  const cluster = clusterScope(environment);
  for (const kind of ["topic", "consumer group", "transactional id", "Kafka user"] as const) {
    builder.prefix(kind, cluster, writer, () => domainTopicPrefix(domain));
  }

  const server = serverScope(environment);
  const database = databaseScope(environment);
  builder.exact("Postgres schema", database, writer, () => domainSchemaName(domain));
  builder.prefix("Postgres schema", database, writer, () => domainPostgresPrefix(domain));
  builder.prefix("Postgres role", server, writer, () => domainPostgresPrefix(domain));
  for (const name of [ownerRoleName, writerRoleName, readerRoleName, loginGroupName, migratorLoginName]) {
    builder.exact("Postgres role", server, writer, () => name(domain));
  }
}

function addStackNames(builder: InventoryBuilder, environment: EnvironmentManifest, writer: Writer): void {
  for (const stack of [domainStackName, boundaryStackName]) {
    builder.exact("stack", environment.name, writer, () => stack(writer.domain));
    builder.exact("state", stateScope(environment), writer, () =>
      stateKey(environment.name, stack(writer.domain)),
    );
  }
}

function addAwsNames(builder: InventoryBuilder, site: Site, writer: Writer): void {
  const { domain } = writer;
  const region = regionScope(site);
  builder.exact("bucket", ANYWHERE, writer, () => bucketName(site, domain));
  builder.exact("key alias", region, writer, () => keyAlias(site, domain));
  builder.exact("SNS topic", region, writer, () => alertTopicName(site, domain));
  builder.prefix("alarm", region, writer, () => alarmPrefix(site, domain));
  builder.exact("dashboard", region, writer, () => dashboardName(site, domain));
  builder.prefix("log group", region, writer, () => logGroupPrefix(site, domain));
  builder.prefix("secret", region, writer, () => secretPrefix(site, domain));
  builder.exact("secret", region, writer, () => migratorSecretName(site, domain));

  // IAM compares role and policy names without regard to case; these are lower case throughout.
  const account = accountScope(site);
  builder.exact("IAM role", account, writer, () => deployRoleName(site, domain));
  for (const tier of ["app", "admin", "deploy"] as const) {
    builder.exact("IAM policy", account, writer, () => boundaryPolicyName(site, domain, tier));
  }
  for (const part of ["data", "control"] as const) {
    builder.exact("IAM policy", account, writer, () => deployPolicyName(site, domain, part));
  }
}
