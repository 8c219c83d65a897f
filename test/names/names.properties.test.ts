import fc from "fast-check";
import * as names from "../../src/names";
import { app, domain, longest, major, product, site, splitTwoWays } from "./arbitraries";

const RUNS = { numRuns: 400 };

/** A name as a function of everything it depends on, written as one tuple. */
type Builder<T extends unknown[]> = readonly [label: string, build: (...parts: T) => string];

/** Different inputs give different names, for pairs drawn so that they are alike. */
function injective<T extends unknown[]>(builders: readonly Builder<T>[], parts: fc.Arbitrary<T>) {
  test.each(builders)("%s", (_label, build) => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(build(...one)).not.toBe(build(...other));
      }),
      RUNS,
    );
  });
}

describe("the same words, split into domain and app at another place, give another name", () => {
  const builders: readonly Builder<[string, string]>[] = [
    ["appRoleName", (d, a) => names.appRoleName(longest.site, d, a)],
    ["appPolicyName", (d, a) => names.appPolicyName(longest.site, d, a, "produce")],
    ["appSecretName", (d, a) => names.appSecretName(longest.site, d, a, "postgres")],
    ["kafkaUserName", names.kafkaUserName],
    ["appLoginName", names.appLoginName],
    ["readGroupName", names.readGroupName],
    ["topicName", (d, p) => names.topicName(d, p, 1)],
    ["productSchemaName", (d, p) => names.productSchemaName(d, p, 1)],
    ["portWriterRoleName", (d, p) => names.portWriterRoleName(d, p, 1)],
    ["alarmName", (d, p) => names.alarmName(longest.site, d, p, 1, ["lag"])],
  ];

  test.each(builders)("%s", (_label, build) => {
    fc.assert(
      fc.property(splitTwoWays, ([one, other]) => {
        expect(build(...one)).not.toBe(build(...other));
      }),
      RUNS,
    );
  });
});

describe("two different things never share a name", () => {
  injective<[string]>(
    [
      ["domainTopicPrefix", names.domainTopicPrefix],
      ["domainSchemaName", names.domainSchemaName],
      ["ownerRoleName", names.ownerRoleName],
      ["loginGroupName", names.loginGroupName],
      ["metricNamespace", names.metricNamespace],
      ["boundaryStackName", names.boundaryStackName],
    ],
    fc.tuple(domain),
  );

  injective<[string, string]>(
    [
      ["consumerGroupPrefix", names.consumerGroupPrefix],
      ["kafkaUserName", names.kafkaUserName],
      ["appLoginName", names.appLoginName],
      ["readGroupName", names.readGroupName],
    ],
    fc.tuple(domain, app),
  );

  injective<[string, string, number]>(
    [
      ["topicName", names.topicName],
      ["deadLetterTopicName", names.deadLetterTopicName],
      ["productSchemaName", names.productSchemaName],
      ["portWriterRoleName", names.portWriterRoleName],
    ],
    fc.tuple(domain, product, major),
  );

  injective<[names.Site, string]>([["bucketName", names.bucketName]], fc.tuple(site, domain));

  injective<[string, string, string]>(
    [
      ["appRoleName", (environment, ...rest) => names.appRoleName({ ...longest.site, environment }, ...rest)],
      [
        "appSecretName",
        (environment, ...rest) => names.appSecretName({ ...longest.site, environment }, ...rest, "kafka"),
      ],
    ],
    fc.tuple(
      site.map(({ environment }) => environment),
      domain,
      app,
    ),
  );

  injective<[string, string]>(
    [
      [
        "boundaryPolicyName",
        (environment, of) => names.boundaryPolicyName({ ...longest.site, environment }, of, "app"),
      ],
      ["keyAlias", (environment, of) => names.keyAlias({ ...longest.site, environment }, of)],
      ["alertTopicName", (environment, of) => names.alertTopicName({ ...longest.site, environment }, of)],
      ["dashboardName", (environment, of) => names.dashboardName({ ...longest.site, environment }, of)],
      ["logGroupName", (environment, of) => names.logGroupName({ ...longest.site, environment }, of)],
    ],
    fc.tuple(
      site.map(({ environment }) => environment),
      domain,
    ),
  );

  test("schemas, roles and logins of one Postgres database", () => {
    const everything = (d: string, p: string, a: string, m: number) => [
      names.domainSchemaName(d),
      names.productSchemaName(d, p, m),
      names.ownerRoleName(d),
      names.writerRoleName(d),
      names.portWriterRoleName(d, p, m),
      names.readerRoleName(d),
      names.loginGroupName(d),
      names.readGroupName(d, a),
      names.migratorLoginName(d),
      names.appLoginName(d, a),
    ];

    fc.assert(
      fc.property(domain, domain, product, app, major, (one, other, p, a, m) => {
        fc.pre(one !== other);
        const all = [...everything(one, p, a, m), ...everything(other, p, a, m)];
        expect(new Set(all).size).toBe(all.length);
      }),
      RUNS,
    );
  });

  test("a boundary policy of one tier and the policy of another tier of any other domain", () => {
    fc.assert(
      fc.property(domain, domain, (one, other) => {
        const tiers = ["app", "admin", "deploy"] as const;
        const of = (d: string) => tiers.map((tier) => names.boundaryPolicyName(longest.site, d, tier));
        const all = one === other ? of(one) : [...of(one), ...of(other)];
        expect(new Set(all).size).toBe(all.length);
      }),
      RUNS,
    );
  });
});

