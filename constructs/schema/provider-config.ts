import type { PostgresqlProviderConfig } from "@cdktf/provider-postgresql/lib/provider";
import type { Construct } from "constructs";
import { isRegion } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { variableSecret } from "../secret";
import { validate, type Rule } from "../validation";
import { SERVER_RULES } from "./server-rules";

/** The sensitive Terraform variable with the administrator's password; set `TF_VAR_postgres_admin_password`. */
export const ADMIN_PASSWORD_VARIABLE = "postgres_admin_password";

/** The oldest version that the constructs are tested with. */
export const DEFAULT_POSTGRES_VERSION = "15.0.0";

/** Encrypted, and to the server that the certificate names. */
export const DEFAULT_SSL_MODE = "verify-full";

export const DEFAULT_POSTGRES_PORT = 5432;

/** In seconds; the provider's own default waits for ever. */
export const CONNECT_TIMEOUT_SECONDS = 30;

/**
 * The provider's arguments, all stated: what is left out the provider takes from `PGHOST`, `PGUSER` and the like, and a
 * plan would depend on who makes it. The root certificate is the exception, `PGSSLROOTCERT`, since it is a file's path.
 *
 * @param scope in the stack that gets the provider; it gets the variable for the password too
 * @throws ValidationError when the connection is not safe, or cannot be made.
 */
export function postgresProviderConfig(
  scope: Construct,
  environment: MeshEnvironment,
): PostgresqlProviderConfig {
  validate(scope.node.path, { environment }, [...SERVER_RULES, ...PROVIDER_RULES]);

  const { postgres, site } = environment;
  const connection = {
    scheme: "postgres",
    host: postgres.host,
    port: postgres.port ?? DEFAULT_POSTGRES_PORT,
    database: postgres.database,
    username: postgres.adminUser,
    sslmode: postgres.sslMode ?? DEFAULT_SSL_MODE,
    connectTimeout: CONNECT_TIMEOUT_SECONDS,
    expectedVersion: postgres.version ?? DEFAULT_POSTGRES_VERSION,
    // The administrator of a managed server is none, and the provider must not read password hashes.
    superuser: false,
  };
  return postgres.authentication === "iam"
    ? { ...connection, awsRdsIamAuth: true, awsRdsIamRegion: site.region }
    : { ...connection, password: variableSecret(ADMIN_PASSWORD_VARIABLE).render(scope) };
}

const PROVIDER_RULES: readonly Rule<{ readonly environment: MeshEnvironment }>[] = [
  {
    holds: ({ environment: { postgres } }) => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(postgres.host),
    problem: ({ environment: { postgres } }) =>
      `host must be a host name or an IPv4 address, got '${postgres.host}'`,
  },
  {
    holds: ({
      environment: {
        postgres: { port },
      },
    }) => port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535),
    problem: ({ environment: { postgres } }) =>
      `port must be a whole number from 1 to 65535, got ${postgres.port}`,
  },
  {
    holds: ({ environment: { postgres } }) =>
      /^\d+\.\d+\.\d+$/.test(postgres.version ?? DEFAULT_POSTGRES_VERSION),
    problem: ({ environment: { postgres } }) =>
      `version must have three parts such as '15.0.0', got '${postgres.version}'`,
  },
  {
    holds: ({ environment: { postgres, protected: isProtected } }) =>
      !(isProtected && postgres.sslMode === "disable"),
    problem: () => "sslMode is 'disable' in a protected environment; leave it out, or use 'verify-full'",
  },
  {
    holds: ({ environment: { postgres, site } }) =>
      postgres.authentication !== "iam" || isRegion(site.region),
    problem: ({ environment: { site } }) =>
      `authentication is 'iam' but region '${site.region}' is none of AWS`,
  },
];
