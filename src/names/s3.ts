import { checkedAccount, checkedRegion } from "./arn";
import { identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { shorten } from "./shorten";
import { partitionOf, type Site } from "./site";

/** `shop-prod-orders-111122223333-eu-central-1`. A full name ends in the region, which no hash looks like. */
export function bucketName(site: Site, domain: string): string {
  return siteBucketName(site, identifier("domain", domain));
}

/** The platform's bucket for access logs; `platform` is reserved, so no domain can be named like it. */
export function accessLogBucketName(site: Site): string {
  return siteBucketName(site, "platform-logs");
}

/** `arn:aws:s3:::shop-prod-orders-111122223333-eu-central-1`. */
export function bucketArn(site: Site, bucket: string): string {
  return `arn:${partitionOf(site)}:s3:::${bucket}`;
}

/** `arn:aws:s3:::shop-prod-*`: every bucket of the environment, of any domain. */
export function anyDomainBucketArn(site: Site): string {
  return bucketArn(site, `${siteBucketPrefix(site)}*`);
}

/** The ARN of an object; the key may end in `*` for a prefix. */
export function objectArn(site: Site, bucket: string, key: string): string {
  return `${bucketArn(site, bucket)}/${key}`;
}

/** `products/order-placed/`: all majors of one product. */
export function productPrefix(product: string): string {
  return `products/${identifier("product", product)}/`;
}

/** `products/order-placed/v1/`: one major of a product, what a consumer is given. */
export function portPrefix(product: string, major: number): string {
  return `${productPrefix(product)}${versionLabel(major)}/`;
}

/** The product and major whose objects are below a prefix: the other way round of {@link portPrefix}. */
export function portOfPrefix(
  prefix: string,
): { readonly product: string; readonly major: number } | undefined {
  const [, product, major] = /^products\/([a-z0-9-]+)\/v([1-9][0-9]?)\//.exec(prefix) ?? [];
  return product === undefined ? undefined : { product, major: Number(major) };
}

/** `s3/`: every access log in the platform's log bucket starts with it. */
export const ACCESS_LOG_ROOT = "s3/";

/** `s3://shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/`: how contracts name one major of a product. */
export function portLocation(site: Site, domain: string, product: string, major: number): string {
  return `s3://${bucketName(site, domain)}/${portPrefix(product, major)}`;
}

/** `s3/orders/`: where the access logs of a domain's bucket go in the platform's log bucket. */
export function accessLogPrefix(domain: string): string {
  return `${ACCESS_LOG_ROOT}${identifier("domain", domain)}/`;
}

/** `order-placed.v1`: the id of the request metrics of one port, the CloudWatch dimension `FilterId`. */
export function requestMetricsId(product: string, major: number): string {
  return `${identifier("product", product)}.${versionLabel(major)}`;
}

function siteBucketName(site: Site, owner: string): string {
  const name = `${siteBucketPrefix(site)}${owner}-${checkedAccount(site)}-${checkedRegion(site)}`;
  return shorten(name, NAME_LIMITS.bucket, "-");
}

/** Organisation and environment are single words and short, so that shortening a bucket name never cuts into them. */
function siteBucketPrefix(site: Site): string {
  return `${identifier("organisation", site.organisation)}-${identifier("environment", site.environment)}-`;
}
