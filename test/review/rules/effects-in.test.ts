import { effectsIn } from "../../../src/review/rules";
import {
  UNKNOWN,
  worst,
  type OutputChange,
  type ResourceChange,
  type Value,
} from "../../../src/review/model";
import { change } from "../support/change";

const BUCKET = { bucket: "shop-prod-orders-111122223333-eu-central-1" };
const TYPE = "aws_s3_bucket_lifecycle_configuration";

const rule = (prefix: string, days: number) => ({
  id: prefix,
  status: "Enabled",
  filter: [{ prefix }],
  expiration: [{ days }],
});
const [PLACED, REFUNDED] = ["products/order-placed/v2/", "products/order-refunded/v1/"];
const lifecycle = (...rules: readonly ReturnType<typeof rule>[]) => ({ ...BUCKET, rule: rules });
const output = (name: string, action: OutputChange["action"]): OutputChange => ({
  name,
  action,
  sensitive: false,
});

function verdictOf(
  about: ResourceChange,
  others: readonly ResourceChange[] = [],
  outputs: readonly OutputChange[] = [],
) {
  return worst(effectsIn({ changes: [about, ...others], outputs })(about).map(({ verdict }) => verdict));
}

const first = change({ type: TYPE, after: lifecycle(rule(PLACED, 7)) });

test("what expires in a bucket that is there already is lost", () => {
  const kept = change({ type: "aws_s3_bucket", before: BUCKET, after: BUCKET, action: "no-op" });

  expect(verdictOf(first, [kept])).toBe("dataLoss");
  expect(verdictOf(first, [change({ type: "aws_s3_bucket", after: { bucket: "another" } })])).toBe(
    "dataLoss",
  );
});

test("a bucket that the same plan makes is empty, unless it is taken over", () => {
  const made = change({ type: "aws_s3_bucket", after: BUCKET });

  expect(verdictOf(first, [made])).toBe("additive");
  expect(verdictOf(first, [{ ...made, importing: {} }])).toBe("dataLoss");
});

describe("of a port that the plan makes", () => {
  const added = change({
    type: TYPE,
    before: lifecycle(rule(REFUNDED, 90)),
    after: lifecycle(rule(REFUNDED, 90), rule(PLACED, 7)),
  });

  test("nothing can expire yet", () => {
    expect(verdictOf(added, [], [output("order_placed_v2", "create")])).toBe("additive");
  });

  test.each([
    ["another port", "order_placed_v1", "create"],
    ["a port that changes", "order_placed_v2", "update"],
  ] as const)("it is not when the output is of %s", (_, name, action) => {
    expect(verdictOf(added, [], [output(name, action)])).toBe("dataLoss");
  });

  test("what other ports lose is still told", () => {
    const shorter = { ...added, after: lifecycle(rule(REFUNDED, 30), rule(PLACED, 7)) };

    expect(verdictOf(shorter, [], [output("order_placed_v2", "create")])).toBe("dataLoss");
  });
});

describe("what is there already", () => {
  const versioning = (bucket: Value): Value => ({
    bucket,
    versioning_configuration: [{ status: "Enabled" }],
  });
  const made = change({ type: "aws_s3_bucket", after: BUCKET });

  test.each<[string, Value]>([
    ["moves to the new bucket", versioning(BUCKET.bucket)],
    ["moves to one that is not known yet", versioning(UNKNOWN)],
    ["is deleted", null],
  ])("is lost when the versioning of an old bucket %s", (_, after) => {
    const moved = change({
      ...{ type: "aws_s3_bucket_versioning", before: versioning("old"), after },
      replacePaths: after === null ? [] : [["bucket"]],
    });
    const others = [{ bucket: UNKNOWN }, {}].map((values) =>
      change({ type: "aws_s3_bucket", after: values as Value }),
    );

    expect(verdictOf(moved, [made, ...others])).toBe("dataLoss");
  });

  test("is lost when Terraform only lets go of the bucket, and makes it under another address", () => {
    const forgotten = change({ type: "aws_s3_bucket", before: BUCKET, action: "forget", name: "old" });

    expect(verdictOf(first, [made, forgotten])).toBe("dataLoss");
  });

  test("is lost when a port that had a rule before gets an output", () => {
    const sooner = change({
      type: TYPE,
      before: lifecycle(rule(PLACED, 90)),
      after: lifecycle(rule(PLACED, 7)),
    });

    expect(verdictOf(sooner, [], [output("order_placed_v2", "create")])).toBe("dataLoss");
  });
});
