import { AlertTopic, PlatformAlertTopic, type AlertTopicProps } from "../../../constructs/monitoring";
import type { PolicyStatement } from "../../../constructs/policy";
import { DEV, PROD, VENDOR_SITE } from "../../support/fixtures";
import { simulate } from "../../support/simulate";
import { Template } from "../../support/template";

const KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:111122223333:mesh-prod-orders-alerts";
const PLATFORM_ARN = "arn:aws:sns:eu-central-1:111122223333:mesh-prod-alerts";
const ALARM = "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:mesh/prod/orders/order-placed.v1/lag-time";

const props: AlertTopicProps = { site: PROD.site, domain: "orders", keyArn: KEY_ARN };

const domainTopic = (more: Partial<AlertTopicProps> = {}) =>
  Template.from((stack) => new AlertTopic(stack, "Alerts", { ...props, ...more }));
const platformTopic = (more: object = {}) =>
  Template.from((stack) => new PlatformAlertTopic(stack, "Alerts", { environment: PROD, ...more }));

const policyOf = (template: Template): string => String(template.one("aws_sns_topic_policy").args.policy);
const statements = (policy: unknown): PolicyStatement[] =>
  (JSON.parse(String(policy)) as { Statement: PolicyStatement[] }).Statement;

describe("a domain's alert topic", () => {
  const template = domainTopic({ emails: ["orders@example.com", "duty@example.com"] });

  it("is encrypted with the domain's key", () => {
    expect(template.one("aws_sns_topic").args).toMatchObject({
      name: "mesh-prod-orders-alerts",
      kms_master_key_id: KEY_ARN,
    });
  });

  it("sends to each address", () => {
    const sent = template.resources("aws_sns_topic_subscription").map(({ args }) => args);

    expect(sent.map(({ endpoint }) => endpoint).sort()).toEqual(["duty@example.com", "orders@example.com"]);
    expect(sent.every(({ protocol }) => protocol === "email")).toBe(true);
    expect(domainTopic().count("aws_sns_topic_subscription")).toBe(0);
  });

  it("names each statement and allows nothing to everybody", () => {
    const found = statements(policyOf(template));

    expect(found.map(({ Sid }) => Sid)).toEqual(["AllowAlarms", "AllowOwnAccount", "DenyInsecureTransport"]);
    expect(found.filter(({ Effect, Principal }) => Effect === "Allow" && Principal === "*")).toEqual([]);
    expect(found.every(({ Resource }) => Resource === TOPIC_ARN)).toBe(true);
  });

  it.each([
    ["its own alarms", "111122223333", ALARM, "Allowed"],
    ["alarms of another domain", "111122223333", ALARM.replace("/orders/", "/ordersx/"), "Denied"],
    ["alarms of another environment", "111122223333", ALARM.replace("/prod/", "/dev/"), "Denied"],
    ["alarms of another account", "777788889999", ALARM.replace("111122223333", "777788889999"), "Denied"],
  ])("lets %s publish: %s", async (_, account, alarm, decision) => {
    expect(await fromCloudWatch(policyOf(template), TOPIC_ARN, account, alarm)).toBe(decision);
  });

  it("takes nothing over an open connection and nothing from other services", async () => {
    const open = { "aws:SecureTransport": "false" };

    expect(await fromCloudWatch(policyOf(template), TOPIC_ARN, "111122223333", ALARM, open)).toBe("Denied");
    expect(
      await simulate({
        principal: "events.amazonaws.com",
        identityPolicies: [],
        resourcePolicy: policyOf(template),
        action: "sns:Publish",
        resource: TOPIC_ARN,
        context: { "aws:SourceAccount": "111122223333", "aws:SourceArn": ALARM },
      }),
    ).toBe("Denied");
  });

  it("can be managed by its own account and by no other", async () => {
    const subscribe = (account: string) =>
      simulate({
        principal: `arn:aws:iam::${account}:role/ops`,
        identityPolicies: [
          {
            Version: "2012-10-17",
            Statement: [{ Sid: "All", Effect: "Allow", Action: "sns:*", Resource: "*" }],
          },
        ],
        resourcePolicy: policyOf(template),
        action: "sns:Subscribe",
        resource: TOPIC_ARN,
      });

    expect(await subscribe("111122223333")).toBe("Allowed");
    expect(await subscribe("777788889999")).toBe("Denied");
  });

  it("refuses what is no address, all at once", () => {
    const emails = ["orders@example.com", "ORDERS@example.com", "nobody", "a@b.c\n", "${x}@example.com"];

    expect(() => domainTopic({ emails })).toThrow(
      [
        "[orders/Alerts] email 'ORDERS@example.com' is given twice; remove one",
        "[orders/Alerts] email 'nobody' is no address such as team@example.com",
        "[orders/Alerts] ControlCharacter: email 'a@b.c\\n' holds U+000A; remove it",
        "[orders/Alerts] TemplateInjection: email '${x}@example.com' holds '${'; write it without",
      ].join("\n"),
    );
  });

  it("refers to a topic of another team by its ARN", () => {
    expect(AlertTopic.fromArn(TOPIC_ARN)).toEqual({ topicArn: TOPIC_ARN });
  });
});

