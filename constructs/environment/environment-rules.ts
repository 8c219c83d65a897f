import { isDatabaseResourceId, parseClusterArn, sqlIdentifierProblem } from "../../src/names";
import { nameProblem, type Rule } from "../validation";
import type { MeshEnvironment } from "./environment";

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const SERVER = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}$/;
/** One role, or those of one name pattern below a path: never all roles of an account. */
const OPERATOR = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]*[\w+=,.@-]{4,}[\w+=,.@/*-]*$/;
/** Amazon RDS: DBInstanceIdentifier. */
const INSTANCE = /^[A-Za-z][A-Za-z0-9-]{0,62}$/;

const ALLOWED = {
  kafka: ["iam", "scram", "mtls"],
  postgres: ["iam", "password"],
  sslMode: ["disable", "require", "verify-ca", "verify-full"],
} as const;

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? "nothing";
const isOneOf = (value: string, allowed: readonly string[]): boolean => allowed.includes(value);

/** What an environment must be for names, policies and providers to be built from it; TypeScript alone does not see it. */
export const ENVIRONMENT_RULES: readonly Rule<MeshEnvironment>[] = [
  {
    holds: ({ kafka }) => isOneOf(kafka.authentication, ALLOWED.kafka),
    problem: ({ kafka }) =>
      `kafka.authentication must be one of ${ALLOWED.kafka.join(", ")}, got ${shown(kafka.authentication)}`,
  },
  {
    holds: ({ kafka }) =>
      kafka.bootstrapServers.length > 0 && kafka.bootstrapServers.every((one) => SERVER.test(one)),
    problem: ({ kafka }) =>
      `kafka.bootstrapServers must be 'host:port', at least one, got ${shown(kafka.bootstrapServers)}`,
  },
  {
    holds: ({ kafka: { clusterArn } }) =>
      clusterArn === undefined || nameProblem(() => parseClusterArn(clusterArn)) === undefined,
    problem: ({ kafka: { clusterArn = "" } }) => nameProblem(() => parseClusterArn(clusterArn)) ?? "",
  },
  {
    holds: ({ postgres }) => HOST.test(postgres.host),
    problem: ({ postgres }) => `postgres.host must be a host name, got ${shown(postgres.host)}`,
  },
  {
    holds: ({ postgres }) => sqlIdentifierProblem(postgres.database) === undefined,
    problem: ({ postgres }) => `postgres.database ${sqlIdentifierProblem(postgres.database) ?? ""}`,
  },
  {
    holds: ({ postgres }) => sqlIdentifierProblem(postgres.adminUser) === undefined,
    problem: ({ postgres }) => `postgres.adminUser ${sqlIdentifierProblem(postgres.adminUser) ?? ""}`,
  },
  {
    holds: ({ postgres }) => isOneOf(postgres.authentication, ALLOWED.postgres),
    problem: ({ postgres }) =>
      `postgres.authentication must be one of ${ALLOWED.postgres.join(", ")}, got ${shown(postgres.authentication)}`,
  },
  {
    holds: ({ postgres: { sslMode } }) => sslMode === undefined || isOneOf(sslMode, ALLOWED.sslMode),
    problem: ({ postgres }) =>
      `postgres.sslMode must be one of ${ALLOWED.sslMode.join(", ")}, got ${shown(postgres.sslMode)}`,
  },
  {
    holds: ({ postgres: { resourceId } }) => resourceId === undefined || isDatabaseResourceId(resourceId),
    problem: ({ postgres }) =>
      `postgres.resourceId must look like 'db-ABCDEFGHIJKL01234', got ${shown(postgres.resourceId)}`,
  },
  {
    holds: ({ postgres: { instanceId } }) => instanceId === undefined || INSTANCE.test(instanceId),
    problem: ({ postgres }) =>
      `postgres.instanceId must be letters, digits and '-', got ${shown(postgres.instanceId)}`,
  },
  {
    holds: ({ operatorRoleArns = [] }) => operatorRoleArns.every((arn) => OPERATOR.test(arn)),
    problem: ({ operatorRoleArns }) =>
      `operatorRoleArns must be ARNs of roles, a '*' only behind a name's first four characters, got ${shown(operatorRoleArns)}`,
  },
  {
    holds: ({ passwordVersion = 1 }) => Number.isInteger(passwordVersion) && passwordVersion >= 1,
    problem: ({ passwordVersion }) =>
      `passwordVersion must be a whole number from 1, got ${shown(passwordVersion)}`,
  },
];
