import { TopicSet, type TopicSetProps } from "../../../constructs/topic-set";
import * as defaults from "../../../constructs/topic-set/topic-defaults";
import { TerraformResource } from "../../../src/cdk";
import { DEV, PROD } from "../../support/fixtures";
import { Template } from "../../support/template";
import { dev, SCRAM } from "./kafka-environments";

const ORDER_PLACED = { environment: SCRAM, domain: "orders", product: "order-placed", major: 1 };

const synth = (props: Partial<TopicSetProps> = {}): Template =>
  Template.from((stack) => new TopicSet(stack, "order-placed.v1", { ...ORDER_PLACED, ...props }));

const topicNames = (template: Template) => template.resources("kafka_topic").map(({ args }) => args.name);

describe("a topic set with nothing but its name", () => {
  const template = synth();

  it("is one topic with documented defaults, every config a string", () => {
    const { args } = template.one("kafka_topic");

    expect(args).toMatchObject({ name: "orders.order-placed.v1", partitions: 6, replication_factor: 3 });
    expect(args.config).toEqual({
      "cleanup.policy": "delete",
      "compression.type": "producer",
      "max.message.bytes": "1048588",
      "min.insync.replicas": "2",
      "retention.ms": "604800000",
      "unclean.leader.election.enable": "false",
    });
  });

  it("exports the defaults it documents", () => {
    expect(defaults).toMatchObject({
      DEFAULT_PARTITIONS: 6,
      DEFAULT_REPLICATION_FACTOR: 3,
      DEFAULT_RETENTION_HOURS: 168,
      DEFAULT_DEAD_LETTER_RETENTION_HOURS: 336,
      DEFAULT_MAX_MESSAGE_BYTES: 1048588,
      DEFAULT_COMPRESSION: "producer",
      DEFAULT_CLEANUP: "delete",
    });
  });

  it("has no ACL, so that nobody reads or writes it", () => {
    expect(template.resources().map(({ type }) => type)).toEqual(["kafka_topic"]);
  });

  it("names neither dead letters nor retries", () => {
    Template.from((stack) => {
      const topics = new TopicSet(stack, "order-placed.v1", ORDER_PLACED);

      expect(topics.topicName).toBe("orders.order-placed.v1");
      expect(topics.deadLetterTopicName).toBeUndefined();
      expect(topics.retryTopicNames).toEqual([]);
    });
  });
});

describe("dead letters and retries", () => {
  const template = synth({ deadLetter: true, retries: 2, partitions: 12, maxMessageBytes: 2048 });

  it("are topics named after the source", () => {
    expect(topicNames(template)).toEqual([
      "orders.order-placed.v1",
      "orders.order-placed.v1.dlq",
      "orders.order-placed.v1.retry.1",
      "orders.order-placed.v1.retry.2",
    ]);
  });

  it("take every record the source takes, in the same partition", () => {
    for (const { args } of template.resources("kafka_topic")) {
      expect(args).toMatchObject({ partitions: 12, config: { "max.message.bytes": "2048" } });
    }
  });

  it("have addresses by attempt, which stay when attempts are added", () => {
    const ids = template.addresses();

    expect(synth({ deadLetter: true, retries: 3 }).addresses()).toEqual(expect.arrayContaining(ids));
    expect(ids.map((id) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "kafka_topic.order-placedv1",
      "kafka_topic.order-placedv1_DeadLetter",
      "kafka_topic.order-placedv1_Retry-1",
      "kafka_topic.order-placedv1_Retry-2",
    ]);
  });

  it.each([
    ["a source of seven days", {}, 14],
    ["a source of one hour", { retentionHours: 1 }, 14],
    ["a source of twenty days", { retentionHours: 480 }, 27],
    ["a compacted source", { cleanup: "compact" as const }, 14],
    ["a compacted source that expires", { cleanup: "compact,delete" as const, retentionHours: 480 }, 27],
  ])("are kept longer than %s, and expire", (_, props, days) => {
    const template = synth({ ...props, deadLetter: true, retries: 1 });

    for (const id of ["order-placedv1_DeadLetter", "order-placedv1_Retry-1"]) {
      expect(template.one("kafka_topic", id).args.config).toMatchObject({
        "retention.ms": String(days * 24 * 3_600_000),
        "cleanup.policy": "delete",
      });
    }
  });
});