describe("the platform's alert topic", () => {
  const template = platformTopic({ domainAccounts: [VENDOR_SITE.account] });
  const key = template.one("aws_kms_key").args;

  it("has a key of its own that rotates, is named and is hard to lose", () => {
    expect(key).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
    expect(template.one("aws_kms_alias").args.name).toBe("alias/mesh/prod/platform");
    expect(template.one("aws_sns_topic").args.kms_master_key_id).toMatch(/^\$\{aws_kms_key\..*\.arn\}$/);
  });

  it("keeps its key destroyable where the environment is not protected", () => {
    expect(platformTopic({ environment: DEV }).one("aws_kms_key").args.lifecycle).toBeUndefined();
    expect(platformTopic({ retain: false }).one("aws_kms_key").args.lifecycle).toBeUndefined();
  });

  it.each([
    ["any domain of the environment", "111122223333", ALARM, "Allowed"],
    ["a domain in a known account", "777788889999", ALARM.replace("111122223333", "777788889999"), "Allowed"],
    ["an unknown account", "999988887777", ALARM.replace("111122223333", "999988887777"), "Denied"],
    ["another environment", "111122223333", ALARM.replace("/prod/", "/dev/"), "Denied"],
  ])("lets alarms of %s publish and use the key: %s", async (_, account, alarm, decision) => {
    expect(await fromCloudWatch(policyOf(template), PLATFORM_ARN, account, alarm)).toBe(decision);
    expect(
      await simulate({
        principal: "cloudwatch.amazonaws.com",
        identityPolicies: [],
        resourcePolicy: String(key.policy),
        action: "kms:GenerateDataKey",
        resource: KEY_ARN,
        context: { "aws:SourceAccount": account, "aws:SourceArn": alarm },
      }),
    ).toBe(decision);
  });

  it("writes a single account as a string, as AWS stores it", () => {
    expect(statements(policyOf(platformTopic()))[0]?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:mesh/prod/*" },
    });
  });

  it("refuses what is no account", () => {
    expect(() => platformTopic({ domainAccounts: ["12"] })).toThrow(
      "[orders/Alerts] domainAccounts must be twelve digits each, got '12'",
    );
  });
});

function fromCloudWatch(policy: string, topic: string, account: string, alarm: string, more = {}) {
  return simulate({
    principal: "cloudwatch.amazonaws.com",
    identityPolicies: [],
    resourcePolicy: policy,
    action: "sns:Publish",
    resource: topic,
    context: { "aws:SourceAccount": account, "aws:SourceArn": alarm, ...more },
  });
}
