import type { RuleProblem } from "../policy-rule";
import type { EnvironmentSubject } from "./subject";

/** What an environment needs, given how its clients prove who they are and what it protects. */
export function* completeness(subject: EnvironmentSubject): Generator<RuleProblem> {
  yield* authentication(subject);
  yield* state(subject);
}

function* authentication({ environment, at }: EnvironmentSubject): Generator<RuleProblem> {
  const { name, kafka, postgres } = environment;
  if (kafka.authentication === "iam" && kafka.clusterArn === undefined) {
    yield {
      message: `environment '${name}' authenticates Kafka clients by iam and names no MSK cluster`,
      value: kafka.authentication,
      rule: "iam needs kafka.clusterArn",
      fix: "write clusterArn, or authentication: scram",
      at: at("kafka", "authentication"),
    };
  }
  if (kafka.authentication === "scram" && kafka.clusterArn !== undefined) {
    yield {
      message: `environment '${name}' authenticates Kafka clients by scram on an MSK cluster, whose secrets have ARNs that nobody can compute`,
      value: kafka.authentication,
      rule: "MSK takes scram passwords from secrets by their ARNs, which end in characters that AWS chooses",
      fix: "write authentication: iam, or authentication: mtls",
      at: at("kafka", "authentication"),
    };
  }
  if (kafka.authentication !== "iam" && kafka.deniesByDefault !== true) {
    yield {
      message: `environment '${name}' authenticates Kafka clients by ${kafka.authentication}, and a topic without an ACL may be open to everyone`,
      value: String(kafka.deniesByDefault ?? "not set"),
      rule: `${kafka.authentication} needs brokers with allow.everyone.if.no.acl.found=false`,
      fix: "set it on the brokers, then write deniesByDefault: true",
      at: at("kafka", kafka.deniesByDefault === undefined ? "authentication" : "deniesByDefault"),
    };
  }
  if (postgres.authentication === "iam" && postgres.resourceId === undefined) {
    yield {
      message: `environment '${name}' authenticates Postgres logins by iam and names no RDS server`,
      value: postgres.authentication,
      rule: "iam needs postgres.resourceId",
      fix: "write resourceId, or authentication: password",
      at: at("postgres", "authentication"),
    };
  }
}

function* state({ environment, at }: EnvironmentSubject): Generator<RuleProblem> {
  if (!environment.protected || environment.state !== "local") return;
  yield {
    message: `environment '${environment.name}' is protected and keeps its state in a local file`,
    value: "local",
    rule: "the state of a protected environment is in an S3 bucket",
    fix: "write state: { bucket: … }",
    at: at("state"),
  };
}
