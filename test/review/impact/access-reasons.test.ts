import { accessDiff } from "../../../src/review/access";
import { accessReasons, agreementChanges } from "../../../src/review/impact";
import type { ResourceChange, Value } from "../../../src/review/model";
import { siteOf } from "../../../src/mesh";
import {
  appRoleName,
  bucketArn,
  bucketName,
  keyAlias,
  readGroupName,
  scramPrincipal,
  topicName,
} from "../../../src/names";
import { change } from "../support/change";
import { PORT, side } from "./side";

type Fields = Readonly<Record<string, Value>>;

const OPEN = side();
const CLOSED = side({ product: { shares: [] } });
const SITE = siteOf(OPEN.index.mesh, OPEN.environment, "orders");
const BUCKET = bucketArn(SITE, bucketName(SITE, "orders"));
const ROLE = appRoleName(SITE, "analytics", "revenue");
const AGREED = { kind: "agreement", reader: "analytics/revenue", port: PORT };
const NONE = { kind: "none" };
const own = (domain: string) => ({ kind: "own", domain });

/** Why access changes by some resources of the stack of `domain`. */
function reasons(changes: readonly ResourceChange[], domain = "analytics", [base, head] = [CLOSED, OPEN]) {
  const reasonOf = accessReasons(agreementChanges(base ?? OPEN, head ?? OPEN), [base ?? OPEN, head ?? OPEN]);
  return accessDiff(changes, undefined, reasonOf(domain)).map(({ direction, because }) => [
    direction,
    because,
  ]);
}

const acl = (acl_principal: string, acl_operation: string, resource_name: string, more: Fields = {}) =>
  change({
    type: "kafka_acl",
    after: {
      ...{ acl_principal, acl_operation, resource_name, resource_type: "Topic", acl_host: "*" },
      ...{ acl_permission_type: "Allow", resource_pattern_type_filter: "Literal", ...more },
    },
  });

const statement = (Action: string, Resource: string, Condition?: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource, Condition }] });
const inRole = (action: string, resource: string, condition?: object) =>
  change({
    type: "aws_iam_role_policy",
    after: { name: "p", role: ROLE, policy: statement(action, resource, condition) },
  });
/** Lets the reader at the port by the policy of the bucket, under a condition before. */
function inBucket(more: object, Condition?: object): ResourceChange {
  const Principal = { AWS: `arn:aws:iam::111122223333:role/mesh/prod/analytics/app/${ROLE}` };
  const Resource = `${BUCKET}/products/order-placed/v1/*`;
  const given = { Effect: "Allow", Principal, Action: "s3:GetObject", Resource, ...more };
  const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
  const bucket = bucketName(SITE, "orders");
  return change({
    type: "aws_s3_bucket_policy",
    before: { bucket, policy: Condition === undefined ? policy() : policy({ ...given, Condition }) },
    after: { bucket, policy: policy(given) },
  });
}
const granted = (...privileges: string[]) =>
  change({
    type: "postgresql_grant",
    after: {
      ...{ role: readGroupName("analytics", "revenue"), database: "mesh", object_type: "table" },
      ...{ schema: "orders__order_placed__v1", objects: [], columns: [], privileges },
    },
  });

