import { iam, refusal, s3 } from "./refusal";
import { BUCKET, POLICY_ARN, sampleOf } from "./samples";
import { Stack, temporaryWorld, type Fields } from "./support";

describe("an ACL of words the provider does not know", () => {
  test.each([
    [{ acl_operation: "Peek" }, "unknown operation: Peek"],
    [{ acl_permission_type: "Maybe" }, "unknown permission type: Maybe"],
    [{ resource_type: "Queue" }, "unknown resource type: Queue"],
    [{ resource_pattern_type_filter: "prefixed" }, "unknown pattern type filter: 'prefixed'"],
  ])("%j is refused when it is applied", async (change, words) => {
    const stack = new Stack("kafka", temporaryWorld());

    expect(await refusal(stack.apply("kafka_acl", { ...sampleOf("kafka_acl"), ...change }))).toBe(words);
  });
});

describe("two stacks that claim one name", () => {
  test.each<["aws" | "kafka" | "postgresql", string, string]>([
    ["kafka", "kafka_topic", "kafka server: Topic with this name already exists"],
    [
      "postgresql",
      "postgresql_role",
      'error creating role orders__owner: pq: role "orders__owner" already exists',
    ],
    [
      "aws",
      "aws_s3_bucket",
      s3(`creating S3 Bucket (${BUCKET})`, "CreateBucket", 409, "").replace(
        "api error ",
        "BucketAlreadyOwnedByYou: ",
      ),
    ],
    [
      "aws",
      "aws_iam_policy",
      iam(
        "creating IAM Policy (p)",
        "CreatePolicy",
        409,
        "EntityAlreadyExists: A policy called p already exists. Duplicate names are not allowed.",
      ),
    ],
    [
      "aws",
      "aws_sns_topic",
      "creating SNS Topic (alerts): operation error SNS: CreateTopic, https response error StatusCode: 400, RequestID: <id>, InvalidParameter: Invalid parameter: Attributes Reason: Topic already exists with different attributes",
    ],
  ])("hear from %s about a second %s", async (name, type, words) => {
    const world = temporaryWorld();
    await new Stack(name, world).apply(type, sampleOf(type));
    const before = world.list();

    expect(await refusal(new Stack(name, world).apply(type, sampleOf(type)))).toBe(words);
    expect(world.list()).toEqual(before);
  });

  test("hear about a second schema, unless they said it may be there", async () => {
    const stack = new Stack("postgresql", temporaryWorld());
    await stack.apply("postgresql_role", sampleOf("postgresql_role"));
    await stack.apply("postgresql_schema", sampleOf("postgresql_schema"));

    expect(await refusal(stack.apply("postgresql_schema", sampleOf("postgresql_schema")))).toBe(
      'error creating schema orders: pq: schema "orders" already exists',
    );
    expect(
      await refusal(
        stack.apply("postgresql_schema", { ...sampleOf("postgresql_schema"), if_not_exists: true }),
      ),
    ).toBe("done");
  });

  test("may have roles of the same name in two accounts", async () => {
    const world = temporaryWorld();
    const config = { ...sampleOf("aws_iam_role"), permissions_boundary: null };
    await new Stack("aws", world).apply("aws_iam_role", config);

    const other = new Stack("aws", world, { allowed_account_ids: ["222233334444"] });

    expect(await refusal(other.apply("aws_iam_role", config))).toBe("done");
  });

  test("cannot rename a role to one that is there", async () => {
    const stack = new Stack("postgresql", temporaryWorld());
    const state = await stack.apply("postgresql_role", { name: "a" });
    await stack.apply("postgresql_role", { name: "b" });

    expect(await refusal(stack.apply("postgresql_role", { name: "b" }, state))).toBe(
      'error creating role b: pq: role "b" already exists',
    );
    expect((await stack.apply("postgresql_role", { name: "c" }, state)).id).toBe("c");
  });
});

describe("what must be there before", () => {
  const database = new Stack("postgresql", temporaryWorld());
  const cloud = new Stack("aws", temporaryWorld());

  test.each<[string, Fields, string]>([
    ["postgresql_grant", {}, "could not find schema 'orders' while looking for owner"],
    [
      "postgresql_grant",
      { schema: "public" },
      'could not execute revoke query: pq: role "orders__owner" does not exist',
    ],
    [
      "postgresql_grant",
      { database: "other" },
      'error connecting to PostgreSQL server: pq: database "other" does not exist',
    ],
    ["postgresql_schema", {}, 'error creating schema orders: pq: role "orders__owner" does not exist'],
    [
      "postgresql_default_privileges",
      {},
      'could not revoke default privileges: pq: role "orders__owner" does not exist',
    ],
    [
      "postgresql_role",
      { roles: ["rds_iam"] },
      'could not grant role rds_iam to orders__owner: pq: role "rds_iam" does not exist',
    ],
    ["postgresql_grant", { schema: null }, "parameter 'schema' is mandatory for postgresql_grant resource"],
    [
      "postgresql_grant",
      { privileges: ["USAGE"] },
      "USAGE is not an allowed privilege for object type table",
    ],
    ["postgresql_role", { name: "pg_x" }, 'error creating role pg_x: pq: role name "pg_x" is reserved'],
  ])("a %s with %j", async (type, change, words) => {
    expect(await refusal(database.apply(type, { ...sampleOf(type), ...change }))).toBe(words);
  });

  test("is asked only for what is new: a role can change while an old group of it is gone", async () => {
    const world = temporaryWorld({ contents: [["postgresql_role", "group", { name: "group" }]] });
    const stack = new Stack("postgresql", world);
    const state = await stack.apply("postgresql_role", { name: "a", roles: ["group"] });
    await world.remove("postgresql_role", "group");

    expect(
      await refusal(stack.apply("postgresql_role", { name: "a", roles: ["group"], login: true }, state)),
    ).toBe("done");
  });

  test("is PUBLIC, the schema public, and rds_iam where the server knows IAM", async () => {
    const rds = new Stack("postgresql", temporaryWorld(), { aws_rds_iam_auth: true });
    const grant = {
      role: "public",
      database: "mesh",
      schema: "public",
      object_type: "schema",
      privileges: [],
    };

    expect(await refusal(rds.apply("postgresql_grant", grant))).toBe("done");
    expect(await refusal(rds.apply("postgresql_role", { name: "a", roles: ["rds_iam"] }))).toBe("done");
  });

  test.each<[string, string]>([
    [
      "aws_s3_bucket_server_side_encryption_configuration",
      s3(
        `creating S3 Bucket (${BUCKET}) Server-side Encryption Configuration`,
        "PutBucketEncryption",
        404,
        "NoSuchBucket: The specified bucket does not exist",
      ),
    ],
    [
      "aws_iam_role",
      iam(
        "creating IAM Role",
        "CreateRole",
        404,
        `NoSuchEntity: Scope ARN: ${POLICY_ARN} does not exist or is not attachable.`,
      ),
    ],
    [
      "aws_iam_role_policy_attachment",
      iam(
        `attaching IAM Policy (${POLICY_ARN}) to IAM Role (orders--app)`,
        "AttachRolePolicy",
        404,
        "NoSuchEntity: The role with name orders--app cannot be found.",
      ),
    ],
  ])("a %s", async (type, words) => {
    expect(await refusal(cloud.apply(type, sampleOf(type)))).toBe(words);
    expect(cloud.world?.list()).toEqual([]);
  });
});
