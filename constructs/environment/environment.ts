import type { Site } from "../../src/names";
import type { KafkaAuthentication } from "../identity";

/** The Kafka cluster of an environment, which exists already; Meshwright refers to it and never defines it. */
export interface KafkaCluster {
  readonly authentication: KafkaAuthentication;
  /** `host:port`, at least one. */
  readonly bootstrapServers: readonly string[];
  /**
   * ARN of an MSK cluster; IAM statements and CloudWatch lag alarms need it.
   * @default - no MSK: `authentication` must not be `iam`
   */
  readonly clusterArn?: string;
  /**
   * The broker runs with `allow.everyone.if.no.acl.found=false`, so that a topic without an ACL is closed. MSK's own
   * default is the opposite. With `scram` and `mtls` it must be stated, since every grant rests on it.
   * @default false
   */
  readonly deniesByDefault?: boolean;
  /**
   * Brokers of an MSK cluster, which alarms then watch one by one; see `DomainMonitoring`.
   * @default - unknown
   */
  readonly brokerCount?: number;
  /**
   * Replicas of every partition; 1 only where the environment is not protected.
   * @default 3
   */
  readonly replicationFactor?: number;
  /**
   * Encrypt the connection.
   * @default true
   */
  readonly tls?: boolean;
}

/** The Postgres server of an environment, which exists already. */
export interface PostgresServer {
  readonly host: string;
  /** @default 5432 */
  readonly port?: number;
  /** The database that holds the domains' schemas. */
  readonly database: string;
  /** `iam`: logins have no password and are members of `rds_iam`; `password`: write-only passwords from secrets. */
  readonly authentication: "iam" | "password";
  /**
   * `15.0.0`: the provider reads it instead of asking the server. Features that came later are not used.
   * @default "15.0.0"
   */
  readonly version?: string;
  /** The user Terraform connects as. */
  readonly adminUser: string;
  /** @default "verify-full" */
  readonly sslMode?: "disable" | "require" | "verify-ca" | "verify-full";
  /**
   * RDS resource id, such as `db-ABCDEFGHIJKL01234`: what `rds-db:connect` names.
   * @default - not RDS: `authentication` must not be `iam`
   */
  readonly resourceId?: string;
  /**
   * RDS instance identifier, the CloudWatch dimension.
   * @default - no database alarms
   */
  readonly instanceId?: string;
}

/** One environment of the mesh, as the constructs need to know it. */
export interface MeshEnvironment {
  /** The platform's account and region; a domain may live in another. */
  readonly site: Site;
  /** Protected: what holds data cannot be destroyed, and single replicas are refused. */
  readonly protected: boolean;
  readonly kafka: KafkaCluster;
  readonly postgres: PostgresServer;
  /**
   * ARNs of the IAM roles of people who deploy by hand. A domain's bucket refuses everyone else but the domain's own
   * roles and those below `/mesh-platform/`; whoever applies a domain's stack without being one of these is locked out
   * of the bucket half-way. A `*` may stand where AWS puts a random part, as in the roles of IAM Identity Center.
   * @default - nobody
   */
  readonly operatorRoleArns?: readonly string[];
  /**
   * Goes up when the passwords in Secrets Manager were changed: Terraform sends a write-only password again only when
   * its version changes.
   * @default 1
   */
  readonly passwordVersion?: number;
}
