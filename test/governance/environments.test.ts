import type { EnvironmentManifest, MeshManifest } from "../../src/manifest";
import { contractOf, domain, environment, product, share, subscription } from "../support/manifests";
import { found, lines } from "./check";

type Kafka = EnvironmentManifest["kafka"];
type Postgres = EnvironmentManifest["postgres"];

const base = environment();
const kafka = (overrides: Partial<Kafka>): EnvironmentManifest => ({
  ...base,
  kafka: { ...base.kafka, ...overrides },
});
const postgres = (overrides: Partial<Postgres>): EnvironmentManifest => ({
  ...base,
  postgres: { ...base.postgres, ...overrides },
});
const cluster = (partition: string, region: string, account: string): string =>
  `arn:${partition}:kafka:${region}:${account}:cluster/mesh/0a1b2c3d-1`;

const find = (...environments: EnvironmentManifest[]) => found("EnvMismatch", { mesh: { environments } });

describe("EnvMismatch", () => {
  it("finds a cluster of another account, region or partition", () => {
    expect(find(kafka({ clusterArn: cluster("aws", "eu-central-1", "999999999999") }))).toEqual([
      {
        code: "EnvMismatch",
        severity: "error",
        message: "the Kafka cluster of environment 'prod' is in account '999999999999'",
        value: cluster("aws", "eu-central-1", "999999999999"),
        rule: "the environment is in account '111122223333'",
        fix: "write the ARN of the environment's own cluster",
        at: { file: "mesh.yaml", path: ["environments", 0, "kafka", "clusterArn"] },
      },
    ]);
    expect(lines(find(kafka({ clusterArn: cluster("aws-cn", "cn-north-1", "111122223333") })))).toEqual([
      "mesh.yaml environments.0.kafka.clusterArn: the Kafka cluster of environment 'prod' is in partition 'aws-cn'",
      "mesh.yaml environments.0.kafka.clusterArn: the Kafka cluster of environment 'prod' is in region 'cn-north-1'",
    ]);
  });

  it("finds servers whose host names say another region", () => {
    const brokers = ["b-1.mesh.abc123.c2.kafka.eu-west-1.amazonaws.com:9098"];

    expect(lines(find(kafka({ bootstrapServers: brokers })))).toEqual([
      `mesh.yaml environments.0.kafka.bootstrapServers: environment 'prod' uses '${brokers[0]}', which is in region 'eu-west-1'`,
    ]);
    expect(lines(find(postgres({ host: "mesh.abc123.us-east-1.rds.amazonaws.com" })))).toEqual([
      "mesh.yaml environments.0.postgres.host: environment 'prod' uses 'mesh.abc123.us-east-1.rds.amazonaws.com', which is in region 'us-east-1'",
    ]);
  });

  it("finds a domain in another partition", () => {
    expect(lines(find({ ...base, domains: { orders: { region: "us-gov-west-1" } } }))).toEqual([
      "mesh.yaml environments.0.domains.orders.region: environment 'prod' places 'orders' in us-gov-west-1, in partition 'aws-us-gov'",
    ]);
  });

  it.each([
    [
      kafka({ clusterArn: undefined }),
      "kafka.authentication: environment 'prod' authenticates Kafka clients by iam and names no MSK cluster",
    ],
    [
      kafka({ authentication: "scram", clusterArn: undefined }),
      "kafka.authentication: environment 'prod' authenticates Kafka clients by scram, and a topic without an ACL may be open to everyone",
    ],
    [
      kafka({ authentication: "mtls", deniesByDefault: false }),
      "kafka.deniesByDefault: environment 'prod' authenticates Kafka clients by mtls, and a topic without an ACL may be open to everyone",
    ],
    [
      postgres({ resourceId: undefined }),
      "postgres.authentication: environment 'prod' authenticates Postgres logins by iam and names no RDS server",
    ],
    [
      environment({ state: "local" }),
      "state: environment 'prod' is protected and keeps its state in a local file",
    ],
  ])("finds what is missing (%#)", (broken, expected) => {
    expect(lines(find(broken))).toEqual([`mesh.yaml environments.0.${expected}`]);
  });

  it("finds passwords on an MSK cluster, which takes them by ARNs that are not known before", () => {
    expect(find(kafka({ authentication: "scram", deniesByDefault: true }))).toEqual([
      {
        code: "EnvMismatch",
        severity: "error",
        message:
          "environment 'prod' authenticates Kafka clients by scram on an MSK cluster, whose secrets have ARNs that nobody can compute",
        value: "scram",
        rule: "MSK takes scram passwords from secrets by their ARNs, which end in characters that AWS chooses",
        fix: "write authentication: iam, or authentication: mtls",
        at: { file: "mesh.yaml", path: ["environments", 0, "kafka", "authentication"] },
      },
    ]);
  });

  it("finds environments that share a cluster or a server", () => {
    const dev = environment({ name: "dev", protected: false, state: "local" });
    const ownCluster = kafka({ bootstrapServers: ["other:9098"], clusterArn: `${base.kafka.clusterArn}2` });

    expect(lines(find(dev, base))).toEqual([
      "mesh.yaml environments.1.kafka.bootstrapServers: environments 'dev' and 'prod' share a Kafka cluster, on which their names are the same",
      "mesh.yaml environments.1.postgres.host: environments 'dev' and 'prod' share a Postgres server, on which their names are the same",
    ]);
    expect(lines(find(dev, ownCluster))).toEqual([
      "mesh.yaml environments.1.postgres.host: environments 'dev' and 'prod' share a Postgres server, on which their names are the same",
    ]);
  });

  it.each([
    ["with IAM", base],
    ["with certificates on MSK", kafka({ authentication: "mtls", deniesByDefault: true })],
    ["with SCRAM", kafka({ authentication: "scram", clusterArn: undefined, deniesByDefault: true })],
    ["with passwords", postgres({ authentication: "password", resourceId: undefined })],
    ["with local state", environment({ protected: false, state: "local" })],
    ["with AWS host names", postgres({ host: "mesh.abc123.eu-central-1.rds.amazonaws.com" })],
    [
      "with domains elsewhere",
      environment({ domains: { orders: { account: "444455556666", region: "eu-west-1" } } }),
    ],
  ])("has nothing to say of an environment %s", (_, fine) => {
    expect(find(fine)).toEqual([]);
  });

  it("has nothing to say of environments on one server name and two ports", () => {
    const dev = environment({
      name: "dev",
      kafka: { ...base.kafka, bootstrapServers: ["dev:9098"], clusterArn: `${base.kafka.clusterArn}2` },
      postgres: { ...base.postgres, port: 5433 },
    });

    expect(find(dev, base)).toEqual([]);
  });
});