describe("no prefix of one domain matches a resource of another", () => {
  const prefixes: readonly (readonly [
    string,
    (d: string) => string,
    (d: string, p: string, m: number) => string,
  ])[] = [
    ["topics", names.domainTopicPrefix, names.topicName],
    ["schemas and roles", names.domainPostgresPrefix, names.productSchemaName],
    ["writers of ports", names.domainPostgresPrefix, names.portWriterRoleName],
    [
      "read groups",
      names.domainPostgresPrefix,
      (d, p) => names.readGroupName(d, p.replace(/^(admin|deploy|migrator)$/, "x")),
    ],
    [
      "consumer groups",
      names.domainTopicPrefix,
      (d, p) => names.consumerGroupPrefix(d, p.replace(/^(admin|deploy|migrator)$/, "x")),
    ],
    [
      "roles by path",
      (d) => names.domainRolePath(longest.site, d),
      (d) => names.deployRolePath(longest.site, d),
    ],
    ["secrets", (d) => names.secretPrefix(longest.site, d), (d) => names.migratorSecretName(longest.site, d)],
    [
      "alarms",
      (d) => names.alarmPrefix(longest.site, d),
      (d, p, m) => names.alarmName(longest.site, d, p, m, ["lag"]),
    ],
    ["log groups", (d) => names.logGroupPrefix(longest.site, d), (d) => names.logGroupName(longest.site, d)],
    ["access logs", names.accessLogPrefix, (d) => `${names.accessLogPrefix(d)}2026-11-20`],
  ];

  test.each(prefixes)("%s", (_label, prefix, resource) => {
    fc.assert(
      fc.property(
        domain,
        fc.string({ unit: fc.constantFrom(..."abx0-"), maxLength: 4 }),
        product,
        major,
        (one, tail, p, m) => {
          const other = `${one}${tail}`.slice(0, 20);
          fc.pre(other !== one && names.identifierProblem("domain", other) === undefined);

          expect(resource(one, p, m).startsWith(prefix(one))).toBe(true);
          expect(resource(other, p, m).startsWith(prefix(one))).toBe(false);
          expect(resource(one, p, m).startsWith(prefix(other))).toBe(false);
        },
      ),
      RUNS,
    );
  });

  test("bucket prefixes of products", () => {
    fc.assert(
      fc.property(product, product, major, (one, other, m) => {
        fc.pre(one !== other);
        expect(names.portPrefix(other, m).startsWith(names.productPrefix(one))).toBe(false);
      }),
      RUNS,
    );
  });

  test("versions of one product: v1 is no prefix of v10", () => {
    expect(names.portPrefix("a", 10).startsWith(names.portPrefix("a", 1))).toBe(false);
    expect(names.deadLetterTopicName("a", "b", 10).startsWith(`${names.topicName("a", "b", 1)}.`)).toBe(
      false,
    );
  });
});

