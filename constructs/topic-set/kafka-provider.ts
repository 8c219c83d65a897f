import type { Construct } from "constructs";
import { Token } from "../../src/cdk";
import { parseClusterArn } from "../../src/names";
import type { KafkaProviderConfig } from "../../src/providers/kafka/provider";
import type { MeshEnvironment } from "../environment";
import type { KafkaAuthentication } from "../identity";
import { variableSecret } from "../secret";
import { validate, type Rule } from "../validation";
import { CLUSTER_RULES, clusterArnOf } from "./cluster-rules";

/** Seconds until an operation on the cluster is given up. */
export const KAFKA_TIMEOUT_SECONDS = 120;
/** The protocol the provider speaks: brokers from 2.8 on understand it, and 4 still does (KIP-896). */
export const KAFKA_PROTOCOL_VERSION = "2.8.0";

/** How Terraform itself proves who it is: Terraform expressions, never values. */
export interface KafkaCredentials {
  /** With `scram`. */
  readonly username?: string;
  /** With `scram`. */
  readonly password?: string;
  /** PEM, with `mtls`. */
  readonly clientCertificate?: string;
  /** PEM, with `mtls`. */
  readonly clientKey?: string;
  /**
   * PEM of the authority that signed the brokers' certificates.
   * @default - the system's own authorities
   */
  readonly caCertificate?: string;
}

interface ProviderInput {
  readonly environment: MeshEnvironment;
  readonly credentials: KafkaCredentials;
}

type CredentialName = "username" | "password" | "clientCertificate" | "clientKey";

const NEEDED: Readonly<Record<KafkaAuthentication, readonly CredentialName[]>> = {
  iam: [],
  scram: ["username", "password"],
  mtls: ["clientCertificate", "clientKey"],
};

const VARIABLES: Readonly<Record<CredentialName, string>> = {
  username: "kafka_username",
  password: "kafka_password",
  clientCertificate: "kafka_client_certificate",
  clientKey: "kafka_client_key",
};

const SASL_MECHANISMS: Readonly<Record<KafkaAuthentication, string>> = {
  iam: "aws-iam",
  scram: "scram-sha512",
  // Without user name and password the provider leaves SASL off, whatever the mechanism.
  mtls: "plain",
};

const PATH = "kafka provider";
const SERVER = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?:([1-9]\d{0,4})$/;
const isServer = (server: string): boolean => Number(SERVER.exec(server)?.[2] ?? Infinity) <= 65_535;
const isExpression = (value: string): boolean => Token.isUnresolved(value) || /^\$\{var\.\w+\}$/.test(value);
const usesTls = ({ environment: { kafka } }: ProviderInput): boolean => kafka.tls ?? true;

function missing({ environment, credentials }: ProviderInput): CredentialName[] {
  return NEEDED[environment.kafka.authentication].filter((name) => credentials[name] === undefined);
}

function literals({ credentials }: ProviderInput): CredentialName[] {
  return Object.values(NEEDED)
    .flat()
    .filter((name) => !isExpression(credentials[name] ?? "${var.none}"));
}

const PROVIDER_RULES: readonly Rule<ProviderInput>[] = [
  {
    holds: ({ environment: { kafka } }) => kafka.bootstrapServers.length > 0,
    problem: () =>
      "bootstrapServers is empty, and the provider crashes without one; name at least one 'host:port'",
  },
  {
    holds: ({ environment: { kafka } }) => kafka.bootstrapServers.every(isServer),
    problem: ({ environment: { kafka } }) => {
      const wrong = kafka.bootstrapServers.filter((server) => !isServer(server));
      return `bootstrapServers must be 'host:port' each, got ${JSON.stringify(wrong)}`;
    },
  },
  {
    holds: (input) => usesTls(input) || input.environment.kafka.authentication === "scram",
    problem: ({ environment: { kafka } }) =>
      `kafka authentication '${kafka.authentication}' works over TLS alone, and tls is false; leave it out`,
  },
  {
    holds: (input) => usesTls(input) || !input.environment.protected,
    problem: () =>
      "tls is false in a protected environment, where records would cross the network in clear; leave it out",
  },
  {
    holds: (input) => missing(input).length === 0,
    problem: (input) =>
      `kafka authentication '${input.environment.kafka.authentication}' needs ${missing(input).join(" and ")}; ` +
      "take them from kafkaCredentials()",
  },
  {
    holds: (input) => literals(input).length === 0,
    problem: (input) =>
      `SecretInManifest: ${literals(input).join(" and ")} must come from a sensitive variable, got a value (not shown); ` +
      "take them from kafkaCredentials()",
  },
];

