import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";
import { allow, policyOf, ROOT } from "./documents";

const key = rowsOf("aws_kms_key", (name) => ({
  ...{ description: `data of ${name}`, deletion_window_in_days: 30, enable_key_rotation: true },
  policy: policyOf(allow("kms:*", ROOT)),
}));

const alias = rowsOf("aws_kms_alias", (name) => ({
  ...{ name: `alias/${name}`, target_key_id: "${aws_kms_key.keeper.key_id}" },
}));

export const KEYS: readonly PlannedRow[] = [
  key(
    "k1",
    "a key is new",
    [undefined, {}],
    "access aws_kms_key/access: whoever account `111122223333` lets may `kms:*` on key `data of k1`",
  ),
  key(
    "k2",
    "a key is deleted",
    [{ deletion_window_in_days: 7 }, undefined],
    "dataLoss aws_kms_key/deleted: key `data of k2` is scheduled for deletion: nothing encrypted with it can be read from then on, and after `7` days never again",
  ),
  key(
    "k3",
    "a key is for something else",
    [{}, { key_usage: "SIGN_VERIFY" }],
    "dataLoss aws_kms_key/key_usage: key `data of k3` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`key_usage` `ENCRYPT_DECRYPT` → `SIGN_VERIFY`)",
  ),
  key(
    "k4",
    "a key is of another kind",
    [{}, { customer_master_key_spec: "RSA_2048" }],
    "dataLoss aws_kms_key/customer_master_key_spec: key `data of k4` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`customer_master_key_spec` `SYMMETRIC_DEFAULT` → `RSA_2048`)",
  ),
  key(
    "k5",
    "a key is for many regions",
    [{}, { multi_region: true }],
    "dataLoss aws_kms_key/multi_region: key `data of k5` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`multi_region` `false` → `true`)",
  ),
  key(
    "k6",
    "a key is in another store",
    [{}, { custom_key_store_id: "cks-1" }],
    "dataLoss aws_kms_key/custom_key_store_id: key `data of k6` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`custom_key_store_id` `(none)` → `cks-1`)",
  ),
  key(
    "k7",
    "a key is outside",
    [{}, { xks_key_id: "x" }],
    "dataLoss aws_kms_key/xks_key_id: key `data of k7` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`xks_key_id` `(none)` → `x`)",
  ),
  key(
    "k8",
    "a key is in another region",
    [{}, { region: "eu-west-1" }],
    "dataLoss aws_kms_key/region: key `data of k8` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (`region` `eu-central-1` → `eu-west-1`)",
  ),
  key(
    "k9",
    "a key is disabled",
    [{}, { is_enabled: false }],
    "dataLoss aws_kms_key/disabled: key `data of k9` is disabled: everything encrypted with it cannot be read until it is enabled again",
  ),
  key(
    "k10",
    "a key is enabled",
    [{ is_enabled: false }, {}],
    "access aws_kms_key/enabled: key `data of k10` is enabled: what it encrypts can be read again",
  ),
  key(
    "k11",
    "a key is not rotated any more",
    [{}, { enable_key_rotation: false }],
    "access aws_kms_key/rotation-off: key `data of k11` is not rotated any more",
  ),
  key(
    "k12",
    "a key's deletion can be taken back for fewer days",
    [{}, { deletion_window_in_days: 7 }],
    "cost aws_kms_key/window-shorter: a deletion of key `data of k12` can be taken back for fewer days: `30` → `7`",
  ),
  key(
    "k13",
    "a key's policy lets others use it",
    [
      {},
      { policy: policyOf(allow("kms:*", ROOT), { ...allow("kms:Decrypt", { Principal: "*" }), Sid: "All" }) },
    ],
    "access aws_kms_key/access: anyone may `kms:Decrypt` on key `data of k13`",
  ),
  key(
    "k14",
    "a key's policy is written otherwise",
    [{}, { policy: policyOf({ ...allow("kms:*", ROOT), Sid: "Root" }) }],
    "none aws_kms_key/policy-same: `policy` of key `data of k14` is written otherwise, and says the same",
  ),
  key(
    "k15",
    "a key's policy is not checked",
    [{}, { bypass_policy_lockout_safety_check: true }],
    "access aws_kms_key/lockout-unchecked: the next policy of key `data of k15` may lock everybody out: KMS does not check it any more",
  ),
  key(
    "k16",
    "a key's policy lets nobody decrypt",
    [{}, { policy: policyOf(allow("kms:PutKeyPolicy", ROOT)) }],
    "dataLoss aws_kms_key/locked-out: nobody can decrypt anything with key `data of k16` any more: its policy lets nobody in",
    "access aws_kms_key/access: whoever account `111122223333` lets may no longer `kms:*` on key `data of k16`, now only `kms:PutKeyPolicy`",
  ),
  key(
    "k17",
    "a key's policy lets nobody administer it",
    [{}, { policy: policyOf(allow("kms:Decrypt", ROOT)) }],
    "dataLoss aws_kms_key/unmanageable: nobody can write another policy for key `data of k17` any more, or look after it: whom it keeps out it keeps out for good",
    "access aws_kms_key/access: whoever account `111122223333` lets may no longer `kms:*` on key `data of k17`, now only `kms:Decrypt`",
  ),
  alias(
    "a1",
    "an alias is deleted",
    [{}, undefined],
    "breaks/interruption aws_kms_alias/deleted: key alias `alias/a1` is deleted: whoever finds the key by it, policies too, finds none",
  ),
  alias(
    "a2",
    "an alias has another name",
    [{}, { name: "alias/a2-other" }],
    "breaks/interruption aws_kms_alias/name: key alias `alias/a2` is deleted and key alias `alias/a2-other` made: whoever finds the key by the old name, policies too, finds none (`name` `alias/a2` → `alias/a2-other`)",
  ),
  alias(
    "a3",
    "an alias has a name that is made up",
    [{}, { name: undefined, name_prefix: "alias/made-up" }],
    "breaks/interruption aws_kms_alias/name_prefix: key alias `alias/a3` is deleted and `aws_kms_alias.row` made: whoever finds the key by the old name, policies too, finds none (`name_prefix` `(none)` → `alias/made-up`)",
  ),
  alias(
    "a4",
    "an alias is in another region",
    [{}, { region: "eu-west-1" }],
    "breaks/interruption aws_kms_alias/region: key alias `alias/a4` is deleted and key alias `alias/a4` made: whoever finds the key by the old name, policies too, finds none (`region` `eu-central-1` → `eu-west-1`)",
  ),
  alias(
    "a5",
    "an alias points at another key",
    [{}, { target_key_id: "${aws_kms_key.other.key_id}" }],
    "breaks/cost aws_kms_alias/retargeted: key alias `alias/a5` points at another key: new data needs that one, old data still the old one",
  ),
];

