import { PlatformStack } from "../../stacks/platform";
import { PROD } from "../support/fixtures";
import { STATE, synthesised } from "./fixtures";

describe("the platform's stack in prod", () => {
  const stack = synthesised(
    (app) =>
      new PlatformStack(app, "platform", {
        environment: PROD,
        state: STATE,
        alertEmails: ["oncall@shop.example"],
        deployProvider: "token.actions.githubusercontent.com",
        domainAccounts: ["777788889999"],
      }),
  );

  test("owns the bucket for access logs, the alert topic, and tells their names", () => {
    expect(stack.outputs()).toEqual({
      access_log_bucket: { value: "shop-prod-platform-logs-111122223333-eu-central-1" },
      alert_topic: { value: "mesh-prod-alerts" },
    });
  });

  test("takes from everybody what a new database gives to everybody", () => {
    expect(
      stack.resources("postgresql_grant").map(({ args }) => [args.role, args.object_type, args.privileges]),
    ).toEqual([
      ["public", "database", []],
      ["public", "schema", []],
    ]);
  });

  test("watches the database that all domains share", () => {
    expect(stack.resources("aws_cloudwatch_metric_alarm").map(({ args }) => args.alarm_name)).toEqual([
      "mesh/prod/platform/postgres/free-storage",
      "mesh/prod/platform/postgres/transaction-ids",
    ]);
  });

  test("defines neither the Kafka cluster nor the Postgres server, which exist already", () => {
    const types = new Set(stack.resources().map(({ type }) => type));

    expect([...types].filter((type) => /msk|db_instance|rds/.test(type))).toEqual([]);
  });

  test("lets the alarms of other accounts reach its topic", () => {
    expect(String(stack.one("aws_sns_topic_policy").args.policy)).toContain(
      "arn:aws:cloudwatch:eu-central-1:777788889999:alarm:mesh/prod/*",
    );
  });
});
