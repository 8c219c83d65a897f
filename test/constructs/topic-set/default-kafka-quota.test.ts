import { DefaultKafkaQuota } from "../../../constructs/topic-set";
import { PROD } from "../../support/fixtures";
import { Template } from "../../support/template";

describe("the quota of everybody who has none", () => {
  test("names nobody, and has the documented rates", () => {
    const quota = Template.from((stack) => new DefaultKafkaQuota(stack, "Quota", { environment: PROD })).one(
      "kafka_quota",
    );

    expect(quota.args).toMatchObject({
      entity_type: "user",
      config: { producer_byte_rate: 10_485_760, consumer_byte_rate: 20_971_520, request_percentage: 100 },
    });
    expect(quota.args.entity_name).toBeUndefined();
  });

  test("refuses a rate that no client can work with", () => {
    const define = () =>
      Template.from(
        (stack) => new DefaultKafkaQuota(stack, "Quota", { environment: PROD, producerBytesPerSecond: 1 }),
      );

    expect(define).toThrow(
      "[orders/Quota] producerBytesPerSecond must be a whole number from 1024 to 10737418240, got 1",
    );
  });
});
