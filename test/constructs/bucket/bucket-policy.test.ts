import fc from "fast-check";
import {
  bucketPolicyStatements,
  bucketReadStatements,
  bucketWriteStatements,
  renderBucketPolicy,
  type BucketReader,
} from "../../../constructs/bucket";
import { roleArnOf, type AppIdentity } from "../../../constructs/identity";
import { POLICY_LIMITS, policyDocument, type PolicyDocument } from "../../../constructs/policy";
import { bucketArn, bucketName, keyAlias, keyAliasArn, objectArn } from "../../../src/names";
import { PROD, analyticsReader, ordersApp, vendorReader } from "../../support/fixtures";
import { unmissedStatements, wrongCases, type PolicyCase } from "../../support/mutation";
import type { SimulatedRequest } from "../../support/simulate";

const site = PROD.site;
const owner = { site, domain: "orders" };
const placed = { product: "order-placed", major: 1 };
const returned = { product: "order-returned", major: 2 };
const payroll = { product: "payroll", major: 1 };

const BUCKET = bucketArn(site, bucketName(site, "orders"));
const object = (key: string): string => objectArn(site, bucketName(site, "orders"), key);

const everything = policyDocument([{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }]);
const asReader = policyDocument(bucketReadStatements(owner, [placed, returned]));
const asWriter = policyDocument(bucketWriteStatements(owner, [placed]));

const policyFor = (readers: readonly BucketReader[]): PolicyDocument =>
  policyDocument(bucketPolicyStatements({ ...owner, platformSite: site, readers }));
const placedReader: AppIdentity = { domain: "pricing", app: "reader", site };
const returnedReader: AppIdentity = { domain: "support", app: "reader", site };
const READERS: readonly BucketReader[] = [
  { reader: analyticsReader, ports: [placed, returned] },
  { reader: placedReader, ports: [placed] },
  { reader: returnedReader, ports: [returned] },
  { reader: vendorReader, ports: [placed] },
];
const policy = policyFor(READERS);

const usersApp: AppIdentity = { domain: "users", app: "user-profile", site };
const ordersEuApp: AppIdentity = { domain: "orders-eu", app: "order-placed", site };

type Ask = Partial<SimulatedRequest> & { readonly identity: PolicyDocument };
const request = (app: AppIdentity, action: string, { identity, ...rest }: Ask): SimulatedRequest => ({
  principal: roleArnOf(app),
  identityPolicies: [identity],
  action: `s3:${action}`,
  resource: object("products/order-placed/v1/2027/a.parquet"),
  resourceAccount: site.account,
  ...rest,
});
const may = (name: string, asked: SimulatedRequest): PolicyCase => ({
  name,
  expected: "Allowed",
  request: asked,
});
const mayNot = (name: string, asked: SimulatedRequest): PolicyCase => ({
  name,
  expected: "Denied",
  request: asked,
});

const listing = (prefix: string) => ({ resource: BUCKET, context: { "s3:prefix": prefix } });
const encryption = (key: string | undefined, algorithm = "aws:kms") => ({
  context: {
    "s3:x-amz-server-side-encryption": algorithm,
    ...(key === undefined ? {} : { "s3:x-amz-server-side-encryption-aws-kms-key-id": key }),
  },
});
const own = { identity: asWriter };
const owns = { identity: everything };
const reads = { identity: asReader };
const V2 = { resource: object("products/order-placed/v2/a") };
const LOOKALIKE = { resource: object("products/order-placed/v10/a") };
const RETURNED = { resource: object("products/order-returned/v2/a") };
const PAYROLL = { resource: object("products/payroll/v1/a") };
const otherVendorApp = { ...vendorReader, app: "other" };

