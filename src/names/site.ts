/** Where a domain's infrastructure lives: one environment of one mesh, in one AWS account and region. */
export interface Site {
  /** One lower-case word, at most 12 characters. */
  readonly organisation: string;
  /** One lower-case word, at most 8 characters. */
  readonly environment: string;
  /** Twelve digits. */
  readonly account: string;
  /** For example `eu-central-1`. */
  readonly region: string;
  /** @default - derived from the region: `aws`, `aws-cn` or `aws-us-gov` */
  readonly partition?: string;
}

/** The AWS partition a site is in. */
export function partitionOf(site: Site): string {
  if (site.partition !== undefined) return site.partition;
  if (site.region.startsWith("cn-")) return "aws-cn";
  if (site.region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}
