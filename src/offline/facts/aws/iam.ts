import { oidcProviderArn, policyArn, roleArn } from "../../../names";
import type { Value } from "../../model";
import { iamUniqueId } from "../digest";
import { samePolicy } from "../json-equality";
import {
  row,
  type Attributes,
  type Need,
  type ProviderContext,
  type ResourceFacts,
  type Subject,
} from "../model";
import { flag, importBy, text } from "../read";
import { between, conflicts, json, lengthBetween } from "../rules";
import { awsError, CREATED_AT, inAccount, isAwsManaged, same, siteOf, TAGGED } from "./common";

/*
 * hashicorp/terraform-provider-aws 6.25, internal/service/iam; error texts are
 * IAM's own (IAM API reference, "Errors" of each action).
 */

const nameOfPolicy = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

/** Policies of AWS are known by their ARN, those of the account by their name. */
function policyIdentities(arn: string, context: ProviderContext): readonly string[] {
  if (arn === "") return [];
  return [`${context.site.account}/${isAwsManaged(arn, context) ? arn : nameOfPolicy(arn)}`];
}

const needsPolicy = (
  attribute: string,
  doing: string,
  operation: string,
  missing: (arn: string) => string,
): Need => ({
  type: "aws_iam_policy",
  of: (values, context) => policyIdentities(text(values, attribute), context),
  missing: (_identity, subject) =>
    awsError(
      subject,
      doing,
      ["IAM", operation, 404],
      `NoSuchEntity: ${missing(text(subject.values, attribute))}`,
    ),
  builtIn: (identity, context) => isAwsManaged(identity.slice(identity.indexOf("/") + 1), context),
});

const exists =
  (kind: string, operation: string, words: string) =>
  (subject: Subject): string =>
    awsError(subject, `creating IAM ${kind}`, ["IAM", operation, 409], `EntityAlreadyExists: ${words}`);

/** `aws_iam_role` */
export const role: ResourceFacts = row({
  source: "aws role.go",
  identity: inAccount("name"),
  computedBlocks: ["inline_policy"],
  local: ["force_detach_policies"],
  forceNew: ["name", "name_prefix", "path"],
  defaults: { path: "/", max_session_duration: 3600, force_detach_policies: false },
  ...TAGGED,
  reads: { description: "", permissions_boundary: "" },
  equivalent: { assume_role_policy: samePolicy },
  rules: [
    json("assume_role_policy"),
    between("max_session_duration", 3600, 43200),
    lengthBetween("name", 1, 64),
    lengthBetween("description", 0, 1000),
  ],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    ...TAGGED.derived,
    name_prefix: () => "",
    id: same("name"),
    arn: (subject) => roleArn(siteOf(subject), text(subject.values, "path"), text(subject.values, "name")),
    unique_id: ({ context, token }) => iamUniqueId("AROA", context.seed, token),
    create_date: () => CREATED_AT,
    managed_policy_arns: () => [],
    inline_policy: () => [],
  },
  taken: (subject) => {
    const name = text(subject.values, "name");
    return exists(`Role (${name})`, "CreateRole", `Role with name ${name} already exists.`)(subject);
  },
  needs: [
    needsPolicy(
      "permissions_boundary",
      "creating IAM Role",
      "CreateRole",
      (arn) => `Scope ARN: ${arn} does not exist or is not attachable.`,
    ),
  ],
  obstacles: [
    {
      by: {
        type: "aws_iam_role_policy_attachment",
        holds: (attachment, { values }) => text(attachment, "role") === text(values, "name"),
      },
      unless: (values) => flag(values, "force_detach_policies"),
      words: (subject) =>
        awsError(
          subject,
          `deleting IAM Role (${text(subject.values, "name")})`,
          ["IAM", "DeleteRole", 409],
          "DeleteConflict: Cannot delete entity, must detach all policies first.",
        ),
    },
  ],
  importer: importBy("name"),
});

const heldBy = (
  type: string,
  holds: (other: Attributes, subject: Subject) => boolean,
): ResourceFacts["obstacles"][number] => ({
  by: { type, holds },
  words: (subject) =>
    awsError(
      subject,
      `deleting IAM Policy (${text(subject.values, "arn")})`,
      ["IAM", "DeletePolicy", 409],
      "DeleteConflict: Cannot delete a policy attached to entities.",
    ),
});

