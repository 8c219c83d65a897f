import * as kafka from "../../../constructs/topic-set";
import { KafkaQuota, type KafkaQuotaProps } from "../../../constructs/topic-set";
import { analyticsReader, ordersApp, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { appOf, messageOf, MTLS, SCRAM } from "./kafka-environments";

const synth = (props: Partial<KafkaQuotaProps> = {}) =>
  Template.from(
    (stack) => new KafkaQuota(stack, "orders.order-placed", { environment: SCRAM, app: ordersApp, ...props }),
  );

const refusal = (props: object) =>
  messageOf(() => new KafkaQuota(testStack(), "q", { environment: SCRAM, app: ordersApp, ...props }));

describe("a quota", () => {
  it("has documented defaults", () => {
    expect(synth().one("kafka_quota").args).toEqual({
      entity_type: "user",
      entity_name: "orders.order-placed",
      config: { producer_byte_rate: 10485760, consumer_byte_rate: 20971520, request_percentage: 100 },
    });
    expect(kafka).toMatchObject({
      DEFAULT_PRODUCER_BYTES_PER_SECOND: 10485760,
      DEFAULT_CONSUMER_BYTES_PER_SECOND: 20971520,
      DEFAULT_REQUEST_PERCENTAGE: 100,
    });
  });

  it("takes numbers of its own", () => {
    const template = synth({
      producerBytesPerSecond: 2048,
      consumerBytesPerSecond: 4096,
      requestPercentage: 50,
    });

    expect(template.one("kafka_quota").args.config).toEqual({
      producer_byte_rate: 2048,
      consumer_byte_rate: 4096,
      request_percentage: 50,
    });
  });

  it.each([
    ["scram", SCRAM, "orders.order-placed"],
    ["mtls", MTLS, "CN=orders.order-placed"],
    ["iam", PROD, "arn:aws:sts::111122223333:assumed-role/prod-orders--order-placed/orders.order-placed"],
  ])("with %s is of the user as Kafka knows it", (_, environment, user) => {
    expect(synth({ environment }).one("kafka_quota").args.entity_name).toBe(user);
  });

  it("keeps its address when another app gets one, and when its numbers change", () => {
    const [address] = synth().addresses();

    const both = Template.from((stack) => {
      new KafkaQuota(stack, "analytics.reader", { environment: SCRAM, app: analyticsReader });
      new KafkaQuota(stack, "orders.order-placed", {
        environment: SCRAM,
        app: ordersApp,
        requestPercentage: 7,
      });
    });

    expect(both.addresses()).toContain(address);
  });
});

describe("a quota is refused", () => {
  it.each([
    ["producerBytesPerSecond", 0, "1024 to 10737418240"],
    ["producerBytesPerSecond", -1, "1024 to 10737418240"],
    ["consumerBytesPerSecond", 2048.5, "1024 to 10737418240"],
    ["consumerBytesPerSecond", "2048", "1024 to 10737418240"],
    ["requestPercentage", 0, "1 to 10000"],
    ["requestPercentage", 10_001, "1 to 10000"],
  ])("with %s = %j", (property, value, range) => {
    expect(refusal({ [property]: value })).toBe(
      `[orders/q] ${property} must be a whole number from ${range}, got ${JSON.stringify(value)}`,
    );
  });

  it.each(["*", "<default>", "", "a\nb"])("for the user %j", (app) => {
    expect(refusal({ app: appOf("orders", app) })).toMatch(
      /^\[orders\/q\] app '.*' must be lower-case words/,
    );
  });
});
