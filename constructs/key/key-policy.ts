import {
  PLATFORM_ROLE_PATH,
  accountRootArn,
  alarmArn,
  alarmPrefix,
  anyDomainRoleArn,
  domainRolePath,
  logGroupArn,
  logGroupPrefix,
  logsServicePrincipal,
  roleArn,
  viaService,
  type Site,
} from "../../src/names";
import { roleArnOf, type AppIdentity } from "../identity";
import { policyValues, type PolicyStatement } from "../policy";
import { DECRYPT_ACTIONS } from "./key-statements";

/** What a domain's key policy is made from. */
export interface KeyPolicyInput {
  readonly site: Site;
  readonly domain: string;
  /** Where the platform's roles live, besides the domain's own account. */
  readonly platformSite: Site;
  /** Apps of other domains that may decrypt, in any order. */
  readonly readers: readonly AppIdentity[];
}

const NOT_A_SERVICE = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };

/**
 * The statements of a domain's key policy.
 *
 * The account stays able to administer the key, as AWS recommends, so whoever the account's own policies let near it
 * is held off by Denies: other domains' roles from everything but reading, everyone from encrypting and granting, all
 * but named readers from decrypting, and readers from decrypting anywhere but through S3.
 *
 * Readers are told by `aws:PrincipalArn`, not named as principals: AWS refuses a principal that does not exist yet, and
 * a reader's domain may be deployed later than this one.
 */
export function keyPolicyStatements(input: KeyPolicyInput): PolicyStatement[] {
  return [...accountStatements(input), ...readerStatements(input), ...serviceStatements(input)];
}

function accountStatements({ site, domain, platformSite, readers }: KeyPolicyInput): PolicyStatement[] {
  const own = roleArn(site, domainRolePath(site, domain), "*");
  const insiders = [
    own,
    roleArn(site, PLATFORM_ROLE_PATH, "*"),
    roleArn(platformSite, PLATFORM_ROLE_PATH, "*"),
  ];

  return [
    {
      Sid: "AccountAdministers",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(site) },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "DenyForeignRoles",
      Effect: "Deny",
      Principal: "*",
      NotAction: DECRYPT_ACTIONS,
      Resource: "*",
      Condition: {
        ArnLike: { "aws:PrincipalArn": anyDomainRoleArn(site) },
        ArnNotLike: { "aws:PrincipalArn": own },
      },
    },
    {
      Sid: "DenyOtherDomains",
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:CreateGrant", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": policyValues(insiders) }, ...NOT_A_SERVICE },
    },
    {
      Sid: "DenyOtherReaders",
      Effect: "Deny",
      Principal: "*",
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: {
        ArnNotLike: { "aws:PrincipalArn": policyValues([...insiders, ...readers.map(roleArnOf)]) },
        ...NOT_A_SERVICE,
      },
    },
  ];
}

/** A reader in the key's account is let in by the account; one in another account needs the key's own word. */
function readerStatements({ site, readers }: KeyPolicyInput): PolicyStatement[] {
  const near = readers.filter((reader) => reader.site.account === site.account);
  const far = readers.filter((reader) => reader.site.account !== site.account);
  const viaS3 = { "kms:ViaService": viaService(site, "s3") };
  const statements: PolicyStatement[] = [];

  if (near.length > 0) {
    statements.push({
      Sid: "DenyReadersOutsideS3",
      Effect: "Deny",
      Principal: "*",
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": policyValues(near.map(roleArnOf)) },
        StringNotEquals: viaS3,
      },
    });
  }
  if (far.length > 0) {
    statements.push({
      Sid: "AllowReaders",
      Effect: "Allow",
      Principal: { AWS: policyValues(far.map((reader) => accountRootArn(reader.site))) },
      Action: DECRYPT_ACTIONS,
      Resource: "*",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": policyValues(far.map(roleArnOf)) },
        StringEquals: viaS3,
      },
    });
  }
  return statements;
}

/** Without these, alarms are sent to an encrypted topic and silently lost, and no log group takes the key. */
function serviceStatements({ site, domain }: KeyPolicyInput): PolicyStatement[] {
  return [
    {
      Sid: "AllowAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": site.account },
        ArnLike: { "aws:SourceArn": alarmArn(site, `${alarmPrefix(site, domain)}*`) },
      },
    },
    {
      Sid: "AllowLogs",
      Effect: "Allow",
      Principal: { Service: logsServicePrincipal(site) },
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": logGroupArn(site, `${logGroupPrefix(site, domain)}*`),
        },
      },
    },
  ];
}
