import fc from "fast-check";
import type { Value } from "../../../src/offline/model";
import { IN_ORDER, sampleOf } from "./samples";
import { ACCOUNT, changedNames, REGION, Stack, temporaryWorld, UNKNOWN, type Fields } from "./support";

const aws = new Stack("aws");
const kafka = new Stack("kafka");
const postgresql = new Stack("postgresql");

const created = (stack: Stack, type: string, change: Fields = {}): Fields =>
  stack.plan(type, null, { ...sampleOf(type), ...change }).planned as Fields;

const unknownsOf = (planned: Fields): string[] =>
  Object.keys(planned)
    .filter((name) => planned[name] === UNKNOWN)
    .sort();

describe("a plan to create", () => {
  test("a topic knows everything but its id", () => {
    expect(unknownsOf(created(kafka, "kafka_topic"))).toEqual(["id"]);
  });

  test("an ACL has the pattern type Literal when it names none", () => {
    expect(created(kafka, "kafka_acl", { resource_pattern_type_filter: null })).toMatchObject({
      resource_pattern_type_filter: "Literal",
    });
  });

  test("a credential has no write-only password", () => {
    expect(created(kafka, "kafka_user_scram_credential", { scram_iterations: null })).toMatchObject({
      password_wo: null,
      password_wo_version: "1",
      scram_iterations: 4096,
    });
  });

  test("a role has the provider's defaults", () => {
    expect(created(postgresql, "postgresql_role")).toEqual({
      ...{
        assume_role: null,
        bypass_row_level_security: false,
        connection_limit: -1,
        create_database: false,
      },
      ...{
        create_role: false,
        encrypted: null,
        encrypted_password: true,
        id: UNKNOWN,
        inherit: true,
        login: false,
      },
      ...{
        idle_in_transaction_session_timeout: null,
        name: "orders__owner",
        password: null,
        password_wo: null,
      },
      ...{
        password_wo_version: null,
        replication: false,
        roles: null,
        search_path: null,
        skip_drop_role: false,
      },
      ...{ skip_reassign_owned: false, statement_timeout: null, superuser: false, valid_until: "infinity" },
    });
  });

  test("a schema leaves its policies to the server", () => {
    expect(unknownsOf(created(postgresql, "postgresql_schema"))).toEqual(["id", "policy"]);
  });

  test("a bucket knows its region and all its tags, not what S3 will say", () => {
    const planned = created(aws, "aws_s3_bucket");

    expect(planned).toMatchObject({
      region: REGION,
      tags_all: { "mesh:env": "dev", "mesh:domain": "orders" },
      force_destroy: false,
    });
    expect(unknownsOf(planned)).toEqual([
      ...["acceleration_status", "acl", "arn", "bucket_domain_name", "bucket_prefix", "bucket_region"],
      ...[
        "bucket_regional_domain_name",
        "cors_rule",
        "grant",
        "hosted_zone_id",
        "id",
        "lifecycle_rule",
        "logging",
      ],
      ...[
        "object_lock_configuration",
        "object_lock_enabled",
        "policy",
        "replication_configuration",
        "request_payer",
      ],
      ...[
        "server_side_encryption_configuration",
        "versioning",
        "website",
        "website_domain",
        "website_endpoint",
      ],
    ]);
  });

  test("does not know all tags before it knows the resource's own", () => {
    const planned = created(aws, "aws_sns_topic", { tags: { "mesh:domain": UNKNOWN } });

    expect([planned.tags, planned.tags_all]).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("without any tag does not know all tags", () => {
    const untagged = new Stack("aws", undefined, { default_tags: [] });

    expect(created(untagged, "aws_sns_topic").tags_all).toBe(UNKNOWN);
  });

  test("a lifecycle configuration has the zero values of the provider's older library", () => {
    expect(created(aws, "aws_s3_bucket_lifecycle_configuration")).toMatchObject({
      transition_default_minimum_object_size: "all_storage_classes_128K",
      rule: [
        {
          prefix: "",
          expiration: [{ date: null, days: 400, expired_object_delete_marker: false }],
          filter: [{ prefix: "products/", object_size_greater_than: null, object_size_less_than: null }],
        },
        { prefix: "", abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] },
      ],
    });
  });

  test("makes a collection with one unknown element unknown as a whole", () => {
    expect(created(kafka, "kafka_topic", { config: { a: "1", b: UNKNOWN } }).config).toBe(UNKNOWN);
    expect(created(postgresql, "postgresql_role", { roles: ["a", UNKNOWN] }).roles).toBe(UNKNOWN);
    expect(created(postgresql, "postgresql_role", { search_path: ["a", UNKNOWN] }).search_path).toBe(UNKNOWN);
  });

  test("leaves elements of nothing out of a map, and an empty map or set altogether", () => {
    expect(created(kafka, "kafka_topic", { config: { a: "1", b: null } }).config).toEqual({ a: "1" });
    expect(created(kafka, "kafka_topic", { config: {} }).config).toBeNull();
    expect(created(postgresql, "postgresql_grant", { privileges: [] }).privileges).toBeNull();
    expect(created(postgresql, "postgresql_role", { search_path: [] }).search_path).toEqual([]);
  });
});

describe("a plan to change", () => {
  const changed = async (
    stack: Stack,
    type: string,
    change: Fields,
    first: Fields = {},
  ): Promise<string[]> => {
    const before = await stack.apply(type, { ...sampleOf(type), ...first });
    const { planned } = stack.plan(type, before, { ...sampleOf(type), ...first, ...change });
    return changedNames(before, planned);
  };

  test("takes policies that differ in form for equal", async () => {
    const policy = (text: object) => ({ policy: JSON.stringify(text, null, 2) });
    const same = {
      Statement: { Resource: ["*"], Action: "s3:Get*", Effect: "Allow", Sid: "A" },
      Version: "2012-10-17",
    };

    expect(await changed(aws, "aws_iam_policy", policy(same))).toEqual([]);
    expect(await changed(aws, "aws_iam_policy", policy({ ...same, Version: "2008-10-17" }))).toEqual([
      "policy",
    ]);
  });

  test("takes dashboards that differ in form for equal, but not in the order of widgets", async () => {
    const first = { dashboard_body: '{"widgets":[1,2],"start":"a"}' };

    expect(
      await changed(
        aws,
        "aws_cloudwatch_dashboard",
        { dashboard_body: '{ "start": "a", "widgets": [1, 2] }' },
        first,
      ),
    ).toEqual([]);
    expect(
      await changed(
        aws,
        "aws_cloudwatch_dashboard",
        { dashboard_body: '{"start":"a","widgets":[2,1]}' },
        first,
      ),
    ).toEqual(["dashboard_body"]);
  });

  test("takes a key's id and its ARN for the same target of an alias", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    const arn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`;

    expect(await changed(aws, "aws_kms_alias", { target_key_id: arn }, { target_key_id: id })).toEqual([]);
  });

  test("empties a collection that is taken away", async () => {
    const before = await kafka.apply("kafka_topic", sampleOf("kafka_topic"));

    const { planned } = kafka.plan("kafka_topic", before, { ...sampleOf("kafka_topic"), config: null });

    expect(planned).toEqual({ ...before, config: {} });
  });

  test.each<[string, Value, Value]>([
    ["null", "", null],
    ["an empty text", null, ""],
  ])("takes %s for what it is in the plugin SDK: no change", async (_name, before, after) => {
    expect(await changed(aws, "aws_sns_topic", { display_name: after }, { display_name: before })).toEqual(
      [],
    );
  });

  test("takes false for a change from nothing only beside another change, as the plugin SDK does", async () => {
    const type = "aws_s3_bucket_public_access_block";

    expect(await changed(aws, type, { skip_destroy: false })).toEqual([]);
    expect(await changed(aws, type, { skip_destroy: false, ignore_public_acls: true })).toEqual([
      "ignore_public_acls",
      "skip_destroy",
    ]);
  });

  test("takes a set in another order for equal", async () => {
    const [first, change] = [{ privileges: ["SELECT", "INSERT"] }, { privileges: ["INSERT", "SELECT"] }];

    expect(await changed(postgresql, "postgresql_grant", change, first)).toEqual([]);
  });

  test("takes blocks of a set in another order for equal", async () => {
    const queries = ["a", "b"].map((id) => ({ id, expression: "1" }));

    expect(
      await changed(
        aws,
        "aws_cloudwatch_metric_alarm",
        { metric_query: [...queries].reverse() },
        { metric_query: queries },
      ),
    ).toEqual([]);
  });

  test("leaves a thing in the region it was made in", async () => {
    const before = await aws.apply("aws_sns_topic", sampleOf("aws_sns_topic"));
    const moved = new Stack("aws", undefined, { region: "eu-west-1" });

    const { planned, requiresReplace } = moved.plan("aws_sns_topic", before, sampleOf("aws_sns_topic"));

    expect([planned, requiresReplace]).toEqual([before, []]);
  });

  test("takes a list in another order for a change", async () => {
    const [first, change] = [{ search_path: ["a", "b"] }, { search_path: ["b", "a"] }];

    expect(await changed(postgresql, "postgresql_role", change, first)).toEqual(["search_path"]);
  });

  test("goes back to the default when a person takes a value back", async () => {
    const before = await postgresql.apply("postgresql_role", {
      ...sampleOf("postgresql_role"),
      connection_limit: 5,
    });

    expect(postgresql.plan("postgresql_role", before, sampleOf("postgresql_role")).planned).toMatchObject({
      connection_limit: -1,
    });
  });

  test("changes a secret's version and never shows the secret", async () => {
    const change = { password_wo: "another", password_wo_version: "2" };

    expect(await changed(kafka, "kafka_user_scram_credential", change)).toEqual(["password_wo_version"]);
    expect(await changed(kafka, "kafka_user_scram_credential", { password_wo: "another" })).toEqual([]);
  });

  test("adds the new tags to all tags", async () => {
    expect(await changed(aws, "aws_s3_bucket", { tags: { a: "b" } })).toEqual(["tags", "tags_all"]);
  });

  test("never disables the versioning of a bucket that has it", async () => {
    const before = await aws.apply("aws_s3_bucket_versioning", sampleOf("aws_s3_bucket_versioning"));

    const { diagnostics } = aws.plan("aws_s3_bucket_versioning", before, {
      ...sampleOf("aws_s3_bucket_versioning"),
      versioning_configuration: [{ status: "Disabled" }],
    });

    expect(diagnostics).toEqual([
      {
        severity: "error",
        summary: "versioning_configuration.status cannot be updated from 'Enabled' to 'Disabled'",
      },
    ]);
  });

  test("to nothing is a deletion", async () => {
    const before = await kafka.apply("kafka_topic", sampleOf("kafka_topic"));

    expect(kafka.provider.plan("kafka_topic", before, null, null)).toEqual({
      planned: null,
      requiresReplace: [],
      legacyTypeSystem: true,
      diagnostics: [],
    });
  });

  test("is settled after it was applied, whatever changed", async () => {
    const stack = new Stack("kafka", temporaryWorld());
    const topics = fc.record({
      partitions: fc.integer({ min: 1, max: 50 }),
      replication_factor: fc.integer({ min: 1, max: 5 }),
      config: fc.option(
        fc.dictionary(fc.constantFrom("a", "b", "c"), fc.string(), { noNullPrototype: true }),
      ),
    });
    let state: Fields | null = null;

    await fc.assert(
      fc.asyncProperty(topics, async (topic) => {
        const config = { name: "orders.a.v1", ...topic };
        state = await stack.apply("kafka_topic", config, state);

        expect(stack.plan("kafka_topic", await stack.read("kafka_topic", state), config).planned).toEqual(
          state,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("a resource type the engine does not know", () => {
  test("is named with those it knows", () => {
    expect(() => kafka.provider.validateResource("kafka_cluster", {})).toThrow(
      "the offline engine has no schema of resource type 'kafka_cluster' of provider 'kafka'; " +
        "it knows kafka_acl, kafka_quota, kafka_topic, kafka_user_scram_credential",
    );
  });

  test("is none of those the samples have", () => {
    expect(IN_ORDER).toHaveLength(32);
  });
});
