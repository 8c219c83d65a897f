import type { EnvironmentManifest } from "../../manifest";
import type { Site } from "../../names";
import { DEFAULT_POSTGRES_PORT } from "../defaults";

/** Bucket names are unique in the whole of a partition (S3 bucket naming rules); Meshwright asks for more. */
export const ANYWHERE = "anywhere";

/** One AWS account. */
export const accountScope = ({ account }: Site): string => account;

/** One AWS account and region. */
export const regionScope = ({ account, region }: Site): string => `${account} ${region}`;

/** One Kafka cluster: its ARN, or its first broker. */
export function clusterScope({ kafka }: EnvironmentManifest): string {
  return kafka.clusterArn ?? kafka.bootstrapServers[0] ?? "";
}

/** One Postgres server: roles are shared by all of its databases. */
export function serverScope({ postgres }: EnvironmentManifest): string {
  return `${postgres.host}:${postgres.port ?? DEFAULT_POSTGRES_PORT}`;
}

/** One database of a server. */
export function databaseScope(environment: EnvironmentManifest): string {
  return `${serverScope(environment)}/${environment.postgres.database}`;
}

/** Where an environment's state is kept. */
export function stateScope({ state }: EnvironmentManifest): string {
  return state === "local" ? "local" : state.bucket;
}
