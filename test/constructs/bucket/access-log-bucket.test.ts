import {
  ACCESS_LOG_RETENTION_DAYS,
  AccessLogBucket,
  accessLogPolicyStatements,
  type AccessLogBucketProps,
} from "../../../constructs/bucket";
import { roleArnOf } from "../../../constructs/identity";
import { policyDocument } from "../../../constructs/policy";
import { DEV, PROD, ordersApp } from "../../support/fixtures";
import { unmissedStatements, wrongCases, type PolicyCase } from "../../support/mutation";
import { Template, testStack } from "../../support/template";

const synth = (props: Partial<AccessLogBucketProps> = {}): Template =>
  Template.from(
    (stack) => new AccessLogBucket(stack, "AccessLogs", { environment: PROD, ...props }),
    "platform",
  );

describe("the access log bucket", () => {
  const template = synth();

  it("has the settings of any bucket, in the same order", () => {
    expect(template.addresses().map((address) => address.split(".")[0])).toEqual([
      ...["aws_s3_bucket", "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_ownership_controls"],
      ...["aws_s3_bucket_policy", "aws_s3_bucket_public_access_block"],
      ...["aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_versioning"],
    ]);
    expect(template.one("aws_s3_bucket_policy").args.depends_on).toEqual([
      template.one("aws_s3_bucket_public_access_block").address,
    ]);
  });

  it("is encrypted by S3's own keys, since log delivery takes no others", () => {
    expect(template.one("aws_s3_bucket_server_side_encryption_configuration").args.rule).toMatchObject([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
  });

  it("keeps logs for a year unless said otherwise", () => {
    const rules = (of: Template) => of.one("aws_s3_bucket_lifecycle_configuration").args.rule;

    expect(ACCESS_LOG_RETENTION_DAYS).toBe(365);
    expect(rules(template)).toMatchObject([
      { id: "housekeeping" },
      { id: "retention", filter: [{ prefix: "s3/" }], expiration: [{ days: 365 }] },
    ]);
    expect(rules(synth({ retentionDays: 30 }))).toMatchObject([{}, { expiration: [{ days: 30 }] }]);
  });

  it("is kept where the environment is protected", () => {
    const lifecycleOf = (of: Template) => of.one("aws_s3_bucket").args.lifecycle;

    expect(lifecycleOf(template)).toEqual({ prevent_destroy: true });
    expect(lifecycleOf(synth({ environment: DEV }))).toBeUndefined();
    expect(lifecycleOf(synth({ environment: DEV, retain: true }))).toEqual({ prevent_destroy: true });
  });

  it("refuses a retention of no days", () => {
    const make = () =>
      new AccessLogBucket(testStack("platform"), "Logs", { environment: PROD, retentionDays: 0 });

    expect(make).toThrow(
      /^\[platform\/Logs\] RetentionInvalid: retentionDays must be a whole number of days from 1, got 0$/,
    );
  });
});

describe("the access log bucket's policy", () => {
  const policy = policyDocument(accessLogPolicyStatements(PROD.site));
  const everything = policyDocument([{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }]);
  const BUCKET = "arn:aws:s3:::shop-prod-platform-logs-111122223333-eu-central-1";
  const delivery = (bucket: string, account = PROD.site.account) => ({
    principal: "logging.s3.amazonaws.com",
    identityPolicies: [],
    action: "s3:PutObject",
    resource: `${BUCKET}/s3/orders/2027-01-01`,
    resourceAccount: PROD.site.account,
    context: { "aws:SourceArn": `arn:aws:s3:::${bucket}`, "aws:SourceAccount": account },
  });
  const reading = (principal: string, context = {}) => ({
    principal,
    identityPolicies: [everything],
    action: "s3:GetObject",
    resource: `${BUCKET}/s3/orders/2027-01-01`,
    resourceAccount: PROD.site.account,
    context,
  });
  const auditor = "arn:aws:iam::111122223333:role/Audit";

  const CASES: readonly PolicyCase[] = [
    {
      name: "S3 delivers the log of a domain's bucket",
      expected: "Allowed",
      request: delivery("shop-prod-orders-111122223333-eu-central-1"),
    },
    {
      name: "S3 delivers the log of another environment's bucket",
      expected: "Denied",
      request: delivery("shop-dev-orders-111122223333-eu-central-1"),
    },
    {
      name: "S3 delivers for another account",
      expected: "Denied",
      request: delivery("shop-prod-orders-444455556666-eu-central-1", "444455556666"),
    },
    {
      name: "S3 writes outside the log prefix",
      expected: "Denied",
      request: {
        ...delivery("shop-prod-orders-111122223333-eu-central-1"),
        resource: `${BUCKET}/elsewhere`,
      },
    },
    { name: "a domain reads", expected: "Denied", request: reading(roleArnOf(ordersApp)) },
    { name: "an auditor of the account reads", expected: "Allowed", request: reading(auditor) },
    {
      name: "in plaintext",
      expected: "Denied",
      request: reading(auditor, { "aws:SecureTransport": "false" }),
    },
    { name: "over TLS 1.1", expected: "Denied", request: reading(auditor, { "s3:TlsVersion": "1.1" }) },
  ];

  it.each(CASES.map((one) => [one.expected.toLowerCase(), one.name, one] as const))(
    "%s: %s",
    async (_expected, _name, one) => {
      expect(await wrongCases(policy, [one])).toEqual([]);
    },
  );

  it("has no statement that could be dropped without a case going wrong", async () => {
    expect(await unmissedStatements(policy, CASES)).toEqual([]);
  });
});