const TRUST = {
  ...allow("sts:AssumeRole", { Principal: { Service: "glue.amazonaws.com" } }),
  Resource: undefined,
};

const role = rowsOf("aws_iam_role", (name) => ({
  ...{ name, path: "/mesh/", assume_role_policy: policyOf(TRUST), force_detach_policies: true },
  permissions_boundary: "${aws_iam_policy.keeper.arn}",
}));

const policy = rowsOf("aws_iam_policy", (name) => ({
  ...{ name, path: "/mesh/", description: "what it may do", policy: policyOf(allow("s3:GetObject")) },
}));

const attachment = rowsOf("aws_iam_role_policy_attachment", () => ({
  ...{ role: "${aws_iam_role.keeper.name}", policy_arn: "${aws_iam_policy.keeper.arn}" },
}));

const provider = rowsOf("aws_iam_openid_connect_provider", (name) => ({
  ...{
    url: `https://${name}.example`,
    client_id_list: ["sts.amazonaws.com"],
    thumbprint_list: ["a".repeat(40)],
  },
}));

export const IDENTITIES: readonly PlannedRow[] = [
  role(
    "r1",
    "a role is new",
    [undefined, {}],
    "access aws_iam_role/access: service `glue.amazonaws.com` may assume role `r1`",
  ),
  role(
    "r2",
    "a role is deleted",
    [{}, undefined],
    "access aws_iam_role/deleted: IAM role `r2` is deleted: whoever acts as it cannot any more",
  ),
  role(
    "r3",
    "a role has another name",
    [{}, { name: "r3-other" }],
    "breaks/interruption aws_iam_role/name: IAM role `r3` is deleted and made anew: whoever acts as it is refused in between, and policies elsewhere that name it stop matching, since the new one has another id even under the same name (`name` `r3` → `r3-other`)",
    "access aws_iam_role/access: who may do what by IAM role `r3` changes: 1 gained, 1 lost",
  ),
  role(
    "r4",
    "a role has a name that is made up",
    [{}, { name: undefined, name_prefix: "made-up" }],
    "breaks/interruption aws_iam_role/name_prefix: IAM role `r4` is deleted and made anew: whoever acts as it is refused in between, and policies elsewhere that name it stop matching, since the new one has another id even under the same name (`name_prefix` `(none)` → `made-up`)",
  ),
  role(
    "r5",
    "a role has another path",
    [{}, { path: "/mesh/other/" }],
    "breaks/interruption aws_iam_role/path: IAM role `r5` is deleted and made anew: whoever acts as it is refused in between, and policies elsewhere that name it stop matching, since the new one has another id even under the same name (`path` `/mesh/` → `/mesh/other/`)",
  ),
  role(
    "r6",
    "a role loses its boundary",
    [{}, { permissions_boundary: undefined }],
    "access aws_iam_role/access: role `r6` is no longer held within boundary `arn:aws:iam::000000000000:policy/beside-keeper`",
  ),
  role(
    "r7",
    "a role trusts somebody else too",
    [{}, { assume_role_policy: policyOf(TRUST, { ...TRUST, Sid: "All", Principal: { AWS: "*" } }) }],
    "access aws_iam_role/access: anyone may assume role `r7`",
  ),
  role(
    "r8",
    "a session lasts longer",
    [{}, { max_session_duration: 7200 }],
    "cost aws_iam_role/session: a session of IAM role `r8` may last `3600` → `7200` seconds",
  ),
  role(
    "r9",
    "a role is described otherwise",
    [{}, { description: "b" }],
    "none generic/words: nothing but `description` of IAM role `r9` changes",
  ),
  policy(
    "q1",
    "a policy is new",
    [undefined, {}],
    "access aws_iam_policy/access: whoever has policy `q1` may `s3:GetObject` on `*`",
  ),
  policy(
    "q2",
    "a policy is deleted",
    [{}, undefined],
    "access aws_iam_policy/deleted: policy `q2` is deleted, with what it allows",
  ),
  policy(
    "q3",
    "a policy has another name",
    [{}, { name: "q3-other" }],
    "interruption aws_iam_policy/name: policy `q3` is deleted and made anew: whoever has it attached is refused in between, and the apply fails when something else has it attached (`name` `q3` → `q3-other`)",
  ),
  policy(
    "q4",
    "a policy has a name that is made up",
    [{}, { name: undefined, name_prefix: "made-up" }],
    "interruption aws_iam_policy/name_prefix: policy `q4` is deleted and made anew: whoever has it attached is refused in between, and the apply fails when something else has it attached (`name_prefix` `(none)` → `made-up`)",
  ),
  policy(
    "q5",
    "a policy has another path",
    [{}, { path: "/mesh/other/" }],
    "interruption aws_iam_policy/path: policy `q5` is deleted and made anew: whoever has it attached is refused in between, and the apply fails when something else has it attached (`path` `/mesh/` → `/mesh/other/`)",
  ),
  policy(
    "q6",
    "a policy is described otherwise",
    [{}, { description: "what it can do" }],
    "interruption aws_iam_policy/description: policy `q6` is deleted and made anew only because its description changes: whoever has it attached is refused in between (`description` `what it may do` → `what it can do`)",
  ),
  policy(
    "q7",
    "a policy allows more",
    [{}, { policy: policyOf(allow(["s3:GetObject", "s3:PutObject"])) }],
    "access aws_iam_policy/access: whoever has policy `q7` may `s3:PutObject` on `*`",
  ),
  policy(
    "q8",
    "a policy allows another thing, and less",
    [{}, { policy: policyOf(allow("s3:PutObject")) }],
    "access aws_iam_policy/access: who may do what by policy `q8` changes: 1 gained, 1 lost",
  ),
  policy(
    "q9",
    "a policy is written otherwise",
    [{}, { policy: policyOf({ ...allow("s3:GetObject"), Sid: "Read" }) }],
    "none aws_iam_policy/policy-same: policy `q9` is written otherwise, and says the same",
  ),
  attachment(
    "t1",
    "an attachment is deleted",
    [{}, undefined],
    "access aws_iam_role_policy_attachment/deleted: the attachment of policy `arn:aws:iam::000000000000:policy/beside-keeper` to IAM role `beside-keeper` is taken away",
  ),
  attachment(
    "t2",
    "an attachment is for another role",
    [
      { policy_arn: "${aws_iam_policy.other.arn}" },
      { policy_arn: "${aws_iam_policy.other.arn}", role: "${aws_iam_role.other.name}" },
    ],
    "access aws_iam_role_policy_attachment/access: who may do what by the attachment of policy `arn:aws:iam::000000000000:policy/beside-other` to IAM role `beside-keeper` changes: 1 gained, 1 lost",
    "interruption aws_iam_role_policy_attachment/role: the attachment of policy `arn:aws:iam::000000000000:policy/beside-other` to IAM role `beside-keeper` is taken away and the attachment of policy `arn:aws:iam::000000000000:policy/beside-other` to IAM role `beside-other` made: the role is refused in between (`role` `beside-keeper` → `beside-other`)",
  ),
  attachment(
    "t3",
    "an attachment is of another policy",
    [
      { role: "${aws_iam_role.other.name}" },
      { role: "${aws_iam_role.other.name}", policy_arn: "${aws_iam_policy.third.arn}" },
    ],
    "access aws_iam_role_policy_attachment/access: who may do what by the attachment of policy `arn:aws:iam::000000000000:policy/beside-keeper` to IAM role `beside-other` changes: 1 gained, 1 lost",
    "interruption aws_iam_role_policy_attachment/policy_arn: the attachment of policy `arn:aws:iam::000000000000:policy/beside-keeper` to IAM role `beside-other` is taken away and the attachment of policy `arn:aws:iam::000000000000:policy/beside-third` to IAM role `beside-other` made: the role is refused in between (`policy_arn` `arn:aws:iam::000000000000:policy/beside-keeper` → `arn:aws:iam::000000000000:policy/beside-third`)",
  ),
  attachment(
    "t4",
    "an attachment is new",
    [undefined, { role: "${aws_iam_role.third.name}", policy_arn: "${aws_iam_policy.third.arn}" }],
    "access aws_iam_role_policy_attachment/access: role `beside-third` has policy `arn:aws:iam::000000000000:policy/beside-third`",
  ),
  provider(
    "i1",
    "an identity provider is new",
    [undefined, {}],
    "access aws_iam_openid_connect_provider/access: whoever `i1.example` vouches for may ask for roles that trust it, for audience `sts.amazonaws.com`",
  ),
  provider(
    "i2",
    "an identity provider is deleted",
    [{}, undefined],
    "interruption aws_iam_openid_connect_provider/deleted: identity provider `https://i2.example` is deleted: nobody it vouches for can act as a role, deployments neither",
  ),
  provider(
    "i3",
    "an identity provider is at another address",
    [{}, { url: "https://i3-other.example" }],
    "access aws_iam_openid_connect_provider/access: who may do what by identity provider `https://i3.example` changes: 1 gained, 1 lost",
    "interruption aws_iam_openid_connect_provider/url: identity provider `https://i3.example` is deleted and made anew: nobody it vouches for can act as a role in between (`url` `https://i3.example` → `https://i3-other.example`)",
  ),
  provider(
    "i4",
    "an identity provider has more audiences",
    [{}, { client_id_list: ["sts.amazonaws.com", "x"] }],
    "access aws_iam_openid_connect_provider/access: whoever `i4.example` vouches for may ask for roles that trust it, for audience `x`",
  ),
  provider(
    "i5",
    "an identity provider has other certificates",
    [{}, { thumbprint_list: ["b".repeat(40)] }],
    "access aws_iam_openid_connect_provider/thumbprints: the certificates that identity provider `https://i5.example` is trusted by change",
  ),
];
