import { partitionOf, type Site } from "../../../names";
import { UNKNOWN, type Value } from "../../model";
import { digest, uuid } from "../digest";
import type { Attributes, Derive, Importer, Need, ProviderContext, Subject } from "../model";
import { joined, text } from "../read";

/** When everything in a simulated account was made: clocks are no input of a plan. */
export const CREATED_AT = "2025-01-01T00:00:00Z";

/** Names are unique in an account. */
export const inAccount =
  (...names: readonly string[]) =>
  (values: Attributes, { site }: ProviderContext): string =>
    [site.account, joined("/", ...names)(values)].join("/");

/** Names are unique in a region of an account. */
export const inRegion =
  (...names: readonly string[]) =>
  (values: Attributes, { site }: ProviderContext): string =>
    [site.account, regionOf(values, site), joined("/", ...names)(values)].join("/");

/** Since version 6 of the provider a resource can be in another region than its provider. */
export const regionOf = (values: Attributes, site: Site): string => text(values, "region") || site.region;

/** The site of one resource. */
export const siteOf = ({ values, context: { site } }: Subject): Site => ({
  ...site,
  region: regionOf(values, site),
});

/** `region`, known at plan. */
export const REGION: Derive = ({ values, context: { site } }) => regionOf(values, site);

/** `tags_all`: the provider's default tags under the resource's own; not known when there are none at all. */
export const TAGS_ALL: Derive = ({ values, context }) => {
  if (values.tags === UNKNOWN) return UNKNOWN;
  const own = typeof values.tags === "object" && values.tags !== null ? values.tags : {};
  const all: Record<string, Value> = { ...context.defaultTags, ...own };
  return Object.keys(all).length === 0 ? UNKNOWN : all;
};

/** What resources with tags have in common. */
export const TAGGED = { planned: { tags_all: TAGS_ALL }, derived: { tags_all: () => ({}) } } as const;

/** What regional resources have in common. */
export const REGIONAL = { planned: { region: REGION } } as const;

/** The value of another attribute. */
export const same =
  (name: string): Derive =>
  ({ values }) =>
    text(values, name);

/** A derived UUID, for keys, subscriptions and policies. */
export const newUuid: Derive = ({ context, token }) => uuid(context.seed, token);

/** An error as the AWS SDK for Go v2 prints it. The request id is stable. */
export function awsError(
  { context, token }: Subject,
  doing: string,
  call: readonly [service: string, operation: string, status: number],
  what: string,
): string {
  const [service, operation, status] = call;
  const request = uuid(context.seed, token, operation);
  const host = service === "S3" ? `, HostID: ${digest(request).slice(0, 24)}` : "";
  return (
    `${doing}: operation error ${service}: ${operation}, https response error StatusCode: ${status}, ` +
    `RequestID: ${request}${host}, ${what}`
  );
}

/** The bucket must be there, and its settings go with it. */
export const needsBucket = (what: string, operation: string): Need => ({
  type: "aws_s3_bucket",
  of: (values) => [text(values, "bucket")],
  missing: (bucket, subject) =>
    awsError(
      subject,
      `creating S3 Bucket (${bucket}) ${what}`,
      ["S3", operation, 404],
      "api error NoSuchBucket: The specified bucket does not exist",
    ),
  lifelong: true,
});

/** Imports a name in the provider's own account and region; an ARN is cut to what comes behind its prefix. */
export const importArn =
  (name: string, arn: (site: Site, rest: string) => string): Importer =>
  (id, { site }) =>
    id.startsWith(arn(site, "")) ? { [name]: id.slice(arn(site, "").length) } : { [name]: id };

/** True for a policy AWS itself manages, such as `arn:aws:iam::aws:policy/ReadOnlyAccess`. */
export const isAwsManaged = (arn: string, { site }: ProviderContext): boolean =>
  arn.startsWith(`arn:${partitionOf(site)}:iam::aws:policy/`);
