import type { ITerraformDependable } from "../../src/cdk";
import type { MeshEnvironment } from "../environment";
import type { SecretReference } from "../secret";
import type { SchemaPortProps } from "./schema-port";

/** How many sessions the login of an app may hold at once. */
export const DEFAULT_CONNECTION_LIMIT = 20;

/** How long a statement of an app may take, in milliseconds. */
export const DEFAULT_STATEMENT_TIMEOUT_MS = 60_000;

/** How many sessions the migrator may hold at once: Flyway takes two, a second run waits. */
export const MIGRATOR_CONNECTION_LIMIT = 5;

/** An app that logs in. */
export interface SchemaAppProps {
  readonly app: string;
  /**
   * It may change rows in the private schema and in the ports of the product that it is named after. Every app may read
   * all schemas of its domain.
   */
  readonly writes: boolean;
  /**
   * Where the password is kept.
   * @default - none, as it must be where the server's authentication is `iam`; with `password` it is required
   */
  readonly secret?: SecretReference;
  /** @default DEFAULT_CONNECTION_LIMIT */
  readonly connectionLimit?: number;
  /**
   * In milliseconds; 0 for no limit.
   * @default DEFAULT_STATEMENT_TIMEOUT_MS
   */
  readonly statementTimeoutMs?: number;
}

export interface DomainSchemaProps {
  readonly environment: MeshEnvironment;
  readonly domain: string;
  /** Each gets a schema of its own. */
  readonly ports: readonly SchemaPortProps[];
  /**
   * A schema for what the domain shares with nobody.
   * @default true
   */
  readonly privateSchema?: boolean;
  readonly apps: readonly SchemaAppProps[];
  /**
   * Where the password of the migrator is kept.
   * @default - none, as it must be where the server's authentication is `iam`; with `password` it is required
   */
  readonly migratorSecret?: SecretReference;
  /** @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
  /**
   * Refuse to plan the destruction of the owner and of the schemas, but for those of destroyable ports.
   * @default - true where the environment is protected
   */
  readonly retain?: boolean;
  /**
   * Let Terraform drop all schemas with the tables in them; else a schema has to be empty. Needs `retain` to be false.
   * For a single port see `destroyable`.
   * @default false
   */
  readonly allowDestroy?: boolean;
}
