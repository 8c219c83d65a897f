import {
  ABORT_MULTIPART_DAYS,
  DomainBucket,
  NONCURRENT_DAYS,
  type DomainBucketProps,
} from "../../../constructs/bucket";
import { DomainKey } from "../../../constructs/key";
import type { PolicyDocument } from "../../../constructs/policy";
import type { TerraformStack } from "../../../src/cdk";
import { accessLogBucketName } from "../../../src/names";
import { DEV, PROD, analyticsReader, ordersApp, vendorReader } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";

const LOGS = accessLogBucketName(PROD.site);
const placed = { product: "order-placed", major: 1 };
const returned = { product: "order-returned", major: 2 };
const PORTS = [{ ...returned }, { ...placed, retentionDays: 400, format: "parquet" }];

const define = (stack: TerraformStack, props: Partial<DomainBucketProps> = {}): DomainBucket => {
  const { environment = PROD, site, domain = "orders" } = props;
  const key = new DomainKey(stack, "Key", { environment, site, domain });
  const basics = { environment, domain, key, ports: PORTS, accessLogBucketName: LOGS };
  return new DomainBucket(stack, "Bucket", { ...basics, ...props });
};
const synth = (
  props: Partial<DomainBucketProps> = {},
  use: (bucket: DomainBucket) => void = () => {},
): Template => Template.from((stack) => use(define(stack, props)));
const bucketFor = (props: Partial<DomainBucketProps> = {}): DomainBucket => define(testStack(), props);

const policyOf = (template: Template): PolicyDocument =>
  JSON.parse(template.one("aws_s3_bucket_policy").args.policy as string) as PolicyDocument;
const sidsOf = (template: Template): string[] => policyOf(template).Statement.map(({ Sid }) => Sid);