/** `aws_iam_policy`: even its description replaces it. */
export const policy: ResourceFacts = row({
  source: "aws policy.go",
  identity: inAccount("name"),
  forceNew: ["name", "name_prefix", "path", "description"],
  defaults: { path: "/" },
  ...TAGGED,
  reads: { description: "" },
  equivalent: { policy: samePolicy },
  rules: [json("policy"), lengthBetween("name", 1, 128), lengthBetween("description", 0, 1000)],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    ...TAGGED.derived,
    name_prefix: () => "",
    arn: (subject) => policyArn(siteOf(subject), text(subject.values, "path"), text(subject.values, "name")),
    id: (subject) => policyArn(siteOf(subject), text(subject.values, "path"), text(subject.values, "name")),
    policy_id: ({ context, token }) => iamUniqueId("ANPA", context.seed, token),
    attachment_count: () => 0,
  },
  taken: (subject) => {
    const name = text(subject.values, "name");
    return exists(
      `Policy (${name})`,
      "CreatePolicy",
      `A policy called ${name} already exists. Duplicate names are not allowed.`,
    )(subject);
  },
  obstacles: [
    heldBy(
      "aws_iam_role_policy_attachment",
      (attachment, { values }) => text(attachment, "policy_arn") === text(values, "arn"),
    ),
    heldBy(
      "aws_iam_role",
      (other, { values }) => text(other, "permissions_boundary") === text(values, "arn"),
    ),
  ],
  importer: (id) => ({ name: nameOfPolicy(id) }),
});

/** `aws_iam_role_policy_attachment` */
export const rolePolicyAttachment: ResourceFacts = row({
  source: "aws role_policy_attachment.go",
  identity: inAccount("role", "policy_arn"),
  forceNew: ["role", "policy_arn"],
  derived: { id: ({ values }) => `${text(values, "role")}/${text(values, "policy_arn")}` },
  needs: [
    {
      type: "aws_iam_role",
      of: (values, { site }) => [`${site.account}/${text(values, "role")}`],
      missing: (_identity, subject) =>
        awsError(
          subject,
          `attaching IAM Policy (${text(subject.values, "policy_arn")}) to IAM Role (${text(subject.values, "role")})`,
          ["IAM", "AttachRolePolicy", 404],
          `NoSuchEntity: The role with name ${text(subject.values, "role")} cannot be found.`,
        ),
      lifelong: true,
    },
    {
      ...needsPolicy(
        "policy_arn",
        "attaching IAM Policy",
        "AttachRolePolicy",
        (arn) => `Policy ${arn} does not exist or is not attachable.`,
      ),
      lifelong: true,
    },
  ],
  importer: (id) => {
    const at = id.indexOf("/");
    if (at > 0) return { role: id.slice(0, at), policy_arn: id.slice(at + 1) };
    return `unexpected format of ID (${id}), expected <role-name>/<policy_arn>`;
  },
});

const withoutScheme = (url: Value): string => (typeof url === "string" ? url.replace(/^https:\/\//, "") : "");

const providerArn = (subject: Subject): string =>
  oidcProviderArn(siteOf(subject), withoutScheme(subject.values.url).replace(/\/$/, ""));

/** `aws_iam_openid_connect_provider` */
export const openidConnectProvider: ResourceFacts = row({
  source: "aws openid_connect_provider.go",
  identity: ({ url }, { site }) => `${site.account}/${withoutScheme(url)}`,
  forceNew: ["url"],
  ...TAGGED,
  equivalent: { url: (before, after) => withoutScheme(before) === withoutScheme(after) },
  derived: {
    ...TAGGED.derived,
    arn: providerArn,
    id: providerArn,
    thumbprint_list: () => [],
  },
  taken: (subject) =>
    exists(
      "OIDC Provider",
      "CreateOpenIDConnectProvider",
      `Provider with url ${text(subject.values, "url")} already exists.`,
    )(subject),
  importer: (id) => ({
    url: `https://${id.slice(id.indexOf(":oidc-provider/") + ":oidc-provider/".length)}`,
  }),
});