describe("what a topic keeps", () => {
  it("is the last record of every key for ever when it is compacted", () => {
    const { args } = synth({ cleanup: "compact" }).one("kafka_topic");

    expect(args.config).toMatchObject({ "cleanup.policy": "compact", "retention.ms": "-1" });
  });

  it("is the last record of every key for a time when it is compacted and expires", () => {
    const { args } = synth({ cleanup: "compact,delete", retentionHours: 24 }).one("kafka_topic");

    expect(args.config).toMatchObject({ "cleanup.policy": "compact,delete", "retention.ms": "86400000" });
  });
});

describe("replicas", () => {
  it.each([
    [1, "1"],
    [2, "1"],
    [3, "2"],
    [5, "2"],
  ])("%i ask for %s in sync, fewer than there are", (replicationFactor, inSync) => {
    const { args } = synth({ environment: dev({ replicationFactor }) }).one("kafka_topic");

    expect(args).toMatchObject({
      replication_factor: replicationFactor,
      config: { "min.insync.replicas": inSync },
    });
  });
});

describe("further configs", () => {
  it("are added as strings, in one order whatever theirs is", () => {
    const config = { "segment.ms": "3600000", "min.insync.replicas": "1", "delete.retention.ms": "60000" };

    const emitted = synth({ config }).one("kafka_topic").args.config as object;

    expect(Object.entries(emitted)).toEqual([
      ["cleanup.policy", "delete"],
      ["compression.type", "producer"],
      ["delete.retention.ms", "60000"],
      ["max.message.bytes", "1048588"],
      ["min.insync.replicas", "1"],
      ["retention.ms", "604800000"],
      ["segment.ms", "3600000"],
      ["unclean.leader.election.enable", "false"],
    ]);
  });

  it.each([
    ["LogAppendTime", "LogAppendTime"],
    ["CreateTime", undefined],
  ])("name the timestamp type %s only when it is not the default", (value, emitted) => {
    const { args } = synth({ config: { "message.timestamp.type": value } }).one("kafka_topic");

    expect((args.config as Record<string, string>)["message.timestamp.type"]).toBe(emitted);
  });

  it("are the topic's alone, not its dead letters'", () => {
    const template = synth({ deadLetter: true, config: { "segment.ms": "3600000" } });

    expect(template.one("kafka_topic", "order-placedv1_DeadLetter").args.config).not.toHaveProperty([
      "segment.ms",
    ]);
  });
});

describe("retaining", () => {
  const lifecycles = (props: Partial<TopicSetProps>) =>
    synth({ deadLetter: true, retries: 1, ...props })
      .resources("kafka_topic")
      .map(({ args }) => args.lifecycle);

  const kept = { prevent_destroy: true };

  it("is the default where the environment is protected, for every topic of the set", () => {
    expect(lifecycles({ environment: PROD })).toEqual([kept, kept, kept]);
    expect(lifecycles({ environment: DEV })).toEqual([undefined, undefined, undefined]);
  });

  it("can be chosen", () => {
    expect(lifecycles({ environment: PROD, retain: false })).toEqual([undefined, undefined, undefined]);
    expect(lifecycles({ environment: DEV, retain: true })).toEqual([kept, kept, kept]);
  });
});

describe("the deploying principal's ACL", () => {
  it("comes before every topic and every ACL", () => {
    const template = Template.from((stack) => {
      const deployAcl = new TerraformResource(stack, "deploy", { terraformResourceType: "kafka_acl" });
      const topics = new TopicSet(stack, "order-placed.v1", {
        ...ORDER_PLACED,
        deadLetter: true,
        dependsOn: [deployAcl],
      });
      topics.grantRead({ domain: "analytics", app: "reader", site: PROD.site });
    });

    const dependent = template.resources().filter(({ id }) => id !== "deploy");

    expect(dependent).toHaveLength(4);
    for (const { args } of dependent) expect(args.depends_on).toEqual(["kafka_acl.deploy"]);
  });
});
