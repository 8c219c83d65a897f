import { bucketArn, bucketName, objectArn, portPrefix } from "../../src/names";
import { decryptStatements, encryptStatements, type KeyOwner } from "../key";
import { policyValues, sidWord, type PolicyStatement } from "../policy";
import type { PortVersion } from "./bucket-port";

/** What a reader may do with objects below the prefixes it was given. */
export const READ_OBJECT_ACTIONS: readonly string[] = [
  "s3:GetObject",
  "s3:GetObjectTagging",
  "s3:GetObjectVersion",
];

/** What a reader may do with the bucket, for the prefixes it was given. */
export const LIST_ACTION = "s3:ListBucket";

/** What a writer may do with objects below its ports' prefixes. Expiry deletes; writers do not. */
export const WRITE_OBJECT_ACTIONS: readonly string[] = [
  "s3:AbortMultipartUpload",
  "s3:ListMultipartUploadParts",
  "s3:PutObject",
];

/** `products/order-placed/v1/*`: everything below a port's prefix. */
export const objectsOf = ({ product, major }: PortVersion): string => `${portPrefix(product, major)}*`;

/** What a reader's own role needs for these ports of one domain's bucket, the key included. */
export function bucketReadStatements(owner: KeyOwner, ports: readonly PortVersion[]): PolicyStatement[] {
  const bucket = bucketName(owner.site, owner.domain);
  const name = sidWord(owner.domain);
  return [
    {
      Sid: `Read${name}`,
      Effect: "Allow",
      Action: READ_OBJECT_ACTIONS,
      Resource: policyValues(ports.map((port) => objectArn(owner.site, bucket, objectsOf(port)))),
    },
    {
      Sid: `List${name}`,
      Effect: "Allow",
      Action: LIST_ACTION,
      Resource: bucketArn(owner.site, bucket),
      Condition: { StringLike: { "s3:prefix": policyValues(ports.map(objectsOf)) } },
    },
    ...decryptStatements(owner),
  ];
}

/** What a writer's own role needs for these ports of its domain's bucket, the key included. */
export function bucketWriteStatements(owner: KeyOwner, ports: readonly PortVersion[]): PolicyStatement[] {
  const bucket = bucketName(owner.site, owner.domain);
  return [
    {
      Sid: `Write${sidWord(owner.domain)}`,
      Effect: "Allow",
      Action: WRITE_OBJECT_ACTIONS,
      Resource: policyValues(ports.map((port) => objectArn(owner.site, bucket, objectsOf(port)))),
    },
    ...encryptStatements(owner),
  ];
}
