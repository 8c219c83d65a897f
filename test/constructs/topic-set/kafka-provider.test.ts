import { kafkaCredentials, kafkaProviderConfig } from "../../../constructs/topic-set";
import type { MeshEnvironment } from "../../../constructs/environment";
import { KafkaProvider } from "../../../src/providers/kafka/provider";
import { DEV, PROD } from "../../support/fixtures";
import { Template } from "../../support/template";
import { dev, messageOf, MTLS, SCRAM } from "./kafka-environments";
import schema from "../../../provider-schemas/kafka-postgresql.schema.json";

const synth = (environment: MeshEnvironment) =>
  Template.from(
    (stack) =>
      new KafkaProvider(
        stack,
        "kafka",
        kafkaProviderConfig(environment, kafkaCredentials(stack, environment)),
      ),
  );

function providerArgs(environment: MeshEnvironment): Record<string, unknown> {
  const provider = synth(environment).json.provider as { kafka: [Record<string, unknown>] };
  return provider.kafka[0];
}

/** All arguments, unused ones empty. */
const NOTHING = {
  ca_cert: "",
  client_cert: "",
  client_key: "",
  client_key_passphrase: "",
  kafka_version: "2.8.0",
  sasl_aws_access_key: "",
  sasl_aws_container_authorization_token_file: "",
  sasl_aws_container_credentials_full_uri: "",
  sasl_aws_creds_debug: false,
  sasl_aws_external_id: "",
  sasl_aws_profile: "",
  sasl_aws_region: "",
  sasl_aws_role_arn: "",
  sasl_aws_secret_key: "",
  sasl_aws_shared_config_files: [],
  sasl_aws_token: "",
  sasl_mechanism: "plain",
  sasl_oauth_scopes: [],
  sasl_password: "",
  sasl_token_url: "",
  sasl_username: "",
  skip_tls_verify: false,
  timeout: 120,
  tls_enabled: true,
};

describe("the Kafka provider", () => {
  it("with scram logs in by sensitive variables", () => {
    expect(providerArgs(SCRAM)).toEqual({
      ...NOTHING,
      bootstrap_servers: ["kafka.mesh.example:9093"],
      sasl_mechanism: "scram-sha512",
      sasl_username: "${var.kafka_username}",
      sasl_password: "${var.kafka_password}",
    });
    expect(synth(SCRAM).json.variable).toEqual({
      kafka_username: { type: "string", sensitive: true },
      kafka_password: { type: "string", sensitive: true },
    });
  });

  it("with mtls shows a certificate from sensitive variables", () => {
    expect(providerArgs(MTLS)).toEqual({
      ...NOTHING,
      bootstrap_servers: ["kafka.mesh.example:9093"],
      client_cert: "${var.kafka_client_certificate}",
      client_key: "${var.kafka_client_key}",
    });
    expect(synth(MTLS).json.variable).toEqual({
      kafka_client_certificate: { type: "string", sensitive: true },
      kafka_client_key: { type: "string", sensitive: true },
    });
  });

  it("with iam leaves the credentials to AWS's own chain", () => {
    expect(providerArgs(PROD)).toEqual({
      ...NOTHING,
      bootstrap_servers: ["b-1.mesh.example:9098", "b-2.mesh.example:9098"],
      sasl_mechanism: "aws-iam",
      sasl_aws_region: "eu-central-1",
    });
    expect(synth(PROD).json).not.toHaveProperty("variable");
  });

  it("reads no argument from the environment of whoever runs it: all that are not deprecated are set", () => {
    const [, kafka] =
      Object.entries(schema.provider_schemas).find(([source]) => source.includes("kafka")) ?? [];
    const { attributes } = (
      kafka as { provider: { block: { attributes: Record<string, { deprecated?: boolean }> } } }
    ).provider.block;
    const current = Object.keys(attributes).filter((name) => attributes[name]?.deprecated !== true);

    expect(current.length).toBeGreaterThan(20);
    expect(Object.keys(providerArgs(SCRAM)).sort()).toEqual(current.sort());
  });

  it("speaks in clear only where it is told to and nothing is protected", () => {
    expect(providerArgs(DEV).tls_enabled).toBe(false);
  });

  it("trusts an authority of one's own", () => {
    const credentials = { username: "${var.u}", password: "${var.p}", caCertificate: "PEM" };

    expect(kafkaProviderConfig(SCRAM, credentials).caCert).toBe("PEM");
  });
});

describe("the Kafka provider is refused", () => {
  const credentials = { username: "${var.u}", password: "${var.p}" };
  const refusal = (environment: MeshEnvironment, given: object = credentials) =>
    messageOf(() => kafkaProviderConfig(environment, given));

  it("without a server, which would crash it", () => {
    expect(refusal(dev({ bootstrapServers: [] }))).toBe(
      "[kafka provider] bootstrapServers is empty, and the provider crashes without one; name at least one 'host:port'",
    );
  });

  it.each(["localhost", "localhost:0", "localhost:65536", "http://x:9092", "a b:1", "${var.x}:1", ""])(
    "with the server %j",
    (server) => {
      expect(refusal(dev({ bootstrapServers: ["localhost:9092", server] }))).toBe(
        `[kafka provider] bootstrapServers must be 'host:port' each, got [${JSON.stringify(server)}]`,
      );
    },
  );

  it("without TLS where the environment is protected", () => {
    expect(refusal({ ...SCRAM, kafka: { ...SCRAM.kafka, tls: false } })).toBe(
      "[kafka provider] tls is false in a protected environment, where records would cross the network in clear; leave " +
        "it out",
    );
  });

  it("without TLS where the client proves itself by it", () => {
    expect(
      refusal(dev({ authentication: "mtls" }), { clientCertificate: "${var.c}", clientKey: "${var.k}" }),
    ).toBe(
      "[kafka provider] kafka authentication 'mtls' works over TLS alone, and tls is false; leave it out",
    );
  });

  it("without what it logs in by", () => {
    expect(refusal(SCRAM, {})).toBe(
      "[kafka provider] kafka authentication 'scram' needs username and password; take them from kafkaCredentials()",
    );
    expect(refusal(MTLS, { clientCertificate: "${var.c}" })).toBe(
      "[kafka provider] kafka authentication 'mtls' needs clientKey; take them from kafkaCredentials()",
    );
  });

  it("with a password that is a value, which is not told", () => {
    const message = refusal(SCRAM, { ...credentials, password: "hunter2-${var.p}" });

    expect(message).toBe(
      "[kafka provider] SecretInManifest: password must come from a sensitive variable, got a value (not shown); take " +
        "them from kafkaCredentials()",
    );
  });

  it("on a cluster that is open by default", () => {
    expect(refusal(dev({ deniesByDefault: false }))).toMatch(/needs brokers that deny by default/);
  });
});
