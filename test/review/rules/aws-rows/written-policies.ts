import type { WrittenRow } from "../rows/row";
import { allow, policyOf, ROOT } from "./documents";
import { TAINTED, writtenOf } from "./written-of";

const keyPolicy = writtenOf("aws_kms_key_policy", { key_id: "a", policy: policyOf(allow("x:Use", ROOT)) });

const grant = writtenOf("aws_kms_grant", {
  key_id: "a",
  grantee_principal: "arn:aws:iam::111122223333:role/reader",
  operations: ["Decrypt"],
});

const queuePolicy = writtenOf("aws_sqs_queue_policy", {
  queue_url: "https://sqs/1/jobs",
  policy: policyOf(allow("x:Use", ROOT)),
});

const secretPolicy = writtenOf("aws_secretsmanager_secret_policy", {
  secret_arn: "arn:aws:secretsmanager:eu:1:secret:app-AbC123",
  policy: policyOf(allow("x:Use", ROOT)),
});

/** Policies of things that the mesh writes otherwise. */
export const OTHER_POLICIES: readonly WrittenRow[] = [
  keyPolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_kms_key_policy/deleted: the policy of key `a` is that of KMS again: whoever its account lets may use it",
  ),
  keyPolicy(
    "its key_id changes",
    [{}, { key_id: "b" }],
    ["key_id"],
    "access aws_kms_key_policy/key_id: the policy of key `a` is that of KMS again, and another key gets this one (`key_id` `a` → `b`)",
    "access aws_kms_key_policy/access: who may do what by `aws_kms_key_policy.it` changes: 1 gained, 1 lost",
  ),
  keyPolicy(
    "its region changes",
    [{}, { region: "eu-west-1" }],
    ["region"],
    "access aws_kms_key_policy/region: the policy of key `a` is that of KMS again, and another key gets this one (`region` `(none)` → `eu-west-1`)",
  ),
  keyPolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_kms_key_policy/replaced: the policy of key `a` is that of KMS again, and another key gets this one (it is marked as tainted)",
  ),
  keyPolicy(
    "it lets anyone in",
    [{}, { policy: policyOf(allow("x:Use", { Principal: "*" })) }],
    [],
    "access aws_kms_key_policy/access: anyone may `x:Use` on key `a`",
  ),
  keyPolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("x:Use", ROOT), Sid: "Other" }) }],
    [],
    "none aws_kms_key_policy/policy-same: `aws_kms_key_policy.it` is written otherwise, and says the same",
  ),
  keyPolicy(
    "it denies everything to everybody",
    [
      { policy: policyOf(allow("kms:*", ROOT)) },
      { policy: policyOf(allow("kms:*", ROOT), { ...allow("kms:*", { Principal: "*" }), Effect: "Deny" }) },
    ],
    [],
    "dataLoss aws_kms_key_policy/locked-out: nobody can decrypt anything with key `a` any more: its policy lets nobody in, and nobody can write another one",
    "access aws_kms_key_policy/access: anyone is now denied `kms:*` on key `a`",
  ),
  keyPolicy(
    "it lets nobody administer the key",
    [{ policy: policyOf(allow("kms:*", ROOT)) }, { policy: policyOf(allow("kms:Decrypt", ROOT)) }],
    [],
    "dataLoss aws_kms_key_policy/unmanageable: nobody can write another policy for key `a` any more, or look after it: whom it keeps out it keeps out for good",
    "access aws_kms_key_policy/access: whoever account `111122223333` lets may no longer `kms:*` on key `a`, now only `kms:Decrypt`",
  ),
  grant(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_kms_grant/deleted: `arn:aws:iam::111122223333:role/reader` may not use key `a` by this grant any more",
  ),
  grant(
    "its operations changes",
    [{}, { operations: ["Decrypt", "Encrypt"] }],
    ["operations"],
    "access aws_kms_grant/access: role `reader` of account `111122223333` may `kms:Encrypt` on key `a`",
    "interruption aws_kms_grant/replaced: the grant of key `a` to `arn:aws:iam::111122223333:role/reader` is revoked, then given anew: it is refused in between (`operations` `Decrypt` → `Decrypt, Encrypt`)",
  ),
  grant(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_kms_grant/replaced: the grant of key `a` to `arn:aws:iam::111122223333:role/reader` is revoked, then given anew: it is refused in between (it is marked as tainted)",
  ),
  queuePolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_sqs_queue_policy/deleted: the policy of queue `https://sqs/1/jobs` is deleted: only its own account may use it",
  ),
  queuePolicy(
    "its queue_url changes",
    [{}, { queue_url: "https://sqs/1/others" }],
    ["queue_url"],
    "access aws_sqs_queue_policy/queue_url: the policy of queue `https://sqs/1/jobs` is deleted and made anew: only its own account may use it in between (`queue_url` `https://sqs/1/jobs` → `https://sqs/1/others`)",
    "access aws_sqs_queue_policy/access: who may do what by `aws_sqs_queue_policy.it` changes: 1 gained, 1 lost",
  ),
  queuePolicy(
    "its region changes",
    [{}, { region: "eu-west-1" }],
    ["region"],
    "access aws_sqs_queue_policy/region: the policy of queue `https://sqs/1/jobs` is deleted and made anew: only its own account may use it in between (`region` `(none)` → `eu-west-1`)",
  ),
  queuePolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_sqs_queue_policy/replaced: the policy of queue `https://sqs/1/jobs` is deleted and made anew: only its own account may use it in between (it is marked as tainted)",
  ),
  queuePolicy(
    "it lets anyone in",
    [{}, { policy: policyOf(allow("x:Use", { Principal: "*" })) }],
    [],
    "access aws_sqs_queue_policy/access: anyone may `x:Use` on queue `jobs`",
  ),
  queuePolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("x:Use", ROOT), Sid: "Other" }) }],
    [],
    "none aws_sqs_queue_policy/policy-same: `aws_sqs_queue_policy.it` is written otherwise, and says the same",
  ),
  secretPolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_secretsmanager_secret_policy/deleted: the policy of secret `arn:aws:secretsmanager:eu:1:secret:app-AbC123` is deleted: only its own account may use it",
  ),
  secretPolicy(
    "its secret_arn changes",
    [{}, { secret_arn: "arn:aws:secretsmanager:eu:1:secret:other-AbC123" }],
    ["secret_arn"],
    "access aws_secretsmanager_secret_policy/secret_arn: the policy of secret `arn:aws:secretsmanager:eu:1:secret:app-AbC123` is deleted and made anew: only its own account may use it in between (`secret_arn` `arn:aws:secretsmanager:eu:1:secret:app-AbC123` → `arn:aws:secretsmanager:eu:1:secret:other-AbC123`)",
    "access aws_secretsmanager_secret_policy/access: who may do what by `aws_secretsmanager_secret_policy.it` changes: 1 gained, 1 lost",
  ),
  secretPolicy(
    "its region changes",
    [{}, { region: "eu-west-1" }],
    ["region"],
    "access aws_secretsmanager_secret_policy/region: the policy of secret `arn:aws:secretsmanager:eu:1:secret:app-AbC123` is deleted and made anew: only its own account may use it in between (`region` `(none)` → `eu-west-1`)",
  ),
  secretPolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_secretsmanager_secret_policy/replaced: the policy of secret `arn:aws:secretsmanager:eu:1:secret:app-AbC123` is deleted and made anew: only its own account may use it in between (it is marked as tainted)",
  ),
  secretPolicy(
    "it lets anyone in",
    [{}, { policy: policyOf(allow("x:Use", { Principal: "*" })) }],
    [],
    "access aws_secretsmanager_secret_policy/access: anyone may `x:Use` on secret `app`",
  ),
  secretPolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("x:Use", ROOT), Sid: "Other" }) }],
    [],
    "none aws_secretsmanager_secret_policy/policy-same: `aws_secretsmanager_secret_policy.it` is written otherwise, and says the same",
  ),
];