const READER = scramPrincipal("analytics", "revenue");
const TOPIC = topicName("orders", "order-placed", 1);
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/*";
const ALIAS = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(SITE, "orders") } };
const PREFIX = { StringLike: { "s3:prefix": "products/order-placed/v1/*" } };

describe("what a reader gains", () => {
  test.each<[string, ResourceChange]>([
    ["the topic", acl(READER, "Read", TOPIC)],
    ["the objects", inRole("s3:GetObject", `${BUCKET}/products/order-placed/v1/*`)],
    ["the list of the objects", inRole("s3:ListBucket", BUCKET, PREFIX)],
    ["the key", inRole("kms:Decrypt", KEY, ALIAS)],
    ["the tables", granted("SELECT")],
  ])("is explained by the agreement: %s", (_, made) => {
    expect(reasons([made])).toEqual([["gained", AGREED]]);
    expect(reasons([made], "analytics", [OPEN, OPEN])).toEqual([["gained", AGREED]]);
    expect(reasons([made], "analytics", [OPEN, CLOSED])).toEqual([["gained", NONE]]);
  });

  test.each<[string, ResourceChange]>([
    ["to write to it", acl(READER, "Write", TOPIC)],
    ["to read other topics", acl(READER, "Read", "orders.", { resource_pattern_type_filter: "Prefixed" })],
    ["to read dead letters", acl(READER, "Read", `${TOPIC}.dlq`)],
    ["for another reader", acl("User:marketing.campaign", "Read", TOPIC)],
    ["for anyone", acl("User:*", "Read", TOPIC)],
    ["to write objects", inRole("s3:PutObject", `${BUCKET}/products/order-placed/v1/*`)],
    ["to read all objects", inRole("s3:GetObject", `${BUCKET}/*`)],
    ["to list all objects", inRole("s3:ListBucket", BUCKET)],
    ["to use every key", inRole("kms:Decrypt", KEY)],
    ["to write rows", granted("SELECT", "INSERT")],
    ["all that a bucket's policy can give", inBucket({ Resource: "*" })],
    ["what was held to a condition before", inBucket({}, { StringEquals: { "aws:SourceVpce": "vpce-1" } })],
  ])("is not explained when it is more than the agreement: %s", (_, made) => {
    expect(reasons([made])).toContainEqual(["gained", NONE]);
  });
});

test("what a reader loses is explained by an agreement that ends, and by none that stays", () => {
  const gone = change({ type: "kafka_acl", before: acl(READER, "Read", TOPIC).after });

  expect(reasons([gone], "orders", [OPEN, CLOSED])).toEqual([["lost", AGREED]]);
  expect(reasons([gone], "orders", [OPEN, OPEN])).toEqual([["lost", NONE]]);
});

describe("a denial of everybody else", () => {
  const NEW = side({ without: "product" });
  const keepsOut = (key: string) =>
    change({
      type: "aws_s3_bucket_policy",
      before: { bucket: bucketName(SITE, "orders"), policy: JSON.stringify({ Statement: [] }) },
      after: {
        bucket: bucketName(SITE, "orders"),
        policy: JSON.stringify({
          Statement: [
            { Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: `${BUCKET}/${key}` },
          ],
        }),
      },
    });

  const turned = (made: ResourceChange) =>
    change({ type: made.type, before: made.after, after: made.before });

  test("comes and goes with the port that it is about", () => {
    const port = keepsOut("products/order-placed/v1/*");

    expect(reasons([port], "orders", [NEW, OPEN])).toEqual([["lost", own("orders")]]);
    expect(reasons([turned(port)], "orders", [OPEN, NEW])).toEqual([["gained", own("orders")]]);
  });

  test("is a widening when it goes and the port stays", () => {
    for (const key of ["products/order-placed/v1/*", "*"]) {
      expect(reasons([turned(keepsOut(key))], "orders", [OPEN, OPEN])).toEqual([["gained", NONE]]);
      expect(reasons([keepsOut(key)], "orders", [OPEN, OPEN])).toEqual([["lost", own("orders")]]);
    }
  });
});

test("the last reader of a domain who is kept out of all of it has lost the agreement", () => {
  const keepsOut = change({
    type: "aws_s3_bucket_policy",
    before: { bucket: bucketName(SITE, "orders"), policy: JSON.stringify({ Statement: [] }) },
    after: {
      bucket: bucketName(SITE, "orders"),
      policy: JSON.stringify({
        Statement: [
          {
            ...{ Effect: "Deny", Action: "s3:GetObject", Resource: `${BUCKET}/*` },
            Principal: { AWS: `arn:aws:iam::111122223333:role/mesh/prod/analytics/app/${ROLE}` },
          },
        ],
      }),
    },
  });

  expect(reasons([keepsOut], "orders", [OPEN, CLOSED])).toEqual([["lost", AGREED]]);
  expect(reasons([keepsOut], "orders", [OPEN, OPEN])).toEqual([["lost", NONE]]);
});

describe("within a domain", () => {
  const key = (principal: object, condition?: object) =>
    change({
      type: "aws_kms_key",
      after: {
        description: "data",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: principal, Action: "kms:*", Resource: "*", Condition: condition },
          ],
        }),
      },
    });
  const account = { StringEquals: { "aws:SourceAccount": "111122223333" } };

  test.each<[string, string, ResourceChange]>([
    ["an app and its topic", "orders", acl(scramPrincipal("orders", "order-placed"), "Write", TOPIC)],
    ["the account and a key", "orders", key({ AWS: "arn:aws:iam::111122223333:root" })],
    ["a service that acts for it", "orders", key({ Service: "logs.amazonaws.com" }, account)],
    ["what every app may", "analytics", inRole("kafka-cluster:Connect", "arn:aws:kafka:eu:1:cluster/mesh/1")],
    [
      "its metrics",
      "analytics",
      inRole("cloudwatch:PutMetricData", "*", { StringEquals: { "cloudwatch:namespace": "Mesh/analytics" } }),
    ],
  ])("it is its own: %s", (_, domain, made) => {
    expect(reasons([made], domain)).toEqual([["gained", own(domain)]]);
  });

  test.each<[string, ResourceChange]>([
    ["another account", key({ AWS: "arn:aws:iam::999900001111:root" })],
    ["anyone", key({ AWS: "*" })],
    ["a service for whomever it acts", key({ Service: "logs.amazonaws.com" })],
    ["another domain's app", key({ AWS: "arn:aws:iam::111122223333:role/mesh/prod/marketing/app/x" })],
    [
      "a service for another account",
      key({ Service: "logs.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "999900001111" } }),
    ],
    [
      "what the account of other domains lets, but with a key",
      change({
        type: "aws_s3_bucket_policy",
        after: {
          bucket: bucketName(SITE, "orders"),
          policy: JSON.stringify({
            Statement: [
              {
                ...{ Effect: "Allow", Action: "s3:*", Resource: `${BUCKET}/*` },
                Principal: { AWS: "arn:aws:iam::111122223333:root" },
              },
            ],
          }),
        },
      }),
    ],
    [
      "everything on the server, for its own role",
      change({ type: "postgresql_role", after: { name: "orders__owner", superuser: true } }),
    ],
    [
      "a role that is called like its own",
      key({ AWS: `arn:aws:iam::999900001111:role/mesh/prod/orders/app/x` }),
    ],
  ])("it is not: %s", (_, made) => {
    expect(reasons([made], "orders")).toEqual([["gained", NONE]]);
  });
});
