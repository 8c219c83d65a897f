import { anyKeyArn, keyAlias, viaService, type Site } from "../../src/names";
import { sidWord, type PolicyStatement } from "../policy";

/** Whose key: everything about it that can be computed. Its id cannot, so statements name it by its alias. */
export interface KeyOwner {
  readonly site: Site;
  readonly domain: string;
}

/** What a reader of data encrypted with the key needs. */
export const DECRYPT_ACTIONS: readonly string[] = ["kms:Decrypt", "kms:DescribeKey"];

/** What a writer needs; multipart uploads also decrypt (Amazon S3 user guide, multipart upload permissions). */
export const ENCRYPT_ACTIONS: readonly string[] = ["kms:Decrypt", "kms:GenerateDataKey"];

/** What the reader's own role needs to read data that the domain's key encrypts, in S3 and nowhere else. */
export function decryptStatements(owner: KeyOwner): PolicyStatement[] {
  return [keyStatement(`Decrypt${sidWord(owner.domain)}`, DECRYPT_ACTIONS, owner)];
}

/** What the writer's own role needs to write data that the domain's key encrypts, in S3 and nowhere else. */
export function encryptStatements(owner: KeyOwner): PolicyStatement[] {
  return [keyStatement(`Encrypt${sidWord(owner.domain)}`, ENCRYPT_ACTIONS, owner)];
}

function keyStatement(sid: string, actions: readonly string[], { site, domain }: KeyOwner): PolicyStatement {
  return {
    Sid: sid,
    Effect: "Allow",
    Action: actions,
    Resource: anyKeyArn(site),
    Condition: {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(site, domain) },
      StringEquals: { "kms:ViaService": viaService(site, "s3") },
    },
  };
}