describe("UnknownClassification", () => {
  const policy = (each: NonNullable<MeshManifest["policy"]>) =>
    found("UnknownClassification", { mesh: { policy: each } });

  it("finds a misspelt one, which would protect nothing", () => {
    const problems = policy({ personal: ["confidental"], residency: { secret: ["eu-central-1"] } });

    expect(problems.map(({ value, fix, at }) => [value, fix, at])).toEqual([
      [
        "confidental",
        "write the name: confidential, or add it to policy.classifications",
        { file: "mesh.yaml", path: ["policy", "personal", 0] },
      ],
      [
        "secret",
        "add it to policy.classifications",
        { file: "mesh.yaml", path: ["policy", "residency", "secret"], onKey: true },
      ],
    ]);
  });

  it("has nothing to say of those of the mesh", () => {
    expect(policy({ classifications: ["low", "high"], personal: ["high"], residency: { low: [] } })).toEqual(
      [],
    );
  });
});

describe("ResidencyViolation", () => {
  const placedIn = (region: string, classification = "restricted") => {
    const profile = product("users", "user-profile", { shares: [share("orders")] });
    return {
      mesh: {
        environments: [environment({ domains: { orders: { region } } })],
        policy: { residency: { restricted: ["eu-central-1", "eu-west-1"] } },
      },
      domains: [domain("users"), domain("orders", { subscriptions: [subscription("users/user-profile")] })],
      products: [profile],
      contracts: [contractOf(profile, [{ classification: "internal" }, { classification }])],
    };
  };

  it("refuses to share with a domain in another region", () => {
    expect(found("ResidencyViolation", placedIn("us-east-1"))).toEqual([
      {
        code: "ResidencyViolation",
        severity: "error",
        message:
          "'users/user-profile' v1 holds restricted data and would be read by 'orders', which is in us-east-1 in environment 'prod'",
        value: "us-east-1",
        rule: "restricted data may be in 'eu-central-1' and 'eu-west-1', by policy.residency of mesh.yaml",
        fix: "remove it, or offer the consumer a product without these fields",
        at: { file: "domains/users/products/user-profile/product.yaml", path: ["shares", 0, "domain"] },
      },
    ]);
  });

  it("tells a consumer who waits for a share", () => {
    const parts = placedIn("us-east-1");
    const unshared = product("users", "user-profile");

    expect(lines(found("ResidencyViolation", { ...parts, products: [unshared] }))).toEqual([
      "domains/orders/domain.yaml subscriptions.0.product: 'users/user-profile' v1 holds restricted data and would be read by 'orders', which is in us-east-1 in environment 'prod'",
    ]);
  });

  it("refuses to keep the data there", () => {
    const parts = placedIn("eu-west-1");
    const mesh = {
      ...parts.mesh,
      environments: [environment({ domains: { users: { region: "us-east-1" } } })],
    };

    expect(lines(found("ResidencyViolation", { ...parts, mesh }))).toEqual([
      "domains/users/products/user-profile/product.yaml contract: 'users/user-profile' v1 holds restricted data and would be kept by 'users', which is in us-east-1 in environment 'prod'",
    ]);
  });

  it.each([
    ["an allowed region", placedIn("eu-west-1")],
    ["another classification", placedIn("us-east-1", "confidential")],
    ["no policy", { ...placedIn("us-east-1"), mesh: {} }],
  ])("has nothing to say of %s", (_, parts) => {
    expect(found("ResidencyViolation", parts)).toEqual([]);
  });
});
