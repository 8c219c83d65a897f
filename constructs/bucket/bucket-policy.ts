import {
  PLATFORM_ROLE_PATH,
  accountRootArn,
  bucketArn,
  bucketName,
  domainRolePath,
  keyAlias,
  keyAliasArn,
  objectArn,
  roleArn,
  type Site,
} from "../../src/names";
import { roleArnOf, type AppIdentity } from "../identity";
import {
  POLICY_LIMITS,
  policyDocument,
  policySize,
  policyValues,
  renderPolicy,
  sidWord,
  type PolicyCondition,
  type PolicyLimit,
  type PolicyStatement,
} from "../policy";
import type { PortVersion } from "./bucket-port";
import { LIST_ACTION, READ_OBJECT_ACTIONS, objectsOf } from "./bucket-statements";

/** An app of another domain, and the ports it may read. */
export interface BucketReader {
  readonly reader: AppIdentity;
  readonly ports: readonly PortVersion[];
}

/** What a domain's bucket policy is made from. */
export interface BucketPolicyInput {
  readonly site: Site;
  readonly domain: string;
  /** Where the platform's roles live, besides the domain's own account. */
  readonly platformSite: Site;
  /** In any order. */
  readonly readers: readonly BucketReader[];
  /**
   * ARNs of the roles of people who deploy by hand: they may configure the bucket, and read nothing in it.
   * @default - nobody
   */
  readonly operators?: readonly string[];
}

/** A port that is read by apps of other domains. */
interface SharedPort {
  readonly name: string;
  readonly objectsArn: string;
  /** `products/order-placed/v1/*`, as `s3:prefix` is compared with. */
  readonly listing: string;
  readonly readers: readonly AppIdentity[];
}

