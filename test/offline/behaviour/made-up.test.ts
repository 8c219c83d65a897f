import { UUID } from "./refusal";
import { BUCKET, POLICY_ARN, sampleOf, TOPIC_ARN } from "./samples";
import { ACCOUNT, REGION, Stack, temporaryWorld, type Fields } from "./support";

describe("what the services make up", () => {
  const aws = new Stack("aws");

  test.each<[string, Fields]>([
    [
      "aws_s3_bucket",
      {
        id: BUCKET,
        arn: `arn:aws:s3:::${BUCKET}`,
        bucket_domain_name: `${BUCKET}.s3.amazonaws.com`,
        bucket_regional_domain_name: `${BUCKET}.s3.${REGION}.amazonaws.com`,
        hosted_zone_id: "Z21DNDUVLTQW6Q",
      },
    ],
    ["aws_sns_topic", { id: TOPIC_ARN, arn: TOPIC_ARN, owner: ACCOUNT }],
    ["aws_iam_policy", { id: POLICY_ARN, policy_id: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/) }],
    [
      "aws_iam_role",
      {
        arn: `arn:aws:iam::${ACCOUNT}:role/mesh/orders--app`,
        unique_id: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
      },
    ],
    ["aws_cloudwatch_metric_alarm", { id: "lag", arn: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:lag` }],
    ["aws_cloudwatch_dashboard", { dashboard_arn: `arn:aws:cloudwatch::${ACCOUNT}:dashboard/mesh` }],
    ["aws_cloudwatch_log_group", { arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/mesh/dev/orders` }],
    [
      "aws_kms_key",
      {
        id: expect.stringMatching(UUID),
        arn: expect.stringMatching(`^arn:aws:kms:${REGION}:${ACCOUNT}:key/.{36}$`),
      },
    ],
    [
      "aws_iam_openid_connect_provider",
      { arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
    ],
    [
      "aws_secretsmanager_secret",
      {
        arn: expect.stringMatching(
          `^arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:mesh/dev/orders/app/kafka-[A-Za-z0-9]{6}$`,
        ),
      },
    ],
    [
      "aws_sns_topic_subscription",
      { arn: expect.stringMatching(`^${TOPIC_ARN}:.{36}$`), pending_confirmation: true, owner_id: ACCOUNT },
    ],
    ["aws_s3_bucket_metric", { id: `${BUCKET}:orders.v1` }],
  ])("has the form of %s", async (type, expected) => {
    expect(await aws.apply(type, sampleOf(type))).toMatchObject(expected);
  });

  test.each<["kafka" | "postgresql", string, string]>([
    ["kafka", "kafka_topic", "orders.order-placed.v1"],
    ["kafka", "kafka_acl", "User:orders.app|*|Read|Allow|Topic|orders.|Prefixed"],
    ["kafka", "kafka_quota", "orders.app|user"],
    ["kafka", "kafka_user_scram_credential", "orders.app|SCRAM-SHA-512"],
    ["postgresql", "postgresql_role", "orders__owner"],
    ["postgresql", "postgresql_schema", "mesh.orders"],
    ["postgresql", "postgresql_grant", "orders__owner_mesh_orders_table"],
    ["postgresql", "postgresql_default_privileges", "orders__owner_mesh_orders_orders__owner_table"],
  ])("is the id of %s: %s is %s", async (name, type, id) => {
    expect((await new Stack(name).apply(type, sampleOf(type))).id).toBe(id);
  });

  test("is another key for each of two that are asked for alike", async () => {
    const stack = new Stack("aws", temporaryWorld());

    const [first, second] = [await stack.apply("aws_kms_key", {}), await stack.apply("aws_kms_key", {})];

    expect(first.key_id).not.toBe(second.key_id);
  });
});
