import fc from "fast-check";
import { accessDiff } from "../../../src/review/access";
import { UNKNOWN, type ResourceChange, type Value } from "../../../src/review/model";
import { change } from "../support/change";
import { anyStatement } from "./statements";
import { accessLines, policy } from "./texts";

type Fields = Readonly<Record<string, Value>>;

const ACL = {
  ...{
    acl_principal: "User:traffic.campaign",
    acl_operation: "Read",
    acl_permission_type: "Allow",
    acl_host: "*",
  },
  ...{
    resource_type: "Topic",
    resource_name: "orders.order-placed.v2",
    resource_pattern_type_filter: "Literal",
  },
};

const READ = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::lake/*" };

const made = (type: string, name: string, after: Fields) => change({ type, name, after });
const gone = (type: string, name: string, before: Fields) => change({ type, name, before });
const same = (type: string, name: string, values: Fields) =>
  change({ type, name, before: values, after: values, action: "no-op" });

test("what one change takes and another gives again is no change", () => {
  expect(accessLines([gone("kafka_acl", "old", ACL), made("kafka_acl", "new", ACL)])).toEqual([]);
});

test("access that is given twice is lost with the last", () => {
  const [one, two] = [gone("kafka_acl", "one", ACL), same("kafka_acl", "two", ACL)];

  expect(accessLines([one, two])).toEqual([]);
  expect(accessLines([one])).toHaveLength(1);
});

test("the actions on one thing are one sentence, and so are the things of the same actions", () => {
  const acl = (name: string, acl_operation: string, resource_name: string) =>
    made("kafka_acl", name, { ...ACL, acl_operation, resource_name });

  expect(
    accessLines([
      acl("a", "Read", "x"),
      acl("b", "Describe", "y"),
      acl("c", "Read", "y"),
      acl("d", "Describe", "x"),
    ]),
  ).toEqual(["gained Kafka: `User:traffic.campaign` may describe and read topic `x` and topic `y`"]);
});

describe("privileges that everybody has by themselves", () => {
  const nothing = { ...{ role: "public", privileges: null, database: "mesh" }, with_grant_option: false };
  const functions = { ...nothing, object_type: "function", owner: "orders__owner", schema: null };
  const schema = { ...nothing, object_type: "schema", schema: "orders" };

  test("are lost when they are taken of what is there", () => {
    expect(
      accessLines([
        made("postgresql_default_privileges", "f", functions),
        made("postgresql_grant", "s", schema),
      ]),
    ).toEqual([
      "lost Postgres: anyone has no privileges left on functions that `orders__owner` will make of database `mesh`",
      "lost Postgres: anyone has no privileges left on schema `orders` of database `mesh`",
    ]);
  });

  test("are nobody's loss where the thing, or who makes it, is new", () => {
    expect(
      accessLines([
        made("postgresql_default_privileges", "f", functions),
        made("postgresql_role", "owner", { name: "orders__owner" }),
        made("postgresql_grant", "s", schema),
        made("postgresql_schema", "s", { name: "orders", database: "mesh" }),
      ]),
    ).toEqual([]);
  });
});

describe("a list of prefixes", () => {
  const listing = (...prefixes: string[]) => ({
    ...{ name: "p", role: "reader" },
    policy: policy({
      ...{ Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::lake" },
      Condition: { StringLike: { "s3:prefix": prefixes } },
    }),
  });
  const changed = (before: Fields, after: Fields) =>
    accessLines([change({ type: "aws_iam_role_policy", before, after })]);
  const told = "`s3:ListBucket` on `arn:aws:s3:::lake` if `s3:prefix` is like";

  test("is compared prefix by prefix", () => {
    expect(changed(listing("a/*", "b/*", "c/*"), listing("c/*", "d/*"))).toEqual([
      `gained IAM: role \`reader\` may ${told} \`d/*\``,
      `lost IAM: role \`reader\` may no longer ${told} \`a/*\` or \`b/*\``,
    ]);
  });
});

test("what is left out of everything but some things is told by those things", () => {
  const keeping = (...keys: string[]) => ({
    bucket: "lake",
    policy: policy({
      ...{
        Effect: "Deny",
        Principal: { AWS: "arn:aws:iam::111122223333:role/reader" },
        Action: "s3:GetObject",
      },
      NotResource: keys.map((key) => `arn:aws:s3:::lake/${key}/*`),
    }),
  });
  const both = change({
    type: "aws_s3_bucket_policy",
    before: keeping("a", "b"),
    after: keeping("a", "c", "d"),
  });

  expect(accessLines([both])).toEqual([
    "gained S3: role `reader` of account `111122223333` is no longer denied `s3:GetObject` on `arn:aws:s3:::lake/c/*` and `arn:aws:s3:::lake/d/*`",
    "lost S3: role `reader` of account `111122223333` is now denied `s3:GetObject` on `arn:aws:s3:::lake/b/*`",
  ]);
});

test("what is forgotten stays as it is", () => {
  const forgotten = change({ type: "kafka_acl", before: ACL, after: null, action: "forget" });

  expect(accessLines([forgotten])).toEqual([]);
});

test("data that is only read says nothing", () => {
  expect(accessLines([change({ type: "kafka_acl", mode: "data", after: ACL })])).toEqual([]);
});

describe("managed policies", () => {
  const ARN = "arn:aws:iam::1:policy/p";
  const managed = (...statements: object[]): Fields => ({
    name: "p",
    path: "/",
    arn: ARN,
    policy: policy(...statements),
  });
  const attachment = { role: "reader", policy_arn: ARN };

  test("a policy that changes is said of those who have it", () => {
    const changed = change({
      ...{ type: "aws_iam_policy", before: managed(READ) },
      after: managed({ ...READ, Action: ["s3:GetObject", "s3:PutObject"] }),
    });
    const attached = same("aws_iam_role_policy_attachment", "a", attachment);

    expect(accessLines([changed, attached])).toEqual([
      "gained IAM: role `reader` may `s3:PutObject` on `arn:aws:s3:::lake/*`",
    ]);
    expect(accessLines([changed])).toEqual([
      "gained IAM: whoever has policy `p` may `s3:PutObject` on `arn:aws:s3:::lake/*`",
    ]);
  });

  test("a policy that is made is found by what its attachment refers to", () => {
    const changes = [
      made("aws_iam_policy", "p", { ...managed(READ), arn: UNKNOWN }),
      made("aws_iam_role_policy_attachment", "a", { role: "reader", policy_arn: UNKNOWN }),
    ];
    const references = new Map([
      [
        "aws_iam_role_policy_attachment.a",
        new Map([["policy_arn", ["aws_iam_policy.p.arn", "aws_iam_policy.p"]]]),
      ],
    ]);

    expect(accessLines(changes, references)).toEqual([
      "gained IAM: role `reader` may `s3:GetObject` on `arn:aws:s3:::lake/*`",
    ]);
    expect(accessLines(changes)).toEqual([
      "gained IAM: role `reader` has policy `(known after apply)`",
      "gained IAM: whoever has policy `p` may `s3:GetObject` on `arn:aws:s3:::lake/*`",
    ]);
  });

  test("an attachment that goes takes what its policy allowed, and gives what it denied", () => {
    const both = managed(READ, { ...READ, Effect: "Deny", Action: "s3:PutObject" });

    expect(
      accessLines([
        same("aws_iam_policy", "p", both),
        gone("aws_iam_role_policy_attachment", "a", attachment),
      ]),
    ).toEqual([
      "gained IAM: role `reader` is no longer denied `s3:PutObject` on `arn:aws:s3:::lake/*`",
      "lost IAM: role `reader` may no longer `s3:GetObject` on `arn:aws:s3:::lake/*`",
    ]);
  });

  test("a description that replaces a policy changes nobody's access", () => {
    const changed = change({
      ...{ type: "aws_iam_policy", before: { ...managed(READ), description: "a" } },
      after: { ...managed(READ), arn: UNKNOWN, description: "b" },
      replacePaths: [["description"]],
    });
    const attached = change({
      ...{ type: "aws_iam_role_policy_attachment", name: "a", before: attachment },
      after: { ...attachment, policy_arn: UNKNOWN },
      replacePaths: [["policy_arn"]],
    });
    const references = new Map([
      ["aws_iam_role_policy_attachment.a", new Map([["policy_arn", ["aws_iam_policy.it"]]])],
    ]);

    expect(accessLines([changed, attached], references)).toEqual([]);
  });
});

describe("things that come and go", () => {
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::lake/*" };
  const bucket = { bucket: "lake" };
  const its = { bucket: "lake", policy: policy(deny) };
  const block = { bucket: "lake", block_public_acls: true };

  test("the denials of a new bucket are nobody's loss", () => {
    const all = [
      made("aws_s3_bucket", "b", bucket),
      made("aws_s3_bucket_policy", "p", its),
      made("aws_s3_bucket_public_access_block", "x", block),
    ];

    expect(accessLines(all)).toEqual([]);
    expect(accessLines(all.slice(1))).toHaveLength(2);
  });

  test("the denials of a bucket that is deleted are nobody's gain, those of one that stays are", () => {
    const all = [
      gone("aws_s3_bucket", "b", bucket),
      gone("aws_s3_bucket_policy", "p", its),
      gone("aws_s3_bucket_public_access_block", "x", block),
    ];

    expect(accessLines(all)).toEqual([]);
    expect(accessLines([same("aws_s3_bucket", "b", bucket), ...all.slice(1)])).toEqual([
      "gained S3: anyone is no longer denied `s3:*` on `arn:aws:s3:::lake/*`",
      "gained S3: bucket `lake` can be opened to anyone: `block_public_acls` no longer holds",
    ]);
  });

  test("the policy of a topic whose ARN is not known is that of a new topic", () => {
    const after: Fields = { arn: UNKNOWN, policy: policy({ ...deny, Action: "sns:Publish" }) };

    expect(accessLines([made("aws_sns_topic_policy", "p", after)])).toEqual([]);
  });
});

describe("properties", () => {
  const aclOf = (at: number, acl_permission_type: string): Fields => ({
    ...ACL,
    ...{ acl_permission_type, acl_operation: ["Read", "Write", "All"][at % 3] ?? "Read" },
    resource_name: `topic-${at % 4}`,
  });
  const anyAcl = fc.tuple(fc.nat(11), fc.constantFrom("Allow", "Deny")).map(([at, kind]) => aclOf(at, kind));
  const anyResource: fc.Arbitrary<readonly [string, Fields]> = fc.oneof(
    anyAcl.map((values) => ["kafka_acl", values] as const),
    fc
      .array(anyStatement, { maxLength: 4 })
      .map((all) => ["aws_s3_bucket_policy", { bucket: "lake", policy: policy(...all) }] as const),
    fc
      .array(anyStatement, { maxLength: 4 })
      .map((all) => ["aws_iam_role_policy", { role: "r", name: "p", policy: policy(...all) }] as const),
    fc.constant([
      "aws_iam_role",
      { name: "r", permissions_boundary: "arn:b", assume_role_policy: policy() },
    ] as const),
  );

  test("resources that only get other addresses change nobody's access", () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 6 }), (resources) => {
        const renamed = resources.flatMap(([type, values], at) => [
          gone(type, `old-${at}`, values),
          made(type, `new-${at}`, values),
        ]);

        expect(accessDiff(renamed)).toEqual([]);
      }),
    );
  });

  test("the order of the changes does not count", () => {
    const anyChange = fc.tuple(anyResource, fc.boolean(), fc.nat(99)).map(([[type, values], comes, at]) => {
      return comes ? made(type, `r${at}`, values) : gone(type, `r${at}`, values);
    });
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
        const backwards: ResourceChange[] = [...changes].reverse();

        expect(accessLines(backwards)).toEqual(accessLines(changes));
      }),
    );
  });

  test("an allowance for an action that nothing allowed is never silent", () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 5 }), anyStatement, (statements, more) => {
        const { NotAction: _, ...rest } = more as Record<string, unknown>;
        const isNew = { ...rest, Effect: "Allow", Action: "sqs:SendMessage" };
        const others = statements.map(({ NotAction, Action, ...each }) => ({
          ...each,
          Action: [Action ?? NotAction]
            .flat()
            .filter((action) => action !== "*")
            .concat("s3:ListBucket"),
        }));
        const bucket = (...all: object[]) => ({ bucket: "lake", policy: policy(...all) });
        const widened = change({
          ...{ type: "aws_s3_bucket_policy", before: bucket(...others) },
          after: bucket(...others, isNew),
        });

        expect(accessDiff([widened]).some(({ direction }) => direction === "gained")).toBe(true);
      }),
    );
  });
});

test("a policy as large as AWS takes is compared in a moment", () => {
  const many = (start: number) =>
    Array.from({ length: 60 }, (_, at) => ({
      ...{ Effect: "Allow", Action: Array.from({ length: 20 }, (_each, n) => `s3:Get${n}*`) },
      Resource: Array.from({ length: 10 }, (_each, n) => `arn:aws:s3:::lake-${start + at}/${n}/*`),
    }));
  const inline = (all: object[]) => ({ role: "r", name: "p", policy: policy(...all) });
  const started = Date.now();

  const found = accessDiff([
    change({ type: "aws_iam_role_policy", before: inline(many(0)), after: inline(many(30)) }),
  ]);

  expect(found).toHaveLength(2);
  expect(Date.now() - started).toBeLessThan(10_000);
});
