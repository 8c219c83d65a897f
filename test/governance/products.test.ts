import type { ProductManifest } from "../../src/manifest";
import { domain, environment, product, type MeshParts } from "../support/manifests";
import { found, lines } from "./check";

const FILE = "domains/orders/products/order-placed/product.yaml";

const placed = (overrides: Partial<ProductManifest>): MeshParts => ({
  domains: [domain("orders")],
  products: [product("orders", "order-placed", overrides)],
});

const topic = (settings: NonNullable<ProductManifest["ports"]["topic"]>): MeshParts =>
  placed({ ports: { topic: settings } });

describe("ProductCycle", () => {
  it("shows the way round", () => {
    const parts = {
      domains: [domain("a")],
      products: [
        product("a", "one", { inputs: ["a/three"] }),
        product("a", "three", { inputs: ["a/two"] }),
        product("a", "two", { inputs: ["a/one"] }),
      ],
    };

    expect(found("ProductCycle", parts)).toEqual([
      {
        code: "ProductCycle",
        severity: "error",
        message: "product 'a/one.v1' is made from itself: a/one.v1 → a/two.v1 → a/three.v1 → a/one.v1",
        value: "a/three.v1",
        rule: "data flows one way",
        fix: "remove one of the inputs, or split a product in two",
        at: { file: "domains/a/products/one/product.yaml", path: ["inputs", 0] },
      },
    ]);
  });

  it("has nothing to say where data flows one way", () => {
    const parts = {
      domains: [domain("a")],
      products: [product("a", "one"), product("a", "two", { inputs: ["a/one"] })],
    };

    expect(found("ProductCycle", parts)).toEqual([]);
  });
});

describe("NoPorts and OrphanProduct", () => {
  it("find a product that offers nothing", () => {
    expect(found("NoPorts", placed({ ports: {} }))).toEqual([
      {
        code: "NoPorts",
        severity: "error",
        message: "'orders/order-placed' v1 has no output port",
        value: "{}",
        rule: "one of topic, bucket and schema",
        fix: "write ports: { topic: {} }, or lifecycle: draft",
        at: { file: FILE, path: ["ports"] },
      },
    ]);
    expect(found("NoPorts", placed({}))).toEqual([]);
  });

  it("find a product that nobody reads", () => {
    expect(found("OrphanProduct", placed({}))).toEqual([
      {
        code: "OrphanProduct",
        severity: "note",
        message: "nobody reads 'orders/order-placed' v1",
        value: "orders/order-placed.v1",
        fix: "make it known, or deprecate it",
        at: { file: FILE, path: ["name"] },
      },
    ]);
    expect(found("OrphanProduct", placed({ lifecycle: "draft" }))).toEqual([]);
  });
});

describe("TopicConfigInvalid", () => {
  it("refuses more partitions than the limit", () => {
    expect(found("TopicConfigInvalid", topic({ partitions: 49 }))).toEqual([
      {
        code: "TopicConfigInvalid",
        severity: "error",
        message: "the topic of 'orders/order-placed' v1 has 49 partitions",
        value: "49",
        rule: "at most 48, by limits.partitions of mesh.yaml",
        fix: "write partitions: 48",
        at: { file: FILE, path: ["ports", "topic", "partitions"] },
      },
    ]);
  });

  it("refuses retries without an end, records over 10 MiB and configs that are set elsewhere", () => {
    const parts = topic({
      retries: 2,
      maxMessageBytes: 10_485_761,
      config: { "retention.ms": "1", "segment.bytes": "1024", "segment.ms": "60000" },
    });

    const problems = found("TopicConfigInvalid", parts);

    expect(lines(problems)).toEqual([
      `${FILE} ports.topic.retries: the topic of 'orders/order-placed' v1 has retries, and nowhere to put a record that fails the last one`,
      `${FILE} ports.topic.maxMessageBytes: the topic of 'orders/order-placed' v1 takes records of 10485761 bytes`,
      `${FILE} ports.topic.config.retention.ms: topic config 'retention.ms' of 'orders/order-placed' v1 cannot be set directly`,
      `${FILE} ports.topic.config.segment.bytes: topic config 'segment.bytes' of 'orders/order-placed' v1 has a value that brokers refuse`,
    ]);
    expect(problems[2]).toMatchObject({ fix: "set ports.topic.retention", at: { onKey: true } });
    expect(problems[3]?.rule).toBe("a whole number from 1048576 to 2147483647, as a string");
  });

  it("refuses as many confirmations as there are replicas in an environment", () => {
    const one = environment({ name: "dev", protected: false });
    const dev = { ...one, kafka: { ...one.kafka, replicationFactor: 1 } };
    const confirmed = (value: string) =>
      found("TopicConfigInvalid", {
        ...topic({ config: { "min.insync.replicas": value } }),
        mesh: { environments: [dev, environment()] },
      }).map(({ message, rule }) => [message, rule]);

    expect(confirmed("1")).toEqual([]);
    expect(confirmed("3")).toEqual(
      [
        ["dev", 1],
        ["prod", 3],
      ].map(([name, replicas]) => [
        `topic config 'min.insync.replicas' of 'orders/order-placed' v1 stops every writer in environment '${name}' when one broker is lost`,
        `fewer than the ${replicas} replicas of '${name}'`,
      ]),
    );
  });

  it.each([
    [
      1,
      true,
      "environment 'prod' is protected and keeps one replica, so that losing one broker loses records",
    ],
    [10, false, "environment 'prod' keeps 10 replicas"],
  ])("refuses %d replicas", (replicationFactor, isProtected, message) => {
    const base = environment({ protected: isProtected });
    const parts = { mesh: { environments: [{ ...base, kafka: { ...base.kafka, replicationFactor } }] } };

    expect(lines(found("TopicConfigInvalid", parts))).toEqual([
      `mesh.yaml environments.0.kafka.replicationFactor: ${message}`,
    ]);
  });

  it("takes two replicas in a protected environment, and nine anywhere", () => {
    const base = environment();
    const environments = [2, 9].map((replicationFactor, index) => ({
      ...base,
      name: `prod${index}`,
      kafka: { ...base.kafka, replicationFactor },
    }));

    expect(found("TopicConfigInvalid", { mesh: { environments } })).toEqual([]);
  });

  it("takes what is within the limits", () => {
    const parts = topic({
      partitions: 48,
      retries: 3,
      deadLetter: true,
      maxMessageBytes: 10_485_760,
      config: { "segment.bytes": "1048576", "min.insync.replicas": "2" },
    });

    expect(found("TopicConfigInvalid", parts)).toEqual([]);
  });
});

