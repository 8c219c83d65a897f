import { defaultPrivileges, grant, membership, owned, role as postgresRole } from "./postgresql";
import { ownershipControls, publicAccessBlock } from "./guards";
import {
  groupUsers,
  identityItself,
  identityProvider,
  inlinePolicy,
  role,
  userGroups,
  wayIn,
} from "./identities";
import { acl } from "./kafka";
import { lakeFormation } from "./lake-formation";
import {
  bucketAcl,
  keyGrant,
  keyName,
  lastPart,
  policyAt,
  policyOf,
  policyOnceSet,
  thing,
  thingCalled,
} from "./resource-policies";
import { both, textAt, type Source } from "./source";

export { POLICY_TYPES, policiesAccess, sidesOf, type References } from "./policies";

const BUCKET = {
  system: "S3",
  kind: "bucket",
  nameOf: (values) => textAt(values, "bucket"),
} as const satisfies Parameters<typeof policyAt>[0];

const KEY = { system: "KMS", kind: "key" } as const;
const TOPIC = { system: "SNS", kind: "SNS topic" } as const;
const QUEUE = { system: "SQS", kind: "queue" } as const;
const SECRET = { system: "Secrets Manager", kind: "secret" } as const;

const byName: (values: Parameters<typeof keyName>[0]) => string = (values) => textAt(values, "name");

/** What each type of resource says of access; what is not here says nothing, but for IAM's managed policies. */
export const SOURCES: Readonly<Record<string, Source>> = {
  kafka_acl: acl,
  postgresql_grant: grant,
  postgresql_default_privileges: defaultPrivileges,
  postgresql_grant_role: membership,
  postgresql_role: postgresRole,
  postgresql_schema: owned("schema"),
  postgresql_database: owned("database"),
  aws_iam_role: role,
  aws_iam_role_policy: inlinePolicy("role"),
  aws_iam_user: identityItself("user"),
  aws_iam_user_policy: inlinePolicy("user"),
  aws_iam_user_group_membership: userGroups,
  aws_iam_user_login_profile: wayIn("log in to the console with a password"),
  aws_iam_access_key: wayIn("log in with an access key"),
  aws_iam_group: identityItself("group"),
  aws_iam_group_policy: inlinePolicy("group"),
  aws_iam_group_membership: groupUsers,
  aws_iam_openid_connect_provider: identityProvider,
  aws_s3_bucket: both(thing("bucket", BUCKET.nameOf), both(policyOnceSet(BUCKET), bucketAcl)),
  aws_s3_bucket_acl: bucketAcl,
  aws_s3_bucket_policy: policyAt(BUCKET),
  aws_s3_bucket_ownership_controls: ownershipControls,
  aws_s3_bucket_public_access_block: publicAccessBlock("bucket"),
  aws_s3_account_public_access_block: publicAccessBlock("account"),
  aws_kms_key: both(thingCalled("key", keyName), policyOf({ ...KEY, nameOf: keyName })),
  aws_kms_key_policy: policyAt({ ...KEY, nameOf: (values) => lastPart(textAt(values, "key_id"), "/") }),
  aws_kms_grant: keyGrant,
  aws_sns_topic: both(thing("SNS topic", byName), policyOnceSet({ ...TOPIC, nameOf: byName })),
  aws_sns_topic_policy: policyAt({ ...TOPIC, nameOf: (values) => lastPart(textAt(values, "arn")) }),
  aws_sqs_queue: both(thing("queue", byName), policyOnceSet({ ...QUEUE, nameOf: byName })),
  aws_sqs_queue_policy: policyAt({
    ...QUEUE,
    nameOf: (values) => lastPart(textAt(values, "queue_url"), "/"),
  }),
  aws_secretsmanager_secret: both(thing("secret", byName), policyOnceSet({ ...SECRET, nameOf: byName })),
  aws_secretsmanager_secret_policy: policyAt({
    ...SECRET,
    nameOf: (values) => lastPart(textAt(values, "secret_arn")).replace(/-[A-Za-z0-9]{6}$/, ""),
  }),
  aws_lakeformation_permissions: lakeFormation,
};
