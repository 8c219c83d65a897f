import { inspect } from "node:util";
import { isFields, Secret, type ResourceChange, type Value } from "../../../src/review/model";
import { HIDDEN, readPlan, SecretGuard } from "../../../src/review/plan";
import { bytesOf, entry, planOf, read, textsIn } from "./support/plans";

const SECRET = "s3cr3t/Wörd&<9";

const sides = (plan: object): { before: Value; after: Value } => read(plan).plan.changes[0] as ResourceChange;
const part = (value: Value, key: string): Value | undefined => (isFields(value) ? value[key] : undefined);

describe("a key of an instance", () => {
  it("that is a secret elsewhere is hidden in the address", () => {
    const address = 'kafka_topic.it["hunter2-hunter2"]';
    const { plan, secrets } = read(
      planOf(
        entry({ after: { password: "hunter2-hunter2" } }, { address, index: "hunter2-hunter2" }),
        entry({}, { address: "kafka_topic.it" }),
      ),
    );

    expect(textsIn(plan.changes).filter((text) => text.includes("hunter2"))).toEqual([]);
    expect(secrets.holds(address)).toBe(true);
  });

  it("tells nothing apart from its resource", () => {
    const [change] = read(
      planOf(entry({ after: { password: "kafka_topic" } }, { address: 'kafka_topic.it["a"]' })),
    ).plan.changes;

    expect(change?.address).toBe('kafka_topic.it["a"]');
  });
});

describe("masks", () => {
  it("of both sides count for both", () => {
    const { before, after } = sides(
      planOf(
        entry({
          before: { a: "the-old-one" },
          after: { a: "the-new-one" },
          before_sensitive: {},
          after_sensitive: { a: true },
        }),
      ),
    );

    expect([part(before, "a"), part(after, "a")]).toEqual([expect.any(Secret), expect.any(Secret)]);
    expect(part(before, "a")).not.toBe(part(after, "a"));
  });

  it("of one side are enough", () => {
    const { after } = sides(
      planOf(entry({ before: { a: "one" }, after: { a: "two" }, before_sensitive: { a: true } })),
    );

    expect(part(after, "a")).toBeInstanceOf(Secret);
  });

  it("hide what is below a key that would change an object's nature", () => {
    const text = JSON.stringify(planOf(entry({ after: { "~proto~": { password: "hidden-pw" } } })));
    const { after } = sides(JSON.parse(text.replace("~proto~", "__proto__")) as object);

    expect(isFields(after) && Object.getOwnPropertyDescriptor(after, "__proto__")?.value).toEqual({
      password: expect.any(Secret) as Secret,
    });
  });

  it("give equal literals one secret", () => {
    const value = { a: "the-same-one", b: { c: "the-same-one" } };
    const { before, after } = sides(
      planOf(entry({ before: value, after: value, after_sensitive: { a: true } })),
    );

    expect(part(before, "a")).toBe(part(after, "a"));
    expect(part(before, "a")).toBe(part(part(after, "b") ?? null, "c"));
  });

  it("that are a bare true hide a whole collection", () => {
    const { after } = sides(
      planOf(
        entry({
          after: { map: { "odd key!": "value-1" }, list: [1] },
          after_sensitive: { map: true, list: true },
        }),
      ),
    );

    expect(after).toEqual({ map: expect.any(Secret) as Secret, list: expect.any(Secret) as Secret });
  });

  it.each([
    ["a text", "yes"],
    ["a number", 1],
    ["null", null],
    ["a list for an object", [true]],
    ["an object for a text", { a: { b: true } }],
    ["a list that is too short", { l: [false] }],
  ])("of a shape that is not known hide everything: %s", (_what, mask) => {
    const { after } = sides(
      planOf(entry({ after: { a: "some-value", l: ["a-value", "b-value"] }, after_sensitive: mask })),
    );

    expect(
      textsIn(after).some((text) =>
        (mask !== null && typeof mask === "object" && "l" in mask
          ? ["a-value", "b-value"]
          : ["some-value"]
        ).includes(text),
      ),
    ).toBe(false);
  });

  it("that hide nothing may have any empty shape", () => {
    const { after } = sides(
      planOf(
        entry({
          after: { l: [null, "x"], t: "y" },
          before_sensitive: { l: {}, t: [] },
          after_sensitive: { l: [{}, false] },
        }),
      ),
    );

    expect(after).toEqual({ l: [null, "x"], t: "y" });
  });
});