const CASES: readonly PolicyCase[] = [
  may("own app writes its port", request(ordersApp, "PutObject", own)),
  mayNot("own app writes another port", request(ordersApp, "PutObject", { ...own, ...PAYROLL })),
  mayNot("own app deletes", request(ordersApp, "DeleteObject", own)),
  mayNot(
    "plaintext",
    request(ordersApp, "PutObject", { ...own, context: { "aws:SecureTransport": "false" } }),
  ),
  mayNot("TLS 1.1", request(ordersApp, "PutObject", { ...own, context: { "s3:TlsVersion": "1.1" } })),
  mayNot(
    "plaintext listing",
    request(ordersApp, "ListBucket", {
      ...owns,
      resource: BUCKET,
      context: { "aws:SecureTransport": "false" },
    }),
  ),
  may(
    "own app names the domain's alias",
    request(ordersApp, "PutObject", { ...own, ...encryption(keyAliasArn(site, keyAlias(site, "orders"))) }),
  ),
  mayNot(
    "own app names another key",
    request(ordersApp, "PutObject", { ...own, ...encryption(keyAliasArn(site, keyAlias(site, "users"))) }),
  ),
  mayNot(
    "own app asks for KMS and names no key",
    request(ordersApp, "PutObject", { ...own, ...encryption(undefined) }),
  ),
  mayNot(
    "own app asks for S3's keys",
    request(ordersApp, "PutObject", { ...own, ...encryption(undefined, "AES256") }),
  ),
  mayNot("another domain reads", request(usersApp, "GetObject", owns)),
  mayNot("a domain whose name starts alike reads", request(ordersEuApp, "GetObject", owns)),
  mayNot("another domain lists", request(usersApp, "ListBucket", { ...owns, ...listing("") })),
  mayNot(
    "another domain opens the bucket",
    request(usersApp, "DeleteBucketPolicy", { ...owns, resource: BUCKET }),
  ),
  mayNot("the account's administrator reads", {
    ...request(usersApp, "GetObject", owns),
    principal: "arn:aws:iam::111122223333:role/Administrator",
  }),
  may("a platform role reads", {
    ...request(usersApp, "GetObject", owns),
    principal: "arn:aws:iam::111122223333:role/mesh-platform/audit",
  }),
  may("a reader reads its port", request(analyticsReader, "GetObject", reads)),
  may("a reader reads its second port", request(analyticsReader, "GetObject", { ...reads, ...RETURNED })),
  may(
    "a reader lists its port",
    request(analyticsReader, "ListBucket", { ...reads, ...listing("products/order-placed/v1/") }),
  ),
  may(
    "a reader lists below its port",
    request(analyticsReader, "ListBucket", { ...reads, ...listing("products/order-placed/v1/2027/") }),
  ),
  mayNot("a reader reads another product", request(analyticsReader, "GetObject", { ...owns, ...PAYROLL })),
  mayNot("a reader reads another major", request(analyticsReader, "GetObject", { ...owns, ...V2 })),
  mayNot(
    "a reader reads a major that starts alike",
    request(analyticsReader, "GetObject", { ...owns, ...LOOKALIKE }),
  ),
  mayNot("a reader lists everything", request(analyticsReader, "ListBucket", { ...owns, ...listing("") })),
  mayNot(
    "a reader lists without a prefix",
    request(analyticsReader, "ListBucket", { ...owns, resource: BUCKET }),
  ),
  mayNot(
    "a reader lists another product",
    request(analyticsReader, "ListBucket", { ...owns, ...listing("products/payroll/v1/") }),
  ),
  mayNot("the reader of one shared port reads another", request(returnedReader, "GetObject", owns)),
  mayNot(
    "the reader of one shared port lists another",
    request(returnedReader, "ListBucket", { ...owns, ...listing("products/order-placed/v1/") }),
  ),
  mayNot("and the other way round", request(placedReader, "GetObject", { ...owns, ...RETURNED })),
  mayNot(
    "and the other way round, listing",
    request(placedReader, "ListBucket", { ...owns, ...listing("products/order-returned/v2/") }),
  ),
  mayNot("a reader writes", request(analyticsReader, "PutObject", owns)),
  mayNot("a reader deletes", request(analyticsReader, "DeleteObject", owns)),
  mayNot(
    "a reader opens the bucket",
    request(analyticsReader, "DeleteBucketPolicy", { ...owns, resource: BUCKET }),
  ),
  mayNot("another app of a reader's domain reads", {
    ...request({ ...analyticsReader, app: "other" }, "GetObject", owns),
  }),
  may("a reader in another account reads its port", request(vendorReader, "GetObject", reads)),
  may(
    "a reader in another account lists its port",
    request(vendorReader, "ListBucket", { ...reads, ...listing("products/order-placed/v1/") }),
  ),
  mayNot(
    "a reader in another account reads elsewhere",
    request(vendorReader, "GetObject", { ...owns, ...PAYROLL }),
  ),
  mayNot(
    "a reader in another account lists everything",
    request(vendorReader, "ListBucket", { ...owns, ...listing("") }),
  ),
  mayNot("a reader in another account writes", request(vendorReader, "PutObject", owns)),
  mayNot(
    "a reader in another account reads in plaintext",
    request(vendorReader, "GetObject", { ...reads, context: { "aws:SecureTransport": "false" } }),
  ),
  mayNot("another app of that account reads", request(otherVendorApp, "GetObject", owns)),
];