describe("UnknownTopicConfig", () => {
  it("names the nearest config", () => {
    expect(found("UnknownTopicConfig", topic({ config: { "segment.byte": "1" } }))).toEqual([
      {
        code: "UnknownTopicConfig",
        severity: "error",
        message: "topic config 'segment.byte' of 'orders/order-placed' v1 is unknown",
        value: "segment.byte",
        rule: expect.stringMatching(/^allowed are compression\.gzip\.level, .*, segment\.ms$/) as string,
        fix: "write the key: segment.bytes, or remove it",
        at: { file: FILE, path: ["ports", "topic", "config", "segment.byte"], onKey: true },
      },
    ]);
  });

  it.each(["__proto__", "constructor"])("does not take '%s' for one", (key) => {
    const config = Object.fromEntries([[key, "1"]]);

    expect(found("UnknownTopicConfig", topic({ config })).map(({ value }) => value)).toEqual([key]);
  });

  it("leaves known configs to the rule for values", () => {
    expect(
      found("UnknownTopicConfig", topic({ config: { "segment.ms": "x", "retention.ms": "1" } })),
    ).toEqual([]);
  });
});

describe("RetentionInvalid", () => {
  const limited = (parts: MeshParts, retention = "30d"): MeshParts => ({
    ...parts,
    mesh: { limits: { retention } },
  });
  const find = (parts: MeshParts) =>
    found("RetentionInvalid", parts).map(({ message, rule, fix, at }) => [
      at.path.join("."),
      message,
      rule,
      fix,
    ]);

  it("refuses more than the limit, for topics, their dead letters and buckets", () => {
    const parts = limited(
      placed({
        ports: {
          topic: { retention: "31d", deadLetter: true },
          bucket: { format: "csv", retention: "400d" },
        },
      }),
    );

    expect(find(parts)).toEqual([
      [
        "ports.topic.retention",
        "the topic of 'orders/order-placed' v1 keeps data for 31d",
        "at most 30d, by limits.retention of mesh.yaml",
        "write retention: 30d",
      ],
      [
        "ports.bucket.retention",
        "the bucket of 'orders/order-placed' v1 keeps data for 400d",
        "at most 30d, by limits.retention of mesh.yaml",
        "write retention: 30d",
      ],
    ]);
    expect(find(limited(topic({ retention: "25d", deadLetter: true })))).toEqual([
      [
        "ports.topic.deadLetter",
        "the dead-letter topic of 'orders/order-placed' v1 keeps data for 32d",
        "at most 30d, by limits.retention of mesh.yaml",
        "write deadLetter: false",
      ],
    ]);
  });

  it("refuses dead letters over the limit, also of a topic at the limit", () => {
    expect(find(limited(topic({ retention: "30d", deadLetter: true }))).map(([path]) => path)).toEqual([
      "ports.topic.deadLetter",
    ]);
  });

  it("refuses what a system cannot keep exactly", () => {
    const ports = { topic: { retention: "90m" }, bucket: { format: "csv" as const, retention: "36h" } };

    expect(find(placed({ ports }))).toEqual([
      [
        "ports.topic.retention",
        "the topic of 'orders/order-placed' v1 cannot keep data for exactly 90m",
        "a multiple of 1h",
        "write retention: 2h",
      ],
      [
        "ports.bucket.retention",
        "the bucket of 'orders/order-placed' v1 cannot keep data for exactly 36h",
        "a multiple of 1d",
        "write retention: 2d",
      ],
    ]);
  });

  it("refuses less than the freshness of the product, or of one made from it", () => {
    const parts = {
      domains: [domain("orders")],
      products: [
        product("orders", "order-placed", {
          ports: { topic: { retention: "24h" } },
          slo: { freshness: "1d" },
        }),
        product("orders", "order-report", { inputs: ["orders/order-placed"], slo: { freshness: "30h" } }),
      ],
    };

    expect(find(parts)).toEqual([
      [
        "ports.topic.retention",
        "the topic of 'orders/order-placed' v1 keeps records for 1d, less than the freshness of 'orders/order-report' v1",
        "at least 30h, by slo.freshness of domains/orders/products/order-report/product.yaml",
        "write retention: 30h, or a shorter freshness",
      ],
    ]);
  });

  it("has nothing to say of a compacted topic, or of data within the limits", () => {
    expect(find(limited(topic({ cleanup: "compact", retention: "31d" })))).toEqual([]);
    expect(find(limited(topic({ retention: "23d", deadLetter: true })))).toEqual([]);
  });
});

