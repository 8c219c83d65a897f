import type { ResourceChange } from "../../../src/review/model";
import { planRows, type Resources } from "../support/engine-plan";
import { AWS_PLANNED } from "./aws-rows";
import { allow, policyOf } from "./aws-rows/documents";
import { saidOf } from "./rows/row";

const TRUST = policyOf({
  ...allow("sts:AssumeRole", { Principal: { Service: "glue.amazonaws.com" } }),
  Resource: undefined,
});

/** Resources of these names. */
const each = (names: readonly string[], values: (name: string) => object): Resources[string] =>
  Object.fromEntries(names.map((name) => [name, values(name)])) as Resources[string];

/** The buckets that settings name. */
const BUCKETS = new Set(
  AWS_PLANNED.filter(({ type }) => type.startsWith("aws_s3_bucket_"))
    .flatMap(({ before, after }) => [before?.bucket, after?.bucket])
    .filter((name) => typeof name === "string"),
);

/** What rows name, and what is there before any of them. */
const BESIDE: Resources = {
  aws_s3_bucket: each(["keeper", ...BUCKETS], (bucket) => ({ bucket })),
  aws_kms_key: each(["keeper", "other"], (description) => ({ description })),
  aws_iam_policy: each(["keeper", "other", "third"], (name) => ({
    name: `beside-${name}`,
    policy: policyOf(allow("s3:Get*")),
  })),
  aws_iam_role: each(["keeper", "other", "third"], (name) => ({
    name: `beside-${name}`,
    assume_role_policy: TRUST,
  })),
  aws_sns_topic: each(["keeper", "y1", "y2", "y3", "y4", "y5", "y6"], (name) => ({ name })),
};

/** What has no name yet is called by its address, which tells the number of the row. */
const withoutNumber = (text: string): string => text.replace(/\.row\d+`/g, ".row`");

describe("what the rules say of AWS in plans that the real Terraform makes", () => {
  let planned: readonly ResourceChange[] = [];

  beforeAll(async () => {
    planned = await planRows(AWS_PLANNED, { beside: BESIDE });
  }, 120_000);

  it.each(AWS_PLANNED.map((row, at) => [`${row.type}: ${row.what}`, row.says, at] as const))(
    "%s",
    (_, says, at) => {
      const change = planned[at];

      expect(change && saidOf(change).map(withoutNumber)).toEqual(says);
    },
  );
});
