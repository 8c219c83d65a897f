/** How AWS counts a policy's size. */
export interface PolicyLimit {
  readonly kind: string;
  readonly max: number;
  /** IAM counts characters without white space; resource policies are counted whole, in bytes. */
  readonly counts: "characters-without-whitespace" | "bytes";
  readonly hint: string;
}

/** Source: IAM and STS quotas; S3 bucket policy and KMS key policy quotas. */
export const POLICY_LIMITS = {
  managed: {
    kind: "managed policy",
    max: 6144,
    counts: "characters-without-whitespace",
    hint: "give the domain fewer imports, or split it",
  },
  trust: {
    kind: "trust policy",
    max: 2048,
    counts: "characters-without-whitespace",
    hint: "trust fewer principals",
  },
  bucket: {
    kind: "bucket policy",
    max: 20_480,
    counts: "bytes",
    hint: "share the product with fewer domains, or give each consumer an S3 access point",
  },
  key: { kind: "key policy", max: 32_768, counts: "bytes", hint: "share the product with fewer domains" },
  topic: { kind: "SNS topic policy", max: 30_720, counts: "bytes", hint: "name fewer principals" },
} as const satisfies Record<string, PolicyLimit>;