describe("every name fits its system, even the longest", () => {
  const { site: place, domain: d, product: p, app: a, major: m } = longest;
  const cases: readonly (readonly [names.NameLimit, string])[] = [
    [names.NAME_LIMITS.bucket, names.bucketName(place, d)],
    [names.NAME_LIMITS.bucket, names.accessLogBucketName(place)],
    [names.NAME_LIMITS.topic, names.retryTopicName(d, p, m, 10)],
    [names.NAME_LIMITS.postgres, names.productSchemaName(d, p, m)],
    [names.NAME_LIMITS.postgres, names.portWriterRoleName(d, p, m)],
    [names.NAME_LIMITS.postgres, names.appLoginName(d, a)],
    [names.NAME_LIMITS.postgres, names.readGroupName(d, a)],
    [names.NAME_LIMITS.iamRole, names.appRoleName(place, d, a)],
    [names.NAME_LIMITS.iamPolicy, names.appPolicyName(place, d, a, "consume")],
    [names.NAME_LIMITS.iamPolicy, names.boundaryPolicyName(place, d, "deploy")],
    [names.NAME_LIMITS.kmsAlias, names.keyAlias(place, d)],
    [names.NAME_LIMITS.snsTopic, names.alertTopicName(place, d)],
    [
      names.NAME_LIMITS.alarm,
      names.alarmName(place, d, p, m, ["lag", d, a, "x".repeat(32), "y".repeat(32), "z".repeat(32)]),
    ],
    [names.NAME_LIMITS.dashboard, names.dashboardName(place, d)],
    [names.NAME_LIMITS.logGroup, names.logGroupName(place, d)],
    [names.NAME_LIMITS.secret, names.appSecretName(place, d, a, "postgres")],
  ];

  test.each(cases)("$0.resource", ({ maxBytes }, name) => {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxBytes);
  });

  test("a bucket name over 63 characters keeps its start and ends in a hash of the whole", () => {
    expect(names.bucketName(longest.site, longest.domain)).toBe(
      "oooooooooooo-eeeeeeee-aaaaaaaaaaaaaaaaaaaa-1234567-b2d517dd4f40",
    );
  });

  test("S3's own rules: lower case, digits and single-sided hyphens", () => {
    fc.assert(
      fc.property(site, domain, (place_, of) => {
        expect(names.bucketName(place_, of)).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
      }),
      RUNS,
    );
  });
});

describe("shortening", () => {
  const limit = { resource: "thing", maxBytes: 30 };
  const long = fc.string({ unit: fc.constantFrom(..."ab-"), minLength: 31, maxLength: 60 });

  test("gives the same name for the same input, within the limit", () => {
    fc.assert(
      fc.property(long, (name) => {
        const short = names.shorten(name, limit, "#");
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(limit.maxBytes);
        expect(names.shorten(name, limit, "#")).toBe(short);
      }),
      RUNS,
    );
  });

  test("gives different names for different inputs, and never a full name", () => {
    fc.assert(
      fc.property(long, long, (one, other) => {
        fc.pre(one !== other);
        expect(names.shorten(one, limit, "#")).not.toBe(names.shorten(other, limit, "#"));
        expect(names.shorten(one, limit, "#")).toContain("#");
      }),
      RUNS,
    );
  });
});
