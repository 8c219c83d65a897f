import { Secret, UNKNOWN, type ResourceChange, type Value } from "../../../src/review/model";
import { change } from "../support/change";
import { saidOf } from "./rows/row";

const [OLD, NEW] = [new Secret(1), new Secret(2)];
const LATER = UNKNOWN as Value;

type Fields = Readonly<Record<string, Value>>;

const updated = (type: string, before: Fields, after: Value): ResourceChange =>
  change({ type, before, after, action: "update" });

const losses = (about: ResourceChange): string[] =>
  saidOf(about).filter((line) => line.startsWith("dataLoss"));

const rule = (more: Fields = {}): Value => ({
  ...{ status: "Enabled", filter: [{ prefix: "a/" }], expiration: [{ days: 90 }] },
  ...more,
});
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";
const lifecycle = (...rules: readonly Value[]): Fields => ({ bucket: "b", rule: rules });
const versioning = (status: Value): Fields => ({ bucket: "b", versioning_configuration: [{ status }] });
const topic = (config: Value): Fields => ({ name: "t", config });

describe("what decides about data and is hidden", () => {
  it.each<[string, ResourceChange]>([
    ["a retention", updated("kafka_topic", topic({ "retention.ms": "9" }), topic({ "retention.ms": NEW }))],
    ["all configs", updated("kafka_topic", topic(OLD), topic(NEW))],
    ["copies", updated("kafka_topic", { name: "t", replication_factor: OLD }, { replication_factor: NEW })],
    ["versioning", updated("aws_s3_bucket_versioning", versioning(OLD), versioning(NEW))],
    ["days", updated(LIFECYCLE, lifecycle(rule({ expiration: OLD })), lifecycle(rule({ expiration: NEW })))],
    ["a rule that is new", updated(LIFECYCLE, lifecycle(), lifecycle(NEW))],
    ["all rules", updated(LIFECYCLE, { bucket: "b", rule: OLD }, { bucket: "b", rule: NEW })],
    ["a key's state", updated("aws_kms_key", { is_enabled: OLD }, { is_enabled: NEW })],
    ["a flag", updated("acme_vault", { force_destroy: OLD }, { force_destroy: NEW })],
  ])("is a loss: %s", (_, about) => {
    expect(losses(about)).toContainEqual(expect.stringContaining("generic/unseen"));
  });

  it("is none while it stays as it was", () => {
    const before = { name: "t", partitions: 3, config: { "retention.ms": OLD } };

    expect(losses(updated("kafka_topic", before, { ...before, partitions: 6 }))).toEqual([]);
  });

  it("is none where no data depends on it", () => {
    expect(losses(updated("kafka_user_scram_credential", { password: OLD }, { password: NEW }))).toEqual([]);
  });

  it.each([
    ["postgresql_schema", "drop_cascade", "postgresql_schema/dropped-with-tables"],
    ["aws_s3_bucket", "force_destroy", "aws_s3_bucket/emptied"],
    ["acme_vault", "force_delete", "generic/storage-deleted"],
  ])("counts as set when %s is deleted", (type, flag, says) => {
    expect(losses(change({ type, before: { name: "x", [flag]: OLD } }))).toEqual([
      expect.stringContaining(says) as string,
    ]);
  });

  it("may open a bucket to anyone", () => {
    const block = (value: Value): Fields => ({ bucket: "b", block_public_acls: value });

    expect(saidOf(updated("aws_s3_bucket_public_access_block", block(OLD), block(NEW)))).toContainEqual(
      expect.stringMatching(/^access generic\/unseen/),
    );
  });
});

describe("what decides about data and is known after the apply only", () => {
  it.each<[string, ResourceChange]>([
    ["a lifecycle", updated(LIFECYCLE, lifecycle(rule()), LATER)],
    ["all rules", updated(LIFECYCLE, lifecycle(rule()), { bucket: "b", rule: LATER })],
    ["all rules of a new one", change({ type: LIFECYCLE, after: { bucket: "b", rule: LATER } })],
    ["one rule", updated(LIFECYCLE, lifecycle(rule()), lifecycle(rule(), LATER))],
    ["whether a rule is on", updated(LIFECYCLE, lifecycle(), lifecycle(rule({ status: LATER })))],
    ["when objects go", updated(LIFECYCLE, lifecycle(rule()), lifecycle(rule({ expiration: LATER })))],
    ["the day", updated(LIFECYCLE, lifecycle(), lifecycle(rule({ expiration: [{ date: LATER }] })))],
    ["a key's state", updated("aws_kms_key", { is_enabled: true }, { is_enabled: LATER })],
    ["a lock", updated("aws_s3_bucket_object_lock_configuration", { rule: [{}] }, { rule: LATER })],
    ["a flag", updated("aws_s3_bucket", { force_destroy: false }, { force_destroy: LATER })],
    ["drop_cascade", updated("postgresql_schema", { drop_cascade: false }, { drop_cascade: LATER })],
  ])("is a loss: %s", (_, about) => {
    expect(losses(about)).not.toEqual([]);
  });

  it("is told once", () => {
    const about = updated("kafka_topic", topic({}), topic(LATER));

    expect(losses(about)).toEqual([expect.stringContaining("kafka_topic/config-unknown") as string]);
  });
});

describe("a lifecycle's fixed day", () => {
  const dated = (prefix: string, date: string): Value =>
    rule({ filter: [{ prefix }], expiration: [{ date }] });
  const [DAY, OTHER_DAY] = ["2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"];

  it.each<[string, readonly Value[], readonly Value[]]>([
    ["more objects", [dated("a/", DAY)], [dated("", DAY)]],
    ["other objects", [dated("a/", DAY)], [dated("a/", DAY), dated("b/", DAY)]],
    ["another day", [dated("a/", DAY)], [dated("a/", OTHER_DAY)]],
  ])("is a loss for %s", (_, before, after) => {
    expect(losses(updated(LIFECYCLE, lifecycle(...before), lifecycle(...after)))).toEqual([
      expect.stringContaining(`${LIFECYCLE}/date`) as string,
    ]);
  });

  it("is none for fewer objects", () => {
    expect(losses(updated(LIFECYCLE, lifecycle(dated("", DAY)), lifecycle(dated("a/", DAY))))).toEqual([]);
  });
});

it("fewer old versions are kept, also when the lifecycle is made anew", () => {
  const kept = (newer_noncurrent_versions: Value): Value =>
    rule({ noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions }] });
  const about = change({
    ...{ type: LIFECYCLE, before: lifecycle(kept(5)), after: lifecycle(kept(1)) },
    replacePaths: [["region"]],
  });

  expect(losses(about)).toEqual([expect.stringContaining("fewer-versions") as string]);
});
