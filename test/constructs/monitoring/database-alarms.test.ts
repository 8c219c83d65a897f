import { DatabaseAlarms, type DatabaseAlarmsProps } from "../../../constructs/monitoring";
import { DEV, PROD } from "../../support/fixtures";
import { Template } from "../../support/template";

const TOPIC = "arn:aws:sns:eu-central-1:111122223333:mesh-prod-alerts";

const synth = (more: Partial<DatabaseAlarmsProps> = {}) =>
  Template.from((stack) => {
    new DatabaseAlarms(stack, "Database", {
      environment: PROD,
      ownerTeam: "platform",
      alertTopicArn: TOPIC,
      runbookUrl: "https://runbooks.example.com/postgres",
      ...more,
    });
  }, "platform");

const alarms = (template: Template): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    template.resources("aws_cloudwatch_metric_alarm").map(({ args }) => [String(args.alarm_name), args]),
  );

describe("DatabaseAlarms", () => {
  it("watches storage and transaction ids of the instance, and connections where their number is known", () => {
    expect(Object.keys(alarms(synth()))).toEqual([
      "mesh/prod/platform/postgres/free-storage",
      "mesh/prod/platform/postgres/transaction-ids",
    ]);
    expect(alarms(synth({ maxConnections: 200 }))["mesh/prod/platform/postgres/connections"]).toMatchObject({
      threshold: 160,
      comparison_operator: "GreaterThanThreshold",
      tags: { severity: "ticket" },
    });
  });

  it("asks for 15% of the allocated storage, in bytes, or 10 GiB", () => {
    const threshold = (more: Partial<DatabaseAlarmsProps>) =>
      alarms(synth(more))["mesh/prod/platform/postgres/free-storage"];

    expect(threshold({ allocatedStorageGib: 200 })).toMatchObject({
      threshold: 30 * 1024 ** 3,
      comparison_operator: "LessThanThreshold",
      alarm_description: expect.stringContaining("has less than 30 GiB of storage left.") as string,
    });
    expect(threshold({})?.threshold).toBe(10 * 1024 ** 3);
  });

  it("takes missing data for an instance that is gone, and says whose it is", () => {
    for (const args of Object.values(alarms(synth({ maxConnections: 100 })))) {
      expect(args).toMatchObject({
        treat_missing_data: "breaching",
        evaluation_periods: 3,
        alarm_actions: [TOPIC],
        ok_actions: [TOPIC],
        tags: {
          domain: "platform",
          owner: "platform",
          product: "postgres",
          runbook: "https://runbooks.example.com/postgres",
        },
        metric_query: [{ metric: { dimensions: { DBInstanceIdentifier: "mesh-prod" } } }],
      });
    }
  });

  it("defines nothing where the environment names no instance", () => {
    expect(synth({ environment: DEV }).count("aws_cloudwatch_metric_alarm")).toBe(0);
  });

  it("refuses sizes that are none and text that is unsafe", () => {
    expect(() => synth({ allocatedStorageGib: 0, maxConnections: NaN })).toThrow(
      "[platform/Database] allocatedStorageGib must be above 0, got 0; leave it out if it is unknown\n" +
        "[platform/Database] maxConnections must be above 0, got NaN; leave it out if it is unknown",
    );
    expect(() => synth({ ownerTeam: "x{{y" })).toThrow(
      "TemplateInjection: ownerTeam 'x{{y' holds '{{'; write it without",
    );
  });
});
