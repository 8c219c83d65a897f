import { readStackPlan } from "../../../src/preview/read-stack-plan";

const ARN = "arn:aws:iam::444455556666:policy/read";

const entry = (
  type: string,
  name: string,
  actions: readonly string[],
  values: object,
  more: object = {},
) => ({
  ...{ address: `${type}.${name}`, mode: "managed", type, name },
  provider_name: "registry.terraform.io/hashicorp/aws",
  ...more,
  change: { actions, before: values, after: actions[0] === "delete" ? null : values },
});

const policy = (action: string) => entry("aws_iam_policy", "read", [action], { name: "read", arn: ARN });
const attachment = entry("aws_iam_role_policy_attachment", "app", ["no-op"], {
  role: "app",
  policy_arn: ARN,
});
const same = entry("aws_s3_bucket", "same", ["no-op"], { bucket: "same" });
const moved = entry(
  "aws_s3_bucket",
  "moved",
  ["no-op"],
  { bucket: "moved" },
  { previous_address: "aws_s3_bucket.old" },
);
const imported = entry("aws_s3_bucket", "imported", ["no-op"], { bucket: "imported" });
const taken = { ...imported, change: { ...imported.change, importing: { id: "imported" } } };

function read(...changes: readonly { readonly address: string }[]) {
  const resources = changes.map(({ address }) => ({
    address,
    expressions: { tags: { references: ["aws_kms_key.main.arn"] } },
  }));
  const document = {
    format_version: "1.2",
    resource_changes: changes,
    configuration: { root_module: { resources } },
  };
  const { plan } = readStackPlan("orders", Buffer.from(JSON.stringify(document)), []);
  return { addresses: plan.changes.map(({ address }) => address), references: [...plan.references.keys()] };
}

test("what does not change is let go of, with what it is computed from", () => {
  expect(read(moved, taken, policy("no-op"), attachment, same)).toEqual({
    addresses: ["aws_s3_bucket.imported", "aws_s3_bucket.moved"],
    references: ["aws_s3_bucket.moved", "aws_s3_bucket.imported"],
  });
});

test("when a policy changes, who has it is kept", () => {
  expect(read(policy("delete"), attachment, same)).toEqual({
    addresses: ["aws_iam_policy.read", "aws_iam_role_policy_attachment.app"],
    references: ["aws_iam_policy.read", "aws_iam_role_policy_attachment.app"],
  });
});

test("a secret in what is let go of is hidden in what changes", () => {
  const SECRET = "Zq9-planted-secret-xY7w";
  const role = (name: string, actions: readonly string[], values: object) => {
    const { change, ...rest } = entry("postgresql_role", name, actions, values);
    return { ...rest, change: { ...change, after_sensitive: { password: true } } };
  };
  const resource_changes = [
    role("same", ["no-op"], { password: SECRET }),
    role("changed", ["delete"], { name: "changed", search_path: [SECRET] }),
  ];
  const bytes = Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes }));

  const { plan, secrets } = readStackPlan("orders", bytes, []);

  expect(plan.changes.map(({ address }) => address)).toEqual(["postgresql_role.changed"]);
  expect(JSON.stringify(plan.changes)).not.toContain(SECRET);
  expect(secrets.holds(SECRET)).toBe(true);
});