describe("names", () => {
  const shown = (after: object, type = "kafka_topic") =>
    part(sides(planOf(entry({ after }, { type }))).after, "x");

  it.each([
    "password",
    "password_wo",
    "DB_PASSWORD",
    "clientSecret",
    "ssl.key.password",
    "secret_string",
    "private_key_pem",
    "ses_smtp_password_v4",
    "sasl.jaas.config",
    "apiKey",
    "auth_token",
  ])("are known to hold secrets: %s", (name) => {
    expect(part(shown({ x: { [name]: "abcdef-1" } }) ?? null, name)).toBeInstanceOf(Secret);
  });

  it.each([
    "password_wo_version",
    "secret_id",
    "secret_arn",
    "token_ttl",
    "partition_key",
    "kms_key_arn",
    "password_policy",
    "encrypted",
  ])("are known to hold none: %s", (name) => {
    expect(shown({ x: { [name]: "abcdef-1" } })).toEqual({ [name]: "abcdef-1" });
  });

  it("do not hide flags, ARNs and nothing", () => {
    const values = { password: true, secret: "arn:aws:secretsmanager:eu:1:secret:x", token: null };

    expect(shown({ x: values })).toEqual(values);
  });
});

describe("copies", () => {
  const forms: readonly (readonly [string, (secret: string) => string])[] = [
    ["the same", (secret) => secret],
    ["inside a text", (secret) => `user:${secret}@host`],
    ["inside JSON", (secret) => JSON.stringify({ a: `x${secret}` })],
    [
      "inside JSON of Go",
      (secret) => JSON.stringify({ a: secret }).replaceAll("&", "\\u0026").replaceAll("<", "\\u003c"),
    ],
    ["inside JSON inside JSON", (secret) => JSON.stringify({ a: JSON.stringify({ b: `"${secret}` }) })],
    ["base64", (secret) => Buffer.from(secret).toString("base64")],
    ["base64 at offset 1", (secret) => Buffer.from(`u${secret}:x`).toString("base64")],
    ["base64 at offset 2", (secret) => Buffer.from(`u:${secret}`).toString("base64url")],
    ["URL-encoded", (secret) => `https://h/?p=${encodeURIComponent(secret)}`],
    [
      "URL-encoded in lower case",
      (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ["HTML", (secret) => `<b>${secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</b>`],
  ];

  it.each(forms)("are hidden: %s", (_name, form) => {
    const { plan, secrets } = read(
      planOf(
        entry({
          before: { marked: SECRET, copy: "x" },
          after: { marked: SECRET, copy: form(SECRET) },
          after_sensitive: { marked: true },
        }),
      ),
    );

    expect(part(plan.changes[0]?.after ?? null, "copy")).toBeInstanceOf(Secret);
    expect(secrets.holds(`report: ${form(SECRET)}!`)).toBe(true);
    expect(secrets.redact(`error: ${form(SECRET)}!`)).toContain(HIDDEN);
  });

  it("in keys of maps, addresses and messages are hidden, and keys stay apart", () => {
    const { plan } = read({
      ...planOf(
        entry(
          {
            after: { p: "hidden-one", map: { "a hidden-one": 1, "b hidden-one": 2 } },
            after_sensitive: { p: true },
          },
          { previous_address: "kafka_topic.x" },
        ),
      ),
      checks: [{ status: "fail", instances: [{ problems: [{ message: "it is hidden-one" }] }] }],
    });

    expect(textsIn(plan).filter((text) => text.includes("hidden-one"))).toEqual([]);
    expect(Object.keys(part(plan.changes[0]?.after ?? null, "map") as object)).toHaveLength(2);
  });

  it("of numbers are hidden", () => {
    const { after } = sides(
      planOf(
        entry({
          after: { pin: 74839201, other: 74839201, text: "pin 74839201", n: 5 },
          after_sensitive: { pin: true },
        }),
      ),
    );

    expect(after).toEqual({
      pin: expect.any(Secret) as Secret,
      other: expect.any(Secret) as Secret,
      text: expect.any(Secret) as Secret,
      n: 5,
    });
  });

  it("of outputs, sensitive variables, providers' passwords and data sources are hidden", () => {
    const elsewhere = {
      output_changes: { o: { actions: ["create"], after: "from-output", after_sensitive: true } },
      variables: { v: { value: "from-variable" }, db_password: { value: "from-named" } },
      configuration: {
        provider_config: {
          kafka: {
            expressions: {
              sasl_password: { constant_value: "from-provider" },
              block: [{ token: { constant_value: "from-block" } }],
            },
          },
        },
        root_module: { variables: { v: { sensitive: true, default: "from-default" } } },
      },
      prior_state: {
        values: {
          root_module: {
            resources: [
              { mode: "data", type: "x", values: { s: "from-data" }, sensitive_values: { s: true } },
            ],
          },
        },
      },
    };
    const words = [
      "from-output",
      "from-variable",
      "from-named",
      "from-provider",
      "from-block",
      "from-default",
      "from-data",
    ];
    const { after } = sides({
      ...planOf(entry({ after: { list: words.map((word) => `a ${word} b`) } })),
      ...elsewhere,
    });

    expect(part(after, "list")).toEqual(words.map(() => expect.any(Secret) as Secret));
  });

  it("of passwords in URLs, connection strings, JSON documents and keys are hidden", () => {
    const texts = [
      "postgres://reader:in-the-url@db/x",
      "host=db user=reader password=in-the-list",
      JSON.stringify({
        environment: [{ name: "DB_PASSWORD", value: "in-the-entry" }],
        db_password: "in-the-doc",
      }),
      "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----",
    ];
    const { plan, secrets } = read(
      planOf(entry({ after: { list: [...texts, "x in-the-url", "x in-the-doc"] } })),
    );

    expect(part(plan.changes[0]?.after ?? null, "list")).toEqual(
      [...texts, 1, 2].map(() => expect.any(Secret) as Secret),
    );
    expect(
      ["in-the-url", "in-the-list", "in-the-entry", "in-the-doc"].filter((word) => !secrets.holds(word)),
    ).toEqual([]);
  });
});

describe("weak secrets", () => {
  const weak = (password: string, after: object, publicWords: string[] = []) =>
    readPlan(
      bytesOf(
        JSON.stringify(
          planOf(entry({ after: { password, ...after } }, { address: "kafka_topic.orders_main" })),
        ),
      ),
      { stack: "orders", publicWords },
    );

  it("are hidden as whole values only when they are short", () => {
    const { plan, secrets } = weak("abc1", { a: "abc1", b: "abc1 and more" });

    expect(plan.changes[0]?.after).toMatchObject({ a: expect.any(Secret) as Secret, b: "abc1 and more" });
    expect(secrets.holds("abc1")).toBe(false);
    expect(secrets.redact('login with "abc1" failed')).toBe(`login with "${HIDDEN}" failed`);
  });

  it.each([
    ["part of an address", "orders_main", {}],
    ["a word of reports", "postgres", {}],
    ["the name of something", "analytics", { name: "analytics" }],
    ["a word of such a name", "analytics", { bucket: "shop-analytics-1" }],
  ])("do not hide everything they are part of: %s", (_what, password, identity) => {
    const { plan, secrets } = weak(password, { ...identity, text: `in ${password}`, same: password });

    expect(plan.changes[0]).toMatchObject({
      address: "kafka_topic.orders_main",
      after: { ...identity, text: `in ${password}` },
    });
    expect(part(plan.changes[0]?.after ?? null, "same")).toBeInstanceOf(Secret);
    expect(secrets.holds(password)).toBe(false);
  });

  it("are those that the caller prints anyway", () => {
    expect(weak("campaigns", {}).secrets.holds("campaigns")).toBe(true);
    expect(weak("campaigns", {}, ["campaigns"]).secrets.holds("campaigns")).toBe(false);
  });
});

describe("a guard", () => {
  it("does not tell what it knows", () => {
    const guard = new SecretGuard(["very-secret"], ["abc"]);

    expect(JSON.stringify({ guard, list: [guard] })).toBe('{"list":[null]}');
    expect(inspect(guard, { showHidden: true, depth: 5 })).not.toContain("very-secret");
    expect(Object.values(guard)).toEqual([]);
  });

  it("that is merged knows all of them", () => {
    const merged = new SecretGuard(["first-one"]).merged([
      new SecretGuard(["second-one"]),
      new SecretGuard(),
    ]);

    expect(merged.redact("first-one, second-one, third-one")).toBe(`${HIDDEN}, ${HIDDEN}, third-one`);
  });
});
