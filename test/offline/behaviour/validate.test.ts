import { sampleOf } from "./samples";
import { Stack, UNKNOWN, type Fields } from "./support";

const stacks = { aws: new Stack("aws"), kafka: new Stack("kafka"), postgresql: new Stack("postgresql") };

const problems = (type: string, change: Fields): string[] => {
  const name = (["aws", "kafka", "postgresql"] as const).find((each) => type.startsWith(each)) ?? "aws";
  return stacks[name]
    .validate(type, { ...sampleOf(type), ...change })
    .map(({ summary, detail, path = [] }) => [path.join("."), summary, detail].filter(Boolean).join(": "));
};

describe("a configuration", () => {
  test.each<[string, Fields, ...string[]]>([
    ["kafka_topic", { partitions: 0 }, "partitions: expected partitions to be at least (1), got 0"],
    [
      "kafka_topic",
      { replication_factor: 0 },
      "replication_factor: expected replication_factor to be at least (1), got 0",
    ],
    [
      "kafka_topic",
      { replication_factor: -1 },
      "replication_factor: expected replication_factor to be at least (1), got -1",
    ],
    [
      "kafka_acl",
      { acl_host: null, acl_operation: null },
      'acl_host: Missing required argument: The argument "acl_host" is required, but no definition was found.',
      'acl_operation: Missing required argument: The argument "acl_operation" is required, but no definition was found.',
    ],
    [
      "kafka_quota",
      { entity_type: "users" },
      'entity_type: expected [{pathStepImpl:{} Name:entity_type}] to be one of ["client-id" "user" "ip"], got users',
    ],
    [
      "kafka_user_scram_credential",
      { scram_iterations: 1 },
      "scram_iterations: expected scram_iterations to be at least (4096), got 1",
    ],
    [
      "kafka_user_scram_credential",
      { password_wo: " " },
      'password_wo: expected "password_wo" to not be an empty string or whitespace',
    ],
    [
      "kafka_user_scram_credential",
      { password: "p" },
      'password: Conflicting configuration arguments: "password": conflicts with password_wo',
      'password_wo: Conflicting configuration arguments: "password_wo": conflicts with password',
    ],
    [
      "postgresql_role",
      { password_wo: "p" },
      'password_wo: Missing required argument: "password_wo": all of `password_wo,password_wo_version` must be specified',
    ],
    [
      "postgresql_role",
      { connection_limit: -2 },
      "connection_limit: expected connection_limit to be at least (-1), got -2",
    ],
    [
      "postgresql_default_privileges",
      { object_type: "view" },
      'object_type: expected object_type to be one of ["table" "sequence" "function" "routine" "type" "schema"], got view',
    ],
    [
      "aws_kms_key",
      { deletion_window_in_days: 3 },
      "deletion_window_in_days: expected deletion_window_in_days to be in the range (7 - 30), got 3",
    ],
    ["aws_iam_policy", { policy: "{" }, 'policy: "policy" contains an invalid JSON policy'],
    [
      "aws_s3_bucket_lifecycle_configuration",
      { rule: [{ id: "a", status: "On" }] },
      'rule.0.status: expected rule.0.status to be one of ["Enabled" "Disabled"], got On',
    ],
    [
      "aws_cloudwatch_metric_alarm",
      { metric_name: "m" },
      'metric_name: Conflicting configuration arguments: "metric_name": conflicts with metric_query',
    ],
    [
      "aws_cloudwatch_log_group",
      { retention_in_days: 2, name_prefix: "a" },
      expect.stringContaining("to be one of [0 1 3 5"),
      expect.stringContaining('"name": conflicts with name_prefix'),
      expect.stringContaining('"name_prefix": conflicts with name'),
    ],
  ])("of %s with %j is refused with everything that is wrong", (type, change, ...words) => {
    expect(problems(type, change)).toEqual(words);
  });

  test("is not judged by what it does not know yet", () => {
    expect(problems("kafka_topic", { partitions: UNKNOWN })).toEqual([]);
    expect(problems("kafka_acl", { resource_pattern_type_filter: null })).toEqual([]);
    expect(problems("kafka_user_scram_credential", { password: UNKNOWN })).toEqual([]);
    expect(
      problems("postgresql_role", { password: "p", password_wo: UNKNOWN, password_wo_version: "1" }),
    ).toEqual([
      'password: Conflicting configuration arguments: "password": conflicts with password_wo_version',
      'password_wo_version: Conflicting configuration arguments: "password_wo_version": conflicts with password',
    ]);
  });

  test("of a credential without any password is refused at plan", () => {
    const config = {
      ...sampleOf("kafka_user_scram_credential"),
      password_wo: null,
      password_wo_version: null,
    };

    expect(stacks.kafka.plan("kafka_user_scram_credential", null, config).diagnostics).toEqual([
      {
        severity: "error",
        summary:
          "password validation failed: either 'password' or 'password_wo' must be provided with a non-empty value",
      },
    ]);
  });

  test("of a provider is checked too", () => {
    const words = stacks.aws.provider
      .validateProvider({ allowed_account_ids: ["1"], forbidden_account_ids: ["2"], region: "nowhere" })
      .map(({ summary }) => summary);

    expect(words).toEqual([
      '"allowed_account_ids": conflicts with forbidden_account_ids',
      "invalid AWS Region: nowhere",
    ]);
    expect(stacks.kafka.provider.validateProvider({ bootstrap_servers: [] })).toHaveLength(1);
  });
});
