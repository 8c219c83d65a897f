import {
  TOPIC_CONFIGS,
  TOPIC_CONFIGS_SET_ELSEWHERE,
  topicConfigProblem,
} from "../../constructs/topic-set/topic-config-keys";
import {
  DEAD_LETTER_MARGIN_HOURS,
  DEFAULT_DEAD_LETTER_RETENTION_HOURS,
  DEFAULT_PARTITIONS,
  DEFAULT_REPLICATION_FACTOR as REPLICAS,
  DEFAULT_RETENTION_HOURS,
  TOPIC_LIMITS,
} from "../../constructs/topic-set/topic-defaults";
import {
  deadLetterRetention,
  DEFAULT_REPLICATION_FACTOR,
  DEFAULT_TOPIC,
  describeForm,
  FIXED_TOPIC_CONFIGS,
  HOUR,
  MAX_MESSAGE_BYTES,
  MAX_REPLICATION_FACTOR,
  takesValue,
  TOPIC_CONFIG_FORMS,
} from "../../src/mesh";

describe("what the model knows of topic configs", () => {
  it("is what the construct takes: the same keys", () => {
    expect([...TOPIC_CONFIG_FORMS.keys()]).toEqual(Object.keys(TOPIC_CONFIGS));
    expect([...FIXED_TOPIC_CONFIGS.keys()]).toEqual(Object.keys(TOPIC_CONFIGS_SET_ELSEWHERE));
  });

  it("is what the construct takes: the same values", () => {
    const samples = [
      "-3",
      "-2",
      "-1",
      "0",
      "1",
      "4",
      "9",
      "10",
      "17",
      "18",
      "22",
      "23",
      "0.5",
      "2",
      "01",
      "+1",
      " 1",
    ];
    const words = ["true", "false", "TRUE", "CreateTime", "LogAppendTime", "", "1e3", "1048575", "1048576"];
    const large = ["2147483647", "2147483648", "9007199254740991", "9007199254740993", "-131072", "-131073"];

    for (const [key, form] of TOPIC_CONFIG_FORMS) {
      for (const value of [...samples, ...words, ...large]) {
        const taken = topicConfigProblem(key, value) === undefined;
        expect(`${key}=${value}: ${takesValue(form, value)}`).toBe(`${key}=${value}: ${taken}`);
      }
    }
  });

  it("is said in words", () => {
    const words = ["segment.bytes", "preallocate", "min.cleanable.dirty.ratio"].map((key) => {
      const form = TOPIC_CONFIG_FORMS.get(key);
      return form && describeForm(form);
    });

    expect(words).toEqual([
      "a whole number from 1048576 to 2147483647, as a string",
      '"true" or "false"',
      "a number from 0 to 1, as a string",
    ]);
  });

  it("has the construct's defaults and limits", () => {
    expect(DEFAULT_TOPIC.partitions).toBe(DEFAULT_PARTITIONS);
    expect(DEFAULT_TOPIC.retention).toBe(DEFAULT_RETENTION_HOURS * HOUR);
    expect(DEFAULT_REPLICATION_FACTOR).toBe(REPLICAS);
    expect(MAX_REPLICATION_FACTOR).toBe(TOPIC_LIMITS.replicationFactor.max);
    expect(MAX_MESSAGE_BYTES).toBe(TOPIC_LIMITS.maxMessageBytes.max);
  });

  it("keeps dead letters as long as the construct does", () => {
    const kept = (hours: number, cleanup: "delete" | "compact") =>
      deadLetterRetention({ cleanup, retention: hours * HOUR }) / HOUR;

    expect(kept(24, "delete")).toBe(DEFAULT_DEAD_LETTER_RETENTION_HOURS);
    expect(kept(1000, "delete")).toBe(1000 + DEAD_LETTER_MARGIN_HOURS);
    expect(kept(1000, "compact")).toBe(DEFAULT_DEAD_LETTER_RETENTION_HOURS);
  });
});
