import { effectsIn } from "../../../src/review/rules";
import {
  plain,
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

describe("a secret with a password", () => {
  const secret = (name: string) =>
    change({ type: "aws_secretsmanager_secret", before: { name, recovery_window_in_days: 7 } });
  const password = secret("mesh/dev/analytics/legacy-dashboard/kafka");
  const user = change({
    type: "kafka_user_scram_credential",
    before: { username: "analytics.legacy-dashboard" },
  });
  const group = change({ type: "postgresql_role", before: { name: "analytics__reads_legacy_dashboard" } });

  test.each([
    ["its Kafka user", password, user],
    ["its group of readers", password, group],
    [
      "the logins of its domain",
      secret("mesh/dev/analytics/migrator/postgres"),
      change({ type: "postgresql_role", before: { name: "analytics__login" } }),
    ],
  ])("is no data when %s goes as well", (_, held, holder) => {
    const [effect, ...others] = effectsIn({ changes: [held, holder], outputs: [] })(held);

    expect(others).toEqual([]);
    expect(effect).toMatchObject({
      rule: "aws_secretsmanager_secret/goes-with-its-holder",
      verdict: "access",
    });
  });

  test.each<[string, ResourceChange, ResourceChange[]]>([
    ["whoever logs in with it stays", password, []],
    [
      "another app goes",
      password,
      [change({ type: "postgresql_role", before: { name: "analytics__reads_x" } })],
    ],
    [
      "its user only gets another address",
      password,
      [user, change({ type: user.type, after: user.before, name: "other" })],
    ],
    [
      "it is for Postgres, and its user goes from Kafka alone",
      secret("mesh/dev/analytics/legacy-dashboard/postgres"),
      [user],
    ],
    ["it holds something else", secret("mesh/dev/analytics/legacy-dashboard/token"), [user]],
    ["it is made anew", { ...password, action: "replace", after: password.before }, [user]],
  ])("is lost when %s", (_, held, others) => {
    expect(verdictOf(held, others)).toBe("dataLoss");
  });
});

test("of a port that is new it is said what no plan can show", () => {
  const added = change({ type: TYPE, before: lifecycle(), after: lifecycle(rule(PLACED, 7)) });
  const outputs = [output("order_placed_v2", "create")];
  const said = effectsIn({ changes: [added], outputs })(added).map(({ sentence }) => plain(sentence));

  expect(said.join()).toContain(`unless an earlier port of this name left objects below \`${PLACED}\``);
});