describe("the bucket policy", () => {
  it.each(CASES.map((one) => [one.expected.toLowerCase(), one.name, one] as const))(
    "%s: %s",
    async (_expected, _name, one) => {
      expect(await wrongCases(policy, [one])).toEqual([]);
    },
  );

  it("has no statement that could be dropped without a case going wrong", async () => {
    expect(await unmissedStatements(policy, CASES)).toEqual([]);
  });

  it("says of each shared port who reads it", () => {
    const shared = policyFor([
      { reader: analyticsReader, ports: [returned, placed] },
      { reader: usersApp, ports: [placed] },
    ]);

    expect(shared.Statement.map(({ Sid }) => Sid)).toEqual([
      ...["DenyInsecureTransport", "DenyOldTls", "DenyUnnamedKey", "DenyWrongKey"],
      ...["DenyOtherPrincipals", "DenyOtherReads", "DenyOtherLists"],
      ...[
        "DenyReadOrderPlacedV1",
        "DenyListOrderPlacedV1",
        "DenyReadOrderReturnedV2",
        "DenyListOrderReturnedV2",
      ],
    ]);
    expect(shared.Statement.find(({ Sid }) => Sid === "DenyReadOrderPlacedV1")).toEqual({
      Sid: "DenyReadOrderPlacedV1",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
      Resource: `${BUCKET}/products/order-placed/v1/*`,
      Condition: {
        ArnNotLike: {
          "aws:PrincipalArn": [
            "arn:aws:iam::111122223333:role/mesh-platform/*",
            "arn:aws:iam::111122223333:role/mesh/prod/analytics/app/prod-analytics--reader",
            "arn:aws:iam::111122223333:role/mesh/prod/orders/*",
            "arn:aws:iam::111122223333:role/mesh/prod/users/app/prod-users--user-profile",
          ],
        },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    });
  });

  it("admits readers of other accounts by account and role, never a session and never everyone", () => {
    const allows = policy.Statement.filter(({ Effect }) => Effect === "Allow");

    expect(allows.map(({ Sid, Principal, Condition }) => [Sid, Principal, Condition?.ArnEquals])).toEqual(
      ["AllowReadOrderPlacedV1", "AllowListOrderPlacedV1"].map((sid) => [
        sid,
        { AWS: "arn:aws:iam::777788889999:root" },
        { "aws:PrincipalArn": "arn:aws:iam::777788889999:role/mesh/prod/erp/app/prod-erp--reader" },
      ]),
    );
  });

  it("is the same whatever the order of readers and ports", () => {
    const readers = ["a", "b", "c", "d"].map((app) => ({
      reader: { ...analyticsReader, app },
      ports: [placed, returned, payroll],
    }));
    const expected = JSON.stringify(policyFor(readers));
    const shuffledPorts = fc.shuffledSubarray([placed, returned, payroll], { minLength: 3 });
    const shuffledReaders = fc.shuffledSubarray(readers, { minLength: readers.length });

    fc.assert(
      fc.property(shuffledReaders, shuffledPorts, (shuffled, ports) => {
        expect(JSON.stringify(policyFor(shuffled.map((one) => ({ ...one, ports }))))).toBe(expected);
      }),
    );
  });

  it("closes the whole bucket to others while nothing is shared", async () => {
    const closed = policyFor([]);
    const cases = CASES.filter(({ request: { principal } }) => principal !== roleArnOf(vendorReader)).map(
      (one) =>
        one.request.principal === roleArnOf(analyticsReader) ? { ...one, expected: "Denied" as const } : one,
    );

    expect(await wrongCases(closed, cases)).toEqual([]);
    expect(await unmissedStatements(closed, cases)).toEqual([]);
  });

  it("names statements by letters and digits, none of them twice", () => {
    const products = ["a", "a-v1", "a-v1-2", "a-v12", "a2", "a-2", "av1"];
    const ports = products.flatMap((product) => [1, 2, 12].map((major) => ({ product, major })));

    const sids = policyFor([
      { reader: analyticsReader, ports },
      { reader: vendorReader, ports },
    ]).Statement.map(({ Sid }) => Sid);

    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
    expect(new Set(sids).size).toBe(sids.length);
  });
});

describe("the size of a bucket policy", () => {
  const readersOf = (ports: BucketReader["ports"], count: number): BucketReader[] =>
    Array.from({ length: count }, (_, n) => ({
      reader: { domain: "analytics", app: `reader${n + 1}`, site },
      ports,
    }));
  const render = (readers: readonly BucketReader[]): string =>
    renderBucketPolicy("orders/Bucket", { ...owner, platformSite: site, readers });

  it("is refused above AWS's limit, and the message says how many readers fit", () => {
    const ports = [placed, returned, payroll];

    expect(() => render(readersOf(ports, 40))).toThrow(
      /^\[orders\/Bucket\] PolicyTooLarge: bucket policy has \d+ of 20480 characters; 30 of its 40 readers fit; share the product with fewer domains, or give each consumer an S3 access point$/,
    );
  });

  it("is right about how many fit", () => {
    expect(Buffer.byteLength(render(readersOf([placed], 104)))).toBeLessThanOrEqual(POLICY_LIMITS.bucket.max);
    expect(() => render(readersOf([placed], 105))).toThrow("104 of its 105 readers fit");
  });

  it("grows by two ARNs for one more reader of a port", () => {
    const size = (count: number): number => render(readersOf([placed], count)).length;
    const arn = roleArnOf({ domain: "analytics", app: "reader3", site });

    expect(size(3) - size(2)).toBe(2 * `"${arn}",`.length);
  });
});