const ENCRYPTION = "s3:x-amz-server-side-encryption";
const ENCRYPTION_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/** Plaintext, and TLS older than 1.2, for every bucket. The bucket and its objects are different resources. */
export function transportStatements(site: Site, bucket: string): PolicyStatement[] {
  const all = { Action: "s3:*", Resource: wholeBucket(site, bucket) };
  return [
    deny("DenyInsecureTransport", all, { Bool: { "aws:SecureTransport": "false" } }),
    deny("DenyOldTls", all, { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
  ];
}

/** The bucket and everything in it. */
export const wholeBucket = (site: Site, bucket: string): readonly string[] => [
  bucketArn(site, bucket),
  objectArn(site, bucket, "*"),
];

/**
 * The statements of a domain's bucket policy. It denies by what is touched, not by who reads: a port lists its readers,
 * so that one more reader costs two ARNs, and the policy holds some hundred of them.
 *
 * Readers are told by `aws:PrincipalArn`, not named as principals: S3 refuses a principal that does not exist yet, and
 * a reader's domain may be deployed later than this one. Only readers in other accounts need an Allow here; in the
 * bucket's account the reader's own policy is enough.
 */
export function bucketPolicyStatements(input: BucketPolicyInput): PolicyStatement[] {
  const { site, domain } = input;
  const ports = sharedPorts(input);
  return [
    ...transportStatements(site, bucketName(site, domain)),
    ...encryptionStatements(site, domain),
    ...outsiderStatements(input, ports),
    ...ports.flatMap((port) => readerStatements(input, port)),
    ...ports.flatMap((port) => foreignAccountStatements(input, port)),
  ];
}

/**
 * The policy as JSON.
 *
 * @throws ValidationError `PolicyTooLarge`, with how many of the readers would fit.
 */
export function renderBucketPolicy(path: string, input: BucketPolicyInput): string {
  const document = policyDocument(bucketPolicyStatements(input));
  const limit = POLICY_LIMITS.bucket;
  if (policySize(JSON.stringify(document), limit) <= limit.max) return renderPolicy(path, document, limit);
  return renderPolicy(path, document, { ...limit, hint: sizeHint(input, limit) });
}

function sizeHint(input: BucketPolicyInput, limit: PolicyLimit): string {
  const readers = [...input.readers].sort((a, b) => (roleArnOf(a.reader) < roleArnOf(b.reader) ? -1 : 1));
  const fits = (count: number): boolean => {
    const document = policyDocument(bucketPolicyStatements({ ...input, readers: readers.slice(0, count) }));
    return policySize(JSON.stringify(document), limit) <= limit.max;
  };

  let most = readers.length;
  while (most > 0 && !fits(most)) most -= 1;
  return `${most} of its ${readers.length} readers fit; ${limit.hint}`;
}

/**
 * A writer sends no encryption header, and gets the bucket's default key; or both headers, with the ARN of the domain's
 * alias. An encryption header alone would choose S3's own key: `aws:kms` without a key id means `aws/s3`
 * (Amazon S3 API reference, PutObject).
 */
function encryptionStatements(site: Site, domain: string): PolicyStatement[] {
  const put = { Action: "s3:PutObject", Resource: objectArn(site, bucketName(site, domain), "*") };
  return [
    deny("DenyUnnamedKey", put, { Null: { [ENCRYPTION]: "false", [ENCRYPTION_KEY]: "true" } }),
    deny("DenyWrongKey", put, {
      Null: { [ENCRYPTION_KEY]: "false" },
      StringNotEquals: { [ENCRYPTION_KEY]: keyAliasArn(site, keyAlias(site, domain)) },
    }),
  ];
}

/** Whoever is no insider: reads and lists what is shared, if anything, and does nothing else. */
function outsiderStatements(input: BucketPolicyInput, ports: readonly SharedPort[]): PolicyStatement[] {
  const { site, domain } = input;
  const bucket = bucketName(site, domain);
  const outsiders = allBut(input, []);
  const shared = policyValues(ports.map(({ objectsArn }) => objectsArn));
  const listings = policyValues(ports.map(({ listing }) => listing));
  const nothingShared = ports.length === 0;
  return [
    deny(
      "DenyOtherPrincipals",
      { NotAction: [...READ_OBJECT_ACTIONS, LIST_ACTION], Resource: wholeBucket(site, bucket) },
      allBut(input, [], input.operators),
    ),
    deny(
      "DenyOtherReads",
      nothingShared
        ? { Action: READ_OBJECT_ACTIONS, Resource: objectArn(site, bucket, "*") }
        : { Action: READ_OBJECT_ACTIONS, NotResource: shared },
      outsiders,
    ),
    deny(
      "DenyOtherLists",
      { Action: LIST_ACTION, Resource: bucketArn(site, bucket) },
      nothingShared ? outsiders : { ...outsiders, StringNotLike: { "s3:prefix": listings } },
    ),
  ];
}

/** Whoever is neither insider nor reader of a shared port reads and lists nothing there. */
function readerStatements(input: BucketPolicyInput, port: SharedPort): PolicyStatement[] {
  const bucket = bucketArn(input.site, bucketName(input.site, input.domain));
  const others = allBut(input, port.readers);
  return [
    deny(`DenyRead${port.name}`, { Action: READ_OBJECT_ACTIONS, Resource: port.objectsArn }, others),
    deny(
      `DenyList${port.name}`,
      { Action: LIST_ACTION, Resource: bucket },
      { ...others, StringLike: { "s3:prefix": port.listing } },
    ),
  ];
}

function foreignAccountStatements({ site, domain }: BucketPolicyInput, port: SharedPort): PolicyStatement[] {
  const readers = port.readers.filter((reader) => reader.site.account !== site.account);
  if (readers.length === 0) return [];

  const bucket = bucketArn(site, bucketName(site, domain));
  const Principal = { AWS: policyValues(readers.map((reader) => accountRootArn(reader.site))) };
  const who = { ArnEquals: { "aws:PrincipalArn": policyValues(readers.map(roleArnOf)) } };
  return [
    {
      Sid: `AllowRead${port.name}`,
      Effect: "Allow",
      Principal,
      Action: READ_OBJECT_ACTIONS,
      Resource: port.objectsArn,
      Condition: who,
    },
    {
      Sid: `AllowList${port.name}`,
      Effect: "Allow",
      Principal,
      Action: LIST_ACTION,
      Resource: bucket,
      Condition: { ...who, StringLike: { "s3:prefix": port.listing } },
    },
  ];
}

function sharedPorts({ site, domain, readers }: BucketPolicyInput): SharedPort[] {
  const byObjects = new Map<string, SharedPort>();
  for (const { reader, ports } of readers) {
    for (const port of ports) {
      const listing = objectsOf(port);
      const known = byObjects.get(listing)?.readers ?? [];
      byObjects.set(listing, {
        name: `${sidWord(port.product)}V${port.major}`,
        objectsArn: objectArn(site, bucketName(site, domain), listing),
        listing,
        readers: [...known, reader],
      });
    }
  }
  return [...byObjects.values()].sort((a, b) => (a.listing < b.listing ? -1 : 1));
}

/** True for everyone but the domain's own roles, the platform's, AWS services, `guests` and `operators`. */
function allBut(
  { site, domain, platformSite }: BucketPolicyInput,
  guests: readonly AppIdentity[],
  operators: readonly string[] = [],
) {
  const welcome = [
    roleArn(site, domainRolePath(site, domain), "*"),
    roleArn(site, PLATFORM_ROLE_PATH, "*"),
    roleArn(platformSite, PLATFORM_ROLE_PATH, "*"),
    ...guests.map(roleArnOf),
    ...operators,
  ];
  return {
    ArnNotLike: { "aws:PrincipalArn": policyValues(welcome) },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  };
}

function deny(
  Sid: string,
  what: Pick<PolicyStatement, "Action" | "NotAction" | "Resource" | "NotResource">,
  Condition: PolicyCondition,
): PolicyStatement {
  return { Sid, Effect: "Deny", Principal: "*", ...what, Condition };
}
