import { DomainBucket, MAX_BUCKET_PORTS, type DomainBucketProps } from "../../../constructs/bucket";
import { DomainKey } from "../../../constructs/key";
import { ValidationError } from "../../../constructs/validation";
import { DEV, PROD, analyticsReader, ordersApp } from "../../support/fixtures";
import { testStack } from "../../support/template";

const placed = { product: "order-placed", major: 1 };

function bucketFor(props: Partial<DomainBucketProps> = {}, keyDomain = "orders"): DomainBucket {
  const stack = testStack();
  const key = new DomainKey(stack, "Key", { environment: PROD, domain: keyDomain });
  const basics = { environment: PROD, domain: "orders", key, ports: [placed], accessLogBucketName: "logs" };
  return new DomainBucket(stack, "Bucket", { ...basics, ...props });
}

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ValidationError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("a bucket refuses", () => {
  it.each<[string, Partial<DomainBucketProps>, string]>([
    [
      "a port that cannot be named",
      { ports: [{ product: "Order", major: 1 }] },
      "product 'Order' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "a major version that is none",
      { ports: [{ ...placed, major: 0 }] },
      "major version must be a whole number from 1 to 99, got 0",
    ],
    [
      "a port declared twice",
      { ports: [placed, { ...placed, retentionDays: 3 }] },
      "Duplicate: ports order-placed.v1 are declared twice; declare each once",
    ],
    [
      "a retention of no days",
      { ports: [{ ...placed, retentionDays: 0 }] },
      "RetentionInvalid: port 'order-placed.v1' has retentionDays 0; " +
        "give a whole number of days from 1, or none to keep objects",
    ],
    [
      "half a day",
      { ports: [{ ...placed, retentionDays: 1.5 }] },
      "RetentionInvalid: port 'order-placed.v1' has retentionDays 1.5; " +
        "give a whole number of days from 1, or none to keep objects",
    ],
    [
      "no noncurrent days",
      { noncurrentDays: 0 },
      "noncurrentDays must be a whole number of days from 1, got 0",
    ],
    [
      "negative upload days",
      { abortMultipartDays: -1 },
      "abortMultipartDays must be a whole number of days from 1, got -1",
    ],
    [
      "no log bucket",
      { accessLogBucketName: "" },
      "accessLogBucketName must be another bucket of the same account and region, got ''; " +
        "give the platform's log bucket",
    ],
    [
      "itself as log bucket",
      { accessLogBucketName: "shop-prod-orders-111122223333-eu-central-1" },
      "accessLogBucketName must be another bucket of the same account and region, " +
        "got 'shop-prod-orders-111122223333-eu-central-1'; give the platform's log bucket",
    ],
    [
      "to be retained and destroyed at once",
      { allowDestroy: true },
      "retain and allowDestroy are both true; set retain to false to let the bucket go with all its objects, " +
        "or leave allowDestroy out",
    ],
    [
      "more ports than S3 takes",
      { ports: Array.from({ length: MAX_BUCKET_PORTS + 1 }, (_, n) => ({ product: `p${n}`, major: 1 })) },
      "bucket has 1000 ports, at most 999 are allowed; split the domain",
    ],
  ])("%s", (_what, props, problem) => {
    expect(problemsOf(() => bucketFor(props))).toEqual([`[orders/Bucket] ${problem}`]);
  });

  it("the key of another domain", () => {
    expect(problemsOf(() => bucketFor({}, "users"))).toEqual([
      "[orders/Bucket] key is of 'users' in prod, account 111122223333, eu-central-1, the bucket of 'orders' in " +
        "prod, account 111122223333, eu-central-1; give the bucket its own domain's key",
    ]);
  });

  it("everything that is wrong at once", () => {
    const problems = problemsOf(() =>
      bucketFor({ site: DEV.site, noncurrentDays: 0, abortMultipartDays: 0 }),
    );

    expect(problems).toEqual([
      "[orders/Bucket] EnvMismatch: site is of environment 'dev', the construct of 'prod'; " +
        "give both the same environment",
      "[orders/Bucket] key is of 'orders' in prod, account 111122223333, eu-central-1, the bucket of 'orders' in " +
        "dev, account 444455556666, eu-central-1; give the bucket its own domain's key",
      "[orders/Bucket] noncurrentDays must be a whole number of days from 1, got 0",
      "[orders/Bucket] abortMultipartDays must be a whole number of days from 1, got 0",
    ]);
  });

  it("to grant on a port it does not have", () => {
    const bucket = bucketFor({ ports: [placed, { product: "order-returned", major: 2 }] });
    const problem =
      "[orders/Bucket] UnknownVersion: bucket of 'orders' has no port 'order-placed.v2'; " +
      "it has order-placed.v1, order-returned.v2";

    expect(problemsOf(() => bucket.grantRead(analyticsReader, { ...placed, major: 2 }))).toEqual([problem]);
    expect(problemsOf(() => bucket.grantWrite(ordersApp, { ...placed, major: 2 }))).toEqual([problem]);
  });

  it("writers of other domains, here and from another stack", () => {
    const problem =
      "ForeignResource: 'analytics/reader' in account 111122223333 cannot write the data of 'orders'; " +
      "only apps of 'orders' in account 111122223333 can";
    const imported = DomainBucket.fromDomain({ site: PROD.site, domain: "orders" });

    expect(problemsOf(() => bucketFor().grantWrite(analyticsReader, placed))).toEqual([
      `[orders/Bucket] ${problem}`,
    ]);
    expect(problemsOf(() => imported.grantWrite(analyticsReader, placed))).toEqual([
      `[bucket of 'orders'] ${problem}`,
    ]);
  });

  it("readers of another environment", () => {
    expect(problemsOf(() => bucketFor().grantRead({ ...analyticsReader, site: DEV.site }, placed))).toEqual([
      "[orders/Bucket] EnvMismatch: reader 'analytics/reader' is in shop/dev, the data of 'orders' is in shop/prod; " +
        "grant to an app of the same environment",
    ]);
  });
});