/**
 * The credentials an environment needs, as sensitive variables of the stack of `scope`: `TF_VAR_kafka_username` and
 * `TF_VAR_kafka_password`, or `TF_VAR_kafka_client_certificate` and `TF_VAR_kafka_client_key`. With `iam` there are
 * none: the provider finds those of AWS by itself.
 */
export function kafkaCredentials(scope: Construct, { kafka }: MeshEnvironment): KafkaCredentials {
  return Object.fromEntries(
    NEEDED[kafka.authentication].map((name) => [name, variableSecret(VARIABLES[name]).render(scope)]),
  );
}

/**
 * The provider's arguments, all that are not deprecated: what is left out, the provider reads from `KAFKA_*` and `AWS_*` of
 * whoever runs it (Mongey/kafka, `provider.go`).
 *
 * @throws ValidationError when the cluster cannot be reached safely, or a credential is a value.
 */
export function kafkaProviderConfig(
  environment: MeshEnvironment,
  credentials: KafkaCredentials,
): KafkaProviderConfig {
  const input = { environment, credentials };
  validate(PATH, input, [...CLUSTER_RULES, ...PROVIDER_RULES]);

  const { kafka } = environment;
  return {
    bootstrapServers: [...kafka.bootstrapServers],
    kafkaVersion: KAFKA_PROTOCOL_VERSION,
    timeout: KAFKA_TIMEOUT_SECONDS,
    tlsEnabled: usesTls(input),
    skipTlsVerify: false,
    caCert: credentials.caCertificate ?? "",
    clientCert: credentials.clientCertificate ?? "",
    clientKey: credentials.clientKey ?? "",
    clientKeyPassphrase: "",
    saslMechanism: SASL_MECHANISMS[kafka.authentication],
    saslUsername: credentials.username ?? "",
    saslPassword: credentials.password ?? "",
    saslAwsRegion: kafka.authentication === "iam" ? clusterRegionOf(environment) : "",
    ...NOTHING_FROM_THE_ENVIRONMENT,
  };
}

function clusterRegionOf(environment: MeshEnvironment): string {
  return parseClusterArn(clusterArnOf(environment, PATH, "kafka authentication 'iam'")).region;
}

/**
 * Arguments that Meshwright has no use for. AWS credentials come from AWS's own chain instead. Left out are the three
 * deprecated `…_file` arguments: stating them warns in every plan. Where a certificate is not given, the provider looks
 * into `KAFKA_CA_CERT`, `KAFKA_CLIENT_CERT` and `KAFKA_CLIENT_KEY`; they decide whom a connection trusts, not the plan.
 */
const NOTHING_FROM_THE_ENVIRONMENT = {
  saslAwsAccessKey: "",
  saslAwsContainerAuthorizationTokenFile: "",
  saslAwsContainerCredentialsFullUri: "",
  saslAwsCredsDebug: false,
  saslAwsExternalId: "",
  saslAwsProfile: "",
  saslAwsRoleArn: "",
  saslAwsSecretKey: "",
  saslAwsSharedConfigFiles: [],
  saslAwsToken: "",
  saslOauthScopes: [],
  saslTokenUrl: "",
};
