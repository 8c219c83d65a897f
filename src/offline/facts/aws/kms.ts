import { keyAliasArn, regionalArn } from "../../../names";
import type { Value } from "../../model";
import { samePolicy } from "../json-equality";
import { row, type Need, type ResourceFacts, type Subject } from "../model";
import { flag, importBy, text } from "../read";
import { between, conflicts, json, matching, oneOf } from "../rules";
import { awsError, inRegion, newUuid, REGIONAL, regionOf, same, siteOf, TAGGED } from "./common";

/* hashicorp/terraform-provider-aws 6.25, internal/service/kms. */

/** The key's id, of an id or an ARN. */
const keyIdOf = (value: Value): string =>
  typeof value === "string" ? value.slice(value.lastIndexOf("/") + 1) : "";

/** A key must be there. */
export const needsKey = (attribute: string, missing: (key: string, subject: Subject) => string): Need => ({
  type: "aws_kms_key",
  of: (values, { site }) =>
    text(values, attribute) === ""
      ? []
      : [[site.account, regionOf(values, site), keyIdOf(values[attribute])].join("/")],
  missing: (_identity, subject) => missing(text(subject.values, attribute), subject),
});

const keyArn = (subject: Subject, id: string): string => regionalArn(siteOf(subject), "kms", `key/${id}`);

/** `aws_kms_key`: the service makes its name up. */
export const key: ResourceFacts = row({
  source: "aws key.go",
  identity: inRegion("key_id"),
  minted: true,
  local: ["bypass_policy_lockout_safety_check", "deletion_window_in_days", "timeouts"],
  forceNew: [
    "custom_key_store_id",
    "customer_master_key_spec",
    "key_usage",
    "multi_region",
    "xks_key_id",
    "region",
  ],
  defaults: {
    bypass_policy_lockout_safety_check: false,
    enable_key_rotation: false,
    customer_master_key_spec: "SYMMETRIC_DEFAULT",
    is_enabled: true,
    key_usage: "ENCRYPT_DECRYPT",
  },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  equivalent: { policy: samePolicy },
  rules: [
    between("deletion_window_in_days", 7, 30),
    between("rotation_period_in_days", 90, 2560),
    oneOf("key_usage", "ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"),
    json("policy"),
  ],
  derived: {
    ...TAGGED.derived,
    key_id: newUuid,
    id: newUuid,
    arn: (subject) => keyArn(subject, String(newUuid(subject))),
    description: () => "",
    multi_region: () => false,
    rotation_period_in_days: ({ values }) => (flag(values, "enable_key_rotation") ? 365 : 0),
    policy: ({ context: { site } }) =>
      `{"Id":"key-default-1","Statement":[{"Action":"kms:*","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::` +
      `${site.account}:root"},"Resource":"*","Sid":"Enable IAM User Permissions"}],"Version":"2012-10-17"}`,
  },
  importer: (id) => ({ key_id: keyIdOf(id) }),
});

/** `aws_kms_alias`: another key in place, another name is another alias. */
export const alias: ResourceFacts = row({
  source: "aws alias.go",
  identity: inRegion("name"),
  forceNew: ["name", "name_prefix", "region"],
  planned: REGIONAL.planned,
  equivalent: { target_key_id: (before, after) => keyIdOf(before) === keyIdOf(after) },
  rules: [
    matching("name", /^alias\/[\w/-]+$/, "must begin with 'alias/' and be comprised of only [a-zA-Z0-9/_-]"),
  ],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    name_prefix: () => "",
    id: same("name"),
    arn: (subject) => keyAliasArn(siteOf(subject), text(subject.values, "name")),
    target_key_arn: (subject) => keyArn(subject, keyIdOf(subject.values.target_key_id)),
  },
  follows: ["target_key_arn"],
  taken: (subject) =>
    awsError(
      subject,
      `creating KMS Alias (${text(subject.values, "name")})`,
      ["KMS", "CreateAlias", 400],
      `AlreadyExistsException: An alias with the name ${keyAliasArn(siteOf(subject), text(subject.values, "name"))} already exists`,
    ),
  needs: [
    {
      ...needsKey("target_key_id", (target, subject) =>
        awsError(
          subject,
          `creating KMS Alias (${text(subject.values, "name")})`,
          ["KMS", "CreateAlias", 400],
          `NotFoundException: Key '${keyArn(subject, keyIdOf(target))}' does not exist`,
        ),
      ),
      lifelong: true,
    },
  ],
  importer: importBy("name"),
});