describe("a domain's bucket", () => {
  const template = synth();
  const argsOf = (type: string) => template.one(type).args;

  it("is named, and never destroyed with its objects by default", () => {
    expect(argsOf("aws_s3_bucket")).toMatchObject({
      bucket: "shop-prod-orders-111122223333-eu-central-1",
      force_destroy: false,
      tags: { "mesh:domain": "orders", "mesh:env": "prod" },
      lifecycle: { prevent_destroy: true },
    });
    expect(argsOf("aws_s3_bucket")).not.toHaveProperty("object_lock_enabled");
  });

  it("is closed to the public in all four ways, and owns every object", () => {
    expect(argsOf("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(argsOf("aws_s3_bucket_ownership_controls").rule).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  it("keeps versions and encrypts with the domain's own key", () => {
    expect(argsOf("aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
    expect(argsOf("aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      {
        apply_server_side_encryption_by_default: {
          sse_algorithm: "aws:kms",
          kms_master_key_id: `\${${template.one("aws_kms_key").address}.arn}`,
        },
        blocked_encryption_types: ["SSE-C"],
        bucket_key_enabled: true,
      },
    ]);
  });

  it("cleans up after itself, and expires the objects of ports with a retention", () => {
    expect(argsOf("aws_s3_bucket_lifecycle_configuration")).toMatchObject({
      transition_default_minimum_object_size: "all_storage_classes_128K",
      rule: [
        {
          id: "housekeeping",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: ABORT_MULTIPART_DAYS }],
          noncurrent_version_expiration: [{ noncurrent_days: NONCURRENT_DAYS }],
        },
        {
          id: "order-placed.v1",
          status: "Enabled",
          filter: [{ prefix: "products/order-placed/v1/" }],
          expiration: [{ days: 400 }],
        },
      ],
    });
    expect([ABORT_MULTIPART_DAYS, NONCURRENT_DAYS]).toEqual([7, 90]);
  });

  it("logs to the platform, tells EventBridge, and counts the requests of each port", () => {
    expect(argsOf("aws_s3_bucket_logging")).toMatchObject({
      target_bucket: "shop-prod-platform-logs-111122223333-eu-central-1",
      target_prefix: "s3/orders/",
    });
    expect(argsOf("aws_s3_bucket_notification").eventbridge).toBe(true);
    expect(template.resources("aws_s3_bucket_metric").map(({ args }) => [args.name, args.filter])).toEqual([
      ["order-placed.v1", { prefix: "products/order-placed/v1/" }],
      ["order-returned.v2", { prefix: "products/order-returned/v2/" }],
    ]);
  });

  it("applies one setting after another, public access first, so that S3 never answers 409", () => {
    const settings = template.resources().filter(({ type }) => type.startsWith("aws_s3_bucket_"));
    const before = new Map(settings.map(({ address, args }) => [address, args.depends_on as string[]]));
    const order: string[] = [];
    let next = settings.find(({ args }) => args.depends_on === undefined)?.address;
    while (next !== undefined) {
      const at: string = next;
      order.push(at);
      next = [...before].find(([, waitsFor]) => waitsFor?.join() === at)?.[0];
    }

    expect(order.map((address) => address.replace(/^aws_s3_bucket_([a-z_]+)\..*$/, "$1"))).toEqual([
      ...["public_access_block", "policy", "ownership_controls", "versioning"],
      ...["server_side_encryption_configuration", "lifecycle_configuration", "logging", "notification"],
      ...["metric", "metric"],
    ]);
    expect(order).toHaveLength(settings.length);
  });

  it("states no region, and ties each setting to the bucket by reference", () => {
    const reference = `\${${template.one("aws_s3_bucket").address}.bucket}`;
    const settings = template.resources().filter(({ type }) => type.startsWith("aws_s3_bucket_"));

    expect(settings.filter(({ args }) => args.bucket !== reference)).toEqual([]);
    expect(template.resources().filter(({ args }) => "region" in args)).toEqual([]);
  });

  it("has the same bytes whatever the order of ports", () => {
    const other = synth({ ports: [...PORTS].reverse() });

    expect(JSON.stringify(other.json)).toBe(JSON.stringify(template.json));
  });
});

describe("the choices of a bucket", () => {
  it.each([
    ["protected", PROD, undefined, true],
    ["open", DEV, undefined, false],
    ["open, retained", DEV, true, true],
    ["protected, let go", PROD, false, false],
  ])("retention follows the environment unless said: %s", (_name, environment, retain, kept) => {
    const { lifecycle } = synth({ environment, retain }).one("aws_s3_bucket").args;

    expect(lifecycle).toEqual(kept ? { prevent_destroy: true } : undefined);
  });

  it("destroys with all objects only where that is said", () => {
    expect(synth({ retain: false }).one("aws_s3_bucket").args.force_destroy).toBe(false);
    expect(synth({ retain: false, allowDestroy: true }).one("aws_s3_bucket").args.force_destroy).toBe(true);
  });

  it("locks objects on request", () => {
    expect(synth({ objectLock: true }).one("aws_s3_bucket").args.object_lock_enabled).toBe(true);
  });

  it("takes other housekeeping days", () => {
    const rules = synth({ noncurrentDays: 1, abortMultipartDays: 2 }).one(
      "aws_s3_bucket_lifecycle_configuration",
    ).args.rule;

    expect(rules).toMatchObject([
      {
        abort_incomplete_multipart_upload: [{ days_after_initiation: 2 }],
        noncurrent_version_expiration: [{ noncurrent_days: 1 }],
      },
      {},
    ]);
  });

  it("may have no port yet", () => {
    expect(synth({ ports: [] }).count("aws_s3_bucket_metric")).toBe(0);
  });
});

describe("granting on a bucket", () => {
  it("gives a reader its own side, and adds it to the policies of bucket and key", () => {
    const template = synth({}, (bucket) => {
      expect(bucket.grantRead(analyticsReader, placed)).toMatchObject({
        grantee: analyticsReader,
        actions: [
          ...["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:ListBucket"],
          ...["kms:Decrypt", "kms:DescribeKey"],
        ],
        resources: ["shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/"],
        statements: [
          {
            Sid: "ReadOrders",
            Resource: "arn:aws:s3:::shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/*",
          },
          { Sid: "ListOrders", Condition: { StringLike: { "s3:prefix": "products/order-placed/v1/*" } } },
          { Sid: "DecryptOrders" },
        ],
      });
    });

    expect(sidsOf(template)).toEqual(
      expect.arrayContaining(["DenyReadOrderPlacedV1", "DenyListOrderPlacedV1"]),
    );
    expect(template.one("aws_kms_key").args.policy).toContain("prod-analytics--reader");
  });

  it("has the same bytes whatever the order of grants, repeated ones included", () => {
    const oneWay = synth({}, (bucket) => {
      bucket.grantRead(analyticsReader, placed);
      bucket.grantRead(vendorReader, returned);
      bucket.grantRead(analyticsReader, returned);
    });
    const otherWay = synth({}, (bucket) => {
      bucket.grantRead(analyticsReader, returned);
      bucket.grantRead(analyticsReader, placed);
      bucket.grantRead(analyticsReader, placed);
      bucket.grantRead(vendorReader, returned);
    });

    expect(JSON.stringify(otherWay.json)).toBe(JSON.stringify(oneWay.json));
  });

  it("leaves the policies alone for apps of the domain itself", () => {
    const granted = synth({}, (bucket) => {
      bucket.grantRead(ordersApp, placed);
      bucket.grantWrite(ordersApp, placed);
    });

    expect(JSON.stringify(granted.json)).toBe(JSON.stringify(synth().json));
  });

  it("lets a writer put and abort below its port, and nothing more", () => {
    const grant = bucketFor().grantWrite(ordersApp, placed);

    expect(grant.statements.map(({ Sid, Action, Resource }) => [Sid, Action, Resource])).toEqual([
      [
        "WriteOrders",
        ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
        "arn:aws:s3:::shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/*",
      ],
      [
        "EncryptOrders",
        ["kms:Decrypt", "kms:GenerateDataKey"],
        "arn:aws:kms:eu-central-1:111122223333:key/*",
      ],
    ]);
  });

  it("gives the same side on a bucket that another stack defines", () => {
    const imported = DomainBucket.fromDomain({ site: PROD.site, domain: "orders" });
    const bucket = bucketFor();

    expect(imported.grantRead(analyticsReader, placed)).toEqual(bucket.grantRead(analyticsReader, placed));
    expect(imported.grantWrite(ordersApp, placed)).toEqual(bucket.grantWrite(ordersApp, placed));
    expect([imported.bucketName, imported.bucketArn, imported.prefixOf(placed)]).toEqual([
      bucket.bucketName,
      bucket.bucketArn,
      "products/order-placed/v1/",
    ]);
  });
});

describe("the metrics of a bucket", () => {
  const bucket = bucketFor();
  const BucketName = "shop-prod-orders-111122223333-eu-central-1";

  it.each([
    ["AllRequests", bucket.metricAllRequests(placed)],
    ["4xxErrors", bucket.metric4xxErrors(placed)],
    ["5xxErrors", bucket.metric5xxErrors(placed)],
    ["PutRequests", bucket.metricPutRequests(placed)],
  ])("count the requests of a port by the minute: %s", (metricName, metric) => {
    expect(metric).toEqual({
      namespace: "AWS/S3",
      metricName,
      dimensions: { BucketName, FilterId: "order-placed.v1" },
      statistic: "Sum",
      periodSeconds: 60,
    });
  });

  it.each([
    ["BucketSizeBytes", "StandardStorage", bucket.metricBucketSizeBytes()],
    ["NumberOfObjects", "AllStorageTypes", bucket.metricNumberOfObjects()],
  ])("measure storage by the day: %s", (metricName, StorageType, metric) => {
    expect(metric).toEqual({
      namespace: "AWS/S3",
      metricName,
      dimensions: { BucketName, StorageType },
      statistic: "Average",
      periodSeconds: 86_400,
    });
  });

  it("carry the filter that the bucket defines", () => {
    const [first] = synth().resources("aws_s3_bucket_metric");

    expect(first?.args.name).toBe(bucket.metricAllRequests(placed).dimensions.FilterId);
  });
});