describe("SloInvalid", () => {
  it("refuses what no alarm can watch", () => {
    const parts = placed({ slo: { availability: 93.05, completeness: 100, freshness: "59s" } });

    expect(
      found("SloInvalid", parts).map(({ message, rule, at }) => [at.path.join("."), message, rule]),
    ).toEqual([
      [
        "slo.availability",
        "'orders/order-placed' v1 promises 93.05 % availability, which no alarm can watch",
        "at least 93.06 and less than 100 per cent",
      ],
      [
        "slo.completeness",
        "'orders/order-placed' v1 promises 100 % completeness, which no alarm can watch",
        "more than 0 and less than 100 per cent",
      ],
      [
        "slo.freshness",
        "'orders/order-placed' v1 promises a freshness of 59s, which no metric can show",
        "at least 1m",
      ],
    ]);
  });

  it("refuses an availability of 100", () => {
    expect(found("SloInvalid", placed({ slo: { availability: 100 } }))).toHaveLength(1);
  });

  it.each([{}, { availability: 93.06, completeness: 1, freshness: "1m" }, { availability: 99.99 }])(
    "takes %o",
    (slo) => {
      expect(found("SloInvalid", placed({ slo }))).toEqual([]);
    },
  );
});

describe("LifecycleInvalid", () => {
  const find = (lifecycle: ProductManifest["lifecycle"], sunset?: string) =>
    found("LifecycleInvalid", placed({ lifecycle, sunset })).map(({ message, fix, at }) => [
      at.path.join("."),
      message,
      fix,
    ]);

  it("asks a deprecated product for its sunset", () => {
    expect(find("deprecated")).toEqual([
      [
        "lifecycle",
        "'orders/order-placed' v1 is deprecated and does not say until when it is served",
        "write sunset: 2027-06-30, or another date",
      ],
    ]);
  });

  it.each(["draft", "active"] as const)("refuses a sunset of a product that is %s", (lifecycle) => {
    expect(find(lifecycle, "2027-06-30")).toEqual([
      [
        "sunset",
        `'orders/order-placed' v1 is ${lifecycle} and has a sunset`,
        "write lifecycle: deprecated, or remove the sunset",
      ],
    ]);
  });

  it("takes a sunset that is today, and one of a retired product", () => {
    expect(find("deprecated", "2027-01-01")).toEqual([]);
    expect(find("retired", "2026-01-01")).toEqual([]);
    expect(find("active")).toEqual([]);
  });
});

describe("SunsetPassed", () => {
  const find = (lifecycle: ProductManifest["lifecycle"], sunset?: string) =>
    found("SunsetPassed", placed({ lifecycle, sunset })).map(({ severity, message, fix, at }) => [
      severity,
      at.path.join("."),
      message,
      fix,
    ]);

  it("warns from the day after the sunset on, since a day alone must stop nobody's deployment", () => {
    expect(find("deprecated", "2026-12-31")).toEqual([
      [
        "warning",
        "sunset",
        "'orders/order-placed' v1 is deprecated and its sunset passed on 2026-12-31",
        "write lifecycle: retired, or a later sunset",
      ],
    ]);
    expect(find("deprecated", "2027-01-01")).toEqual([]);
    expect(find("retired", "2026-01-01")).toEqual([]);
  });
});
