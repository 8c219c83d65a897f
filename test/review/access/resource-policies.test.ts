import { accessChanges } from "../../../src/review/access";
import { plain, UNKNOWN, type Value } from "../../../src/review/model";
import { change } from "../support/change";
import { policy } from "./texts";

type Fields = Readonly<Record<string, Value>>;

const told = (type: string, before: Fields | null, after: Fields | null): string[] =>
  accessChanges(change({ type, before, after })).map(
    ({ direction, system, sentence }) => `${direction} ${system}: ${plain(sentence)}`,
  );

const READER = "arn:aws:iam::111122223333:role/mesh/prod/orders/app/prod-orders--reader";

const allow = (principal: unknown, action: string): object => ({
  ...{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" },
});

describe("policies of things", () => {
  test.each<[string, Fields, string]>([
    ["aws_s3_bucket_policy", { bucket: "lake" }, "S3: anyone may `x:Read` on bucket `lake`"],
    ["aws_kms_key", { description: "data of orders" }, "KMS: anyone may `x:Read` on key `data of orders`"],
    ["aws_kms_key_policy", { key_id: "arn:aws:kms:eu:1:key/abc" }, "KMS: anyone may `x:Read` on key `abc`"],
    [
      "aws_sns_topic_policy",
      { arn: "arn:aws:sns:eu:1:alerts" },
      "SNS: anyone may `x:Read` on SNS topic `alerts`",
    ],
    ["aws_sns_topic", { name: "alerts" }, "SNS: anyone may `x:Read` on SNS topic `alerts`"],
    ["aws_sqs_queue_policy", { queue_url: "https://sqs/1/jobs" }, "SQS: anyone may `x:Read` on queue `jobs`"],
    ["aws_sqs_queue", { name: "jobs" }, "SQS: anyone may `x:Read` on queue `jobs`"],
    [
      "aws_secretsmanager_secret_policy",
      { secret_arn: "arn:aws:secretsmanager:eu:1:secret:mesh/prod/x-AbC123" },
      "Secrets Manager: anyone may `x:Read` on secret `mesh/prod/x`",
    ],
    ["aws_secretsmanager_secret", { name: "x" }, "Secrets Manager: anyone may `x:Read` on secret `x`"],
    ["aws_s3_bucket", { bucket: "lake" }, "S3: anyone may `x:Read` on bucket `lake`"],
  ])("%s says who may use the thing it stands at", (type, values, sentence) => {
    const open = { ...values, policy: policy(allow("*", "x:Read")) };

    expect(told(type, { ...values, policy: policy() }, open)).toEqual([`gained ${sentence}`]);
    expect(told(type, open, open)).toEqual([]);
  });

  test("a policy that goes from one thing to another is lost there and gained here", () => {
    const at = (bucket: string) => ({ bucket, policy: policy(allow("*", "s3:GetObject")) });

    expect(told("aws_s3_bucket_policy", at("lake"), at("sea"))).toEqual([
      "gained S3: anyone may `s3:GetObject` on bucket `sea`",
      "lost S3: anyone may no longer `s3:GetObject` on bucket `lake`",
    ]);
  });

  test("a key that is described otherwise is the same key", () => {
    const key = (description: string) => ({
      description,
      key_id: "a",
      policy: policy(allow("*", "kms:Decrypt")),
    });

    expect(told("aws_kms_key", key("data of orders"), key("orders"))).toEqual([]);
  });

  test("a topic's own policy that the provider makes up is not told", () => {
    expect(told("aws_sns_topic", null, { name: "alerts", policy: UNKNOWN })).toEqual([]);
  });

  test("principals are told in words", () => {
    const principals = {
      AWS: [READER, "111122223333", "arn:aws:sts::111122223333:assumed-role/reader/session"],
      Service: "glue.amazonaws.com",
      Federated: "ci.example",
      CanonicalUser: "abc",
    };

    expect(
      told(
        "aws_s3_bucket_policy",
        { bucket: "lake", policy: policy() },
        {
          bucket: "lake",
          policy: policy(allow(principals, "s3:Get*")),
        },
      ),
    ).toEqual([
      "gained S3: role `prod-orders--reader` of account `111122223333`, " +
        "session `session` of role `reader` of account `111122223333`, " +
        "whoever account `111122223333` lets, canonical user `abc`, whoever `ci.example` vouches for " +
        "and service `glue.amazonaws.com` may `s3:Get*` on bucket `lake`",
    ]);
  });

  test("a reader whom a denial spares from now on is let in, by name", () => {
    const sparing = (...arns: string[]): Fields => ({
      bucket: "lake",
      policy: policy({
        ...{ Effect: "Deny", Principal: "*", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::lake/v1/*" },
        Condition: {
          ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::1:role/platform/*", ...arns] },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      }),
    });
    const sentence = "denied `s3:GetObject` on `arn:aws:s3:::lake/v1/*`";
    const who = "role `prod-orders--reader` of account `111122223333`";

    expect(told("aws_s3_bucket_policy", sparing(), sparing(READER))).toEqual([
      `changed S3: ${who} is no longer ${sentence}, where something else allows it`,
    ]);
    expect(told("aws_s3_bucket_policy", sparing(), sparing("arn:aws:iam::111122223333:role/*"))).toEqual([
      `gained S3: \`arn:aws:iam::111122223333:role/*\` is no longer ${sentence}`,
    ]);
    expect(told("aws_s3_bucket_policy", sparing(READER), sparing())).toEqual([
      `lost S3: ${who} is now ${sentence}`,
    ]);
  });
});

test("a reader whom two denials are about is told once what it comes to", () => {
  const sparing = (...arns: string[]): Fields => ({
    key_id: "abc",
    policy: policy(
      {
        ...{ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
        Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::1:role/platform/*", ...arns] } },
      },
      {
        ...{ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
        Condition: {
          ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::1:role/other", ...arns] },
          StringNotEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
        },
      },
    ),
  });
  const who = "role `prod-orders--reader` of account `111122223333`";

  expect(told("aws_kms_key", sparing(READER), sparing())).toEqual([
    `lost KMS: ${who} is now denied \`kms:Decrypt\` on key \`abc\``,
  ]);
  expect(told("aws_kms_key", sparing(), sparing(READER))).toEqual([
    `changed KMS: ${who} is no longer denied \`kms:Decrypt\` on key \`abc\`, where something else allows it`,
  ]);
});

test.each<[string, object]>([
  ["the account", { AWS: "arn:aws:iam::111122223333:root" }],
  ["the reader", { AWS: READER }],
  ["anyone", { AWS: "*" }],
])("who is spared a denial gains what the same policy allows to %s", (_, principal) => {
  const sparing = (...arns: string[]): Fields => ({
    key_id: "abc",
    policy: policy(
      { Effect: "Allow", Principal: principal, Action: "kms:*", Resource: "*" },
      {
        ...{ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
        Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::1:role/platform/*", ...arns] } },
      },
    ),
  });

  expect(told("aws_kms_key", sparing(), sparing(READER))).toEqual([
    expect.stringMatching(/^gained KMS: role `prod-orders--reader` .* is no longer denied `kms:Decrypt`/),
  ]);
});

test("an allowance for more principals is told of those who are new", () => {
  const open = (...arns: string[]): Fields => ({
    bucket: "lake",
    policy: policy({ ...allow("*", "s3:Get*"), Condition: { ArnLike: { "aws:PrincipalArn": arns } } }),
  });

  expect(
    told("aws_s3_bucket_policy", open("arn:aws:iam::1:role/a"), open("arn:aws:iam::1:role/a", READER)),
  ).toEqual([
    "gained S3: role `prod-orders--reader` of account `111122223333` may `s3:Get*` on bucket `lake`",
  ]);
});

describe("public access", () => {
  const BLOCK = {
    ...{ block_public_acls: true, block_public_policy: true, ignore_public_acls: true },
    ...{ restrict_public_buckets: true, bucket: "lake" },
  };

  test("a block that is lifted opens the bucket to anyone", () => {
    expect(
      told("aws_s3_bucket_public_access_block", BLOCK, { ...BLOCK, block_public_policy: false }),
    ).toEqual(["gained S3: bucket `lake` can be opened to anyone: `block_public_policy` no longer holds"]);
    expect(told("aws_s3_bucket_public_access_block", BLOCK, null)).toEqual([
      expect.stringMatching(/^gained S3: bucket `lake` can be opened to anyone: /),
    ]);
    expect(told("aws_s3_account_public_access_block", { ...BLOCK, account_id: "1" }, null)).toEqual([
      expect.stringMatching(/^gained S3: account `1` can be opened to anyone: /),
    ]);
  });

  test("a block that is put in place is told", () => {
    expect(told("aws_s3_bucket_public_access_block", { ...BLOCK, ignore_public_acls: false }, BLOCK)).toEqual(
      ["lost S3: bucket `lake` can no longer be opened to anyone by what `ignore_public_acls` stops"],
    );
  });

  test("access control lists that count again are told", () => {
    const owned = (object_ownership: string) => ({ bucket: "lake", rule: [{ object_ownership }] });

    expect(
      told("aws_s3_bucket_ownership_controls", owned("BucketOwnerEnforced"), owned("ObjectWriter")),
    ).toEqual([
      "gained S3: whoever an access control list names may use bucket `lake`: its owner no longer decides alone",
    ]);
    expect(
      told("aws_s3_bucket_ownership_controls", owned("ObjectWriter"), owned("BucketOwnerEnforced")),
    ).toEqual(["lost S3: access control lists no longer let anyone into bucket `lake`"]);
  });

  test("access control lists that let others in are told", () => {
    const list = (uri: string, permission: string) => ({
      bucket: "lake",
      access_control_policy: [{ grant: [{ permission, grantee: [{ uri, id: "" }] }] }],
    });

    expect(told("aws_s3_bucket_acl", null, { bucket: "lake", acl: "public-read-write" })).toEqual([
      "gained S3: anyone may read and write bucket `lake`",
    ]);
    expect(
      told(
        "aws_s3_bucket_acl",
        null,
        list("http://acs.amazonaws.com/groups/global/AuthenticatedUsers", "READ_ACP"),
      ),
    ).toEqual(["gained S3: anyone with an AWS account may read acp bucket `lake`"]);
  });
});

test("a grant of a key is told with its context", () => {
  const grant = {
    ...{ key_id: "arn:aws:kms:eu:1:key/abc", grantee_principal: READER, operations: ["Decrypt", "Encrypt"] },
    constraints: [{ encryption_context_equals: { team: "a" } }],
  };

  expect(told("aws_kms_grant", null, grant)).toEqual([
    "gained KMS: role `prod-orders--reader` of account `111122223333` may `kms:Decrypt` and `kms:Encrypt` on key `abc` if `kms:EncryptionContext:team` is `a`",
  ]);
});

describe("Lake Formation", () => {
  test.each<[string, Fields, string]>([
    ["a database", { database: [{ name: "orders" }] }, "database `orders`"],
    [
      "a table",
      { table: [{ database_name: "orders", name: "lines", wildcard: false }] },
      "table `orders.lines`",
    ],
    [
      "all tables",
      { table: [{ database_name: "orders", wildcard: true }] },
      "every table of database `orders`",
    ],
    [
      "columns",
      { table_with_columns: [{ database_name: "orders", name: "lines", column_names: ["b", "a"] }] },
      "columns `a` and `b` of table `orders.lines`",
    ],
    [
      "all columns but some",
      { table_with_columns: [{ database_name: "o", name: "l", excluded_column_names: ["a"] }] },
      "all columns but `a` of table `o.l`",
    ],
    ["a location", { data_location: [{ arn: "arn:aws:s3:::lake" }] }, "location `arn:aws:s3:::lake`"],
    ["a filter", { data_cells_filter: [{ name: "eu" }] }, "data filter `eu`"],
    ["a tag", { lf_tag: [{ key: "team", values: ["b", "a"] }] }, "whatever has tag `team` of `a` or `b`"],
    [
      "tags",
      {
        lf_tag_policy: [
          {
            resource_type: "TABLE",
            expression: [
              { key: "a", values: ["1"] },
              { key: "b", values: ["2"] },
            ],
          },
        ],
      },
      "every table that is whatever has tag `a` of `1` and whatever has tag `b` of `2`",
    ],
    ["the catalog", { catalog_resource: true }, "the whole catalog"],
  ])("permissions on %s are told", (_, values, what) => {
    const permissions = { principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["SELECT"], ...values };

    expect(told("aws_lakeformation_permissions", null, permissions)).toEqual([
      `gained Lake Formation: anyone whom IAM lets may \`SELECT\` on ${what}`,
    ]);
  });

  test("what can be handed on is told as such", () => {
    const permissions = {
      principal: "111122223333",
      permissions: ["SELECT"],
      database: [{ name: "orders" }],
    };

    expect(
      told("aws_lakeformation_permissions", permissions, {
        ...permissions,
        permissions_with_grant_option: ["SELECT"],
      }),
    ).toEqual([
      "gained Lake Formation: whoever account `111122223333` lets may `SELECT` (and hand it on) on database `orders`",
      "lost Lake Formation: whoever account `111122223333` lets may no longer `SELECT` on database `orders`",
    ]);
  });
});

test("the last reader that a policy spares is told what it loses, and nothing is gained by how it is written", () => {
  const others = (...arns: string[]) => ({
    ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::1:role/platform/*", ...arns] },
  });
  const denied = { Effect: "Deny", Principal: "*", Action: "s3:GetObject" };
  const objects = "arn:aws:s3:::lake/v1/*";
  const before = policy(
    { ...denied, Resource: objects, Condition: others(READER) },
    { ...denied, NotResource: objects, Condition: others() },
    {
      ...{ ...denied, Resource: "arn:aws:s3:::lake/*" },
      Condition: {
        ArnLike: { "aws:PrincipalArn": [READER] },
        StringNotEquals: { "aws:SourceVpc": "vpc-1" },
      },
    },
  );
  const after = policy({ ...denied, Resource: "arn:aws:s3:::lake/*", Condition: others() });

  expect(
    told(
      "aws_s3_bucket_policy",
      { bucket: "lake", policy: before },
      { bucket: "lake", policy: after },
    ).filter((line) => !line.startsWith("lost")),
  ).toEqual([]);
  expect(
    told("aws_s3_bucket_policy", { bucket: "lake", policy: before }, { bucket: "lake", policy: after }),
  ).toEqual([
    expect.stringMatching(/^lost S3: role `prod-orders--reader` .* is now denied `s3:GetObject` on /),
  ]);
});
