/**
 * Attributes that providers compute for every new object, whatever is configured: that they become unknown says nothing.
 * Source: the providers' schemas, attributes that are computed and not optional.
 */
export const COMPUTED_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...[
    "id",
    "arn",
    "unique_id",
    "create_date",
    "creation_date",
    "created_date",
    "owner_id",
    "etag",
    "version_id",
  ],
  ...["key_id", "policy_id", "attachment_count", "tags_all", "catalog_id", "latest_schema_version"],
  ...["hosted_zone_id", "bucket_domain_name", "bucket_regional_domain_name", "bucket_region"],
  ...[
    "website_domain",
    "website_endpoint",
    "target_key_arn",
    "dashboard_arn",
    "output",
    "result",
    "last_modified",
  ],
]);
