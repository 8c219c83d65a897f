import fc from "fast-check";
import { TopicSet, TOPIC_CONFIGS, type TopicSetProps } from "../../../constructs/topic-set";
import { TerraformResource, Token } from "../../../src/cdk";
import { DEV, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { dev, messageOf, MTLS, SCRAM } from "./kafka-environments";

const ORDER_PLACED = { environment: SCRAM, domain: "orders", product: "order-placed", major: 1 };

/** What is said about props that no compiler has seen. */
const refusal = (props: object): string =>
  messageOf(() => new TopicSet(testStack(), "t", { ...ORDER_PLACED, ...(props as Partial<TopicSetProps>) }));

describe("names", () => {
  it.each([
    [
      { domain: "Orders" },
      "domain 'Orders' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [{ domain: "a".repeat(21) }, `domain '${"a".repeat(21)}' has 21 characters, at most 20 are allowed`],
    [{ domain: "platform" }, "domain 'platform' is reserved; choose another name"],
    [
      { product: "x.y" },
      "product 'x.y' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [{ product: "a".repeat(250) }, `product '${"a".repeat(60)}' has 250 characters, at most 32 are allowed`],
    [{ major: 0 }, "major version must be a whole number from 1 to 99, got 0"],
    [{ major: 1.5 }, "major version must be a whole number from 1 to 99, got 1.5"],
  ])("%j is refused", (props, message) => {
    expect(refusal(props)).toBe(`[orders/t] ${message}`);
  });

  it.each([
    "*",
    "orders*",
    "User:*",
    "orders.",
    "${var.x}",
    "orders\n",
    "ördérs",
    "__proto__",
    "orders/../users",
    "",
  ])("%j is no domain and no product", (hostile) => {
    expect(refusal({ domain: hostile })).toContain("[orders/t] domain '");
    expect(refusal({ product: hostile })).toContain("[orders/t] product '");
  });
});

describe("the numbers of a topic", () => {
  it.each([0, -1, 1_000_000, 3.5, "3", NaN, null])("refuse %j partitions", (partitions) => {
    expect(refusal({ partitions })).toBe(
      `[orders/t] TopicConfigInvalid: partitions must be a whole number from 1 to 1000, got ${JSON.stringify(partitions)}`,
    );
  });

  it("refuse partitions known only after apply, which would replace the topic", () => {
    const message = messageOf(() => {
      const stack = testStack();
      const counted = new TerraformResource(stack, "counted", { terraformResourceType: "terraform_data" });
      const partitions = Token.asNumber(counted.interpolationForAttribute("output"));
      return new TopicSet(stack, "t", { ...ORDER_PLACED, partitions });
    });

    expect(message).toBe(
      "[orders/t] TopicConfigInvalid: partitions must be a whole number from 1 to 1000, got a value that is known only after apply",
    );
  });

  it.each([
    [{ partitions: 3 }, 3],
    [{}, 6],
  ])("refuse %j below what is deployed", (props, partitions) => {
    expect(refusal({ ...props, deployedPartitions: 12 })).toBe(
      `[orders/t] PartitionDecrease: partitions ${partitions} is lower than the 12 deployed, which deletes the topic and its ` +
        "records; keep 12 or define a new major version",
    );
  });

  it("take as many partitions as deployed, and more", () => {
    const grow = () =>
      Template.from((stack) => {
        new TopicSet(stack, "same", { ...ORDER_PLACED, partitions: 6, deployedPartitions: 6 });
        new TopicSet(stack, "more", { ...ORDER_PLACED, partitions: 12, deployedPartitions: 6 });
      });

    expect(grow().count("kafka_topic")).toBe(2);
  });

  it.each([0, -1, -168, 87_601, 0.5, "7d"])("refuse a retention of %j hours", (retentionHours) => {
    expect(refusal({ retentionHours })).toBe(
      `[orders/t] RetentionInvalid: retentionHours must be a whole number from 1 to 87600, got ${JSON.stringify(retentionHours)}`,
    );
  });

  it("refuse a retention that compaction ignores", () => {
    expect(refusal({ cleanup: "compact", retentionHours: 24 })).toBe(
      "[orders/t] RetentionInvalid: retentionHours is 24, but cleanup 'compact' keeps the last record of a key for ever; use " +
        "'compact,delete' or leave out retentionHours",
    );
  });

  it.each([-1, 11, 1.5])("refuse %j retries", (retries) => {
    expect(refusal({ retries })).toBe(
      `[orders/t] TopicConfigInvalid: retries must be a whole number from 0 to 10, got ${retries}`,
    );
  });

  it.each([0, 1023, 10_485_761])("refuse records of %j bytes", (maxMessageBytes) => {
    expect(refusal({ maxMessageBytes })).toBe(
      `[orders/t] TopicConfigInvalid: maxMessageBytes must be a whole number from 1024 to 10485760, got ${maxMessageBytes}`,
    );
  });
});

describe("choices", () => {
  it("refuse an unknown cleanup", () => {
    expect(refusal({ cleanup: "delete,compact" })).toBe(
      "[orders/t] TopicConfigInvalid: cleanup must be one of 'delete', 'compact', 'compact,delete', got \"delete,compact\"",
    );
  });

  it("refuse an unknown compression", () => {
    expect(refusal({ compression: "brotli" })).toBe(
      "[orders/t] TopicConfigInvalid: compression must be one of 'producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd', " +
        'got "brotli"',
    );
  });
});

describe("replicas", () => {
  it.each([0, -1, 10, 2.5])("refuse %j of them", (replicationFactor) => {
    expect(refusal({ environment: dev({ replicationFactor }) })).toBe(
      `[orders/t] TopicConfigInvalid: replicationFactor must be a whole number from 1 to 9, got ${replicationFactor}`,
    );
  });

  it("refuse a single one in a protected environment", () => {
    expect(refusal({ environment: { ...DEV, protected: true } })).toBe(
      "[orders/t] TopicConfigInvalid: replicationFactor is 1 in a protected environment, where losing one broker loses the " +
        "records; use 3",
    );
  });

  it.each([
    [3, "3"],
    [3, "4"],
    [2, "2"],
    [1, "2"],
  ])("refuse %i of which %s must be in sync", (replicationFactor, inSync) => {
    const props = { environment: dev({ replicationFactor }), config: { "min.insync.replicas": inSync } };

    expect(refusal(props)).toBe(
      `[orders/t] TopicConfigInvalid: topic config 'min.insync.replicas' is ${inSync} of ${replicationFactor} replicas, so that ` +
        "losing one broker stops every writer; ask for fewer",
    );
  });
});

describe("topic configs", () => {
  it("refuse unknown keys, whatever they are called", () => {
    const allowed = Object.keys(TOPIC_CONFIGS).join(", ");

    for (const key of ["retention.bytess", "Segment.Ms", "__proto__", "constructor", "a\nb", "${var.x}"]) {
      const config = Object.fromEntries([[key, "1"]]);
      expect(refusal({ config })).toBe(
        `[orders/t] UnknownTopicConfig: topic config ${JSON.stringify(key)} is unknown; allowed are ${allowed}`,
      );
    }
  });

  it.each([
    ["retention.ms", "set retentionHours instead"],
    ["cleanup.policy", "set cleanup instead"],
    ["max.message.bytes", "set maxMessageBytes instead"],
    ["compression.type", "set compression instead"],
    ["unclean.leader.election.enable", "it is always false, since a stale leader loses records silently"],
  ])("refuse %s, which is set elsewhere", (key, reason) => {
    expect(refusal({ config: { [key]: "1" } })).toBe(
      `[orders/t] TopicConfigInvalid: topic config '${key}' cannot be set directly; ${reason}`,
    );
  });

  it.each([
    ["segment.bytes", "1048575", "a whole number from 1048576 to 2147483647 as a string"],
    ["segment.bytes", "2147483648", "a whole number from 1048576 to 2147483647 as a string"],
    ["segment.ms", "1e3", "a whole number from 1 to 9007199254740991 as a string"],
    ["segment.ms", "007", "a whole number from 1 to 9007199254740991 as a string"],
    ["segment.ms", 7, "a whole number from 1 to 9007199254740991 as a string"],
    ["retention.bytes", "-2", "a whole number from -1 to 9007199254740991 as a string"],
    ["min.cleanable.dirty.ratio", "1.5", "a number from 0 to 1 as a string"],
    ["min.cleanable.dirty.ratio", "0.50", "a number from 0 to 1 as a string"],
    ["min.insync.replicas", "0", "a whole number from 1 to 2147483647 as a string"],
    ["min.insync.replicas", "many", "a whole number from 1 to 2147483647 as a string"],
    ["preallocate", "yes", '"true" or "false"'],
    ["preallocate", true, '"true" or "false"'],
    ["message.timestamp.type", "createtime", '"CreateTime" or "LogAppendTime"'],
  ])("refuse %s = %j", (key, value, allowed) => {
    expect(refusal({ config: { [key]: value } })).toBe(
      `[orders/t] TopicConfigInvalid: topic config '${key}' must be ${allowed}, got ${JSON.stringify(value)}`,
    );
  });

  it.each([
    ["min.cleanable.dirty.ratio", "0.5"],
    ["min.cleanable.dirty.ratio", "0"],
    ["min.cleanable.dirty.ratio", "1"],
    ["retention.bytes", "-1"],
    ["compression.zstd.level", "-131072"],
    ["preallocate", "false"],
  ])("take %s = %s", (key, value) => {
    const template = Template.from(
      (stack) => new TopicSet(stack, "t", { ...ORDER_PLACED, config: { [key]: value } }),
    );

    expect(template.one("kafka_topic").args.config).toHaveProperty([key], value);
  });

  it("take any whole number within the limits, and none outside them", () => {
    const { min, max } = TOPIC_CONFIGS["segment.index.bytes"] as { min: number; max: number };
    const accepts = (value: number): boolean => {
      try {
        new TopicSet(testStack(), "t", { ...ORDER_PLACED, config: { "segment.index.bytes": String(value) } });
        return true;
      } catch {
        return false;
      }
    };

    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.constantFrom(min - 1, min, max, max + 1)), (value) => {
        expect(accepts(value)).toBe(value >= min && value <= max);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the cluster", () => {
  it.each([
    [{ ...SCRAM, kafka: { ...SCRAM.kafka, deniesByDefault: false } }, "scram"],
    [{ ...MTLS, kafka: { ...MTLS.kafka, deniesByDefault: undefined } }, "mtls"],
  ])("is refused when it is open by default", (environment, authentication) => {
    expect(refusal({ environment })).toBe(
      `[orders/t] kafka authentication '${authentication}' needs brokers that deny by default, or a topic without an ACL is open ` +
        "to everyone; set allow.everyone.if.no.acl.found=false on them, then deniesByDefault",
    );
  });

  it("is refused with IAM when it is not on MSK", () => {
    const environment = { ...PROD, kafka: { ...PROD.kafka, clusterArn: undefined } };

    expect(refusal({ environment })).toBe(
      "[orders/t] kafka authentication 'iam' needs an MSK cluster, and the environment has no clusterArn; set it",
    );
  });

  it("is refused when its ARN is none", () => {
    const environment = { ...PROD, kafka: { ...PROD.kafka, clusterArn: "arn:aws:s3:::x" } };

    expect(refusal({ environment })).toBe(
      "[orders/t] 'arn:aws:s3:::x' is no MSK cluster ARN (arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/UUID)",
    );
  });
});

it("says everything that is wrong at once", () => {
  const message = refusal({
    domain: "Orders",
    partitions: 0,
    retentionHours: -1,
    config: { "segment.bytes": "1", nonsense: "1" },
  });

  expect(message.split("\n").map((line) => line.slice(0, 38))).toEqual([
    "[orders/t] domain 'Orders' must be low",
    "[orders/t] TopicConfigInvalid: partiti",
    "[orders/t] RetentionInvalid: retention",
    "[orders/t] TopicConfigInvalid: topic c",
    "[orders/t] UnknownTopicConfig: topic c",
  ]);
});
