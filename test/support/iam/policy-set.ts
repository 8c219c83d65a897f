import type { PolicyDocument } from "../../../constructs/policy";

type Args = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Args>>>>;

/** What a role is given: ids of documents in the same `PolicySet`. */
export interface AttachedPolicies {
  readonly policies: readonly string[];
  readonly boundary?: string;
}

/** Every policy document of a mesh, and which role has which. */
export interface PolicySet {
  /** By `policyId`, `trustId`, `bucketId` or `keyId`. */
  readonly documents: Readonly<Record<string, PolicyDocument>>;
  /** By `path/name`, the end of the role's ARN. */
  readonly roles: Readonly<Record<string, AttachedPolicies>>;
}

/** A managed policy, by its ARN or the end of it. */
export const policyId = (arn: string): string => `policy:${arn.replace(/^.*:policy/, "")}`;
/** The trust policy of a role, by its ARN or the end of it. */
export const trustId = (arn: string): string => `trust:${roleKey(arn)}`;
export const bucketId = (bucket: string): string => `bucket:${bucket}`;
export const keyId = (alias: string): string => `key:${alias}`;
/**
 * The policy of a key that only its account's own policies guard. Of other resources it is enough that there is none; a
 * key without a policy is closed to everyone, so nothing would be tried.
 */
export const UNGUARDED_KEY = keyId("unguarded");
/** The key of `PolicySet.roles`. */
export const roleKey = (arn: string): string => arn.replace(/^.*:role/, "");

/** Finds the policies in stacks as `cdk.tf.json` has them. */
export function policiesOf(stacks: readonly object[]): PolicySet {
  const found = stacks.map((stack) => policiesOfStack(((stack as Args).resource ?? {}) as Resources));
  return {
    documents: Object.assign({}, ...found.map(({ documents }) => documents)) as PolicySet["documents"],
    roles: Object.assign({}, ...found.map(({ roles }) => roles)) as PolicySet["roles"],
  };
}

function policiesOfStack(resources: Resources): PolicySet {
  const documents: Record<string, PolicyDocument> = {};
  const roles: Record<string, AttachedPolicies> = {};
  const text = (value: unknown): string => resolved(resources, String(value));
  const all = (type: string): [string, Args][] => Object.entries(resources[type] ?? {});

  for (const [, { path, name, policy }] of all("aws_iam_policy")) {
    documents[policyId(`${text(path)}${text(name)}`)] = parsed(policy);
  }
  for (const [, args] of all("aws_iam_role")) {
    const key = `${text(args.path)}${text(args.name)}`;
    documents[trustId(key)] = parsed(args.assume_role_policy);
    const attached = all("aws_iam_role_policy_attachment").filter(
      ([, { role }]) => text(role) === text(args.name),
    );
    roles[key] = {
      policies: attached.map(([, { policy_arn }]) => policyId(text(policy_arn))),
      boundary:
        args.permissions_boundary === undefined ? undefined : policyId(text(args.permissions_boundary)),
    };
  }
  for (const [, { bucket, policy }] of all("aws_s3_bucket_policy")) {
    documents[bucketId(text(bucket))] = parsed(policy);
  }
  for (const [, { name, target_key_id }] of all("aws_kms_alias")) {
    const key = resources.aws_kms_key?.[text(target_key_id)];
    if (key !== undefined) documents[keyId(text(name))] = parsed(key.policy);
  }
  return { documents, roles };
}

const REFERENCE = /^\$\{(\w+)\.([\w-]+)\.(\w+)\}$/;

/** What a reference to another resource of the stack stands for: a name where it has one, else its id in the stack. */
function resolved(resources: Resources, value: string): string {
  const [, type = "", id = "", attribute = ""] = REFERENCE.exec(value) ?? [];
  const args = resources[type]?.[id];
  if (args === undefined) return value;
  if (type === "aws_iam_policy") return `${String(args.path)}${String(args.name)}`;
  if (type === "aws_s3_bucket") return String(args.bucket);
  return attribute in args ? String(args[attribute]) : id;
}

const parsed = (policy: unknown): PolicyDocument => JSON.parse(String(policy)) as PolicyDocument;
