import { anyKeyArn, DOMAIN_TAG, ENVIRONMENT_TAG, keyAlias, keyAliasArn, viaService } from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";

/**
 * The domain's key. Until its alias exists, its tags alone say whose it is, so a key is known by the tags it was created
 * with, and tags can be put only on a key that has none of them and no alias: on a new one.
 */
export function deployKeyStatements({ site, domain }: DomainScope): PolicyStatement[] {
  const anyKey = anyKeyArn(site);
  const tagged = (where: "aws:RequestTag" | "aws:ResourceTag") => ({
    [`${where}/${DOMAIN_TAG}`]: domain,
    [`${where}/${ENVIRONMENT_TAG}`]: site.environment,
  });

  return [
    {
      Sid: "NewKey",
      Effect: "Allow",
      Action: "kms:CreateKey",
      Resource: "*",
      Condition: { StringEquals: tagged("aws:RequestTag") },
    },
    {
      Sid: "TagNewKey",
      Effect: "Allow",
      Action: "kms:TagResource",
      Resource: anyKey,
      Condition: {
        StringEquals: tagged("aws:RequestTag"),
        Null: { [`aws:ResourceTag/${DOMAIN_TAG}`]: "true", "kms:ResourceAliases": "true" },
      },
    },
    {
      Sid: "OwnKey",
      Effect: "Allow",
      Action: [
        "kms:*Alias",
        "kms:*KeyRotation",
        "kms:DescribeKey",
        "kms:EnableKey",
        "kms:GetKey*",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
      Resource: anyKey,
      Condition: { StringEquals: tagged("aws:ResourceTag") },
    },
    {
      Sid: "OwnAlias",
      Effect: "Allow",
      Action: "kms:*Alias",
      Resource: keyAliasArn(site, keyAlias(site, domain)),
    },
    { Sid: "ReadAliases", Effect: "Allow", Action: "kms:ListAliases", Resource: "*" },
    {
      Sid: "SecretsKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: anyKey,
      Condition: {
        StringEquals: { ...tagged("aws:ResourceTag"), "kms:ViaService": viaService(site, "secretsmanager") },
      },
    },
  ];
}
