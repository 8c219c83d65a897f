/** Types that hold data which is gone when they are destroyed, of providers whose changes no rule knows. */
export const STATEFUL: Readonly<Record<string, readonly string[]>> = {
  aws: [
    ...[
      "db_instance",
      "rds_cluster",
      "rds_cluster_instance",
      "db_snapshot",
      "docdb_cluster",
      "neptune_cluster",
    ],
    ...["dynamodb_table", "redshift_cluster", "redshiftserverless_namespace", "elasticache_cluster"],
    ...["elasticache_replication_group", "memorydb_cluster", "opensearch_domain", "elasticsearch_domain"],
    ...["s3_bucket", "s3_directory_bucket", "s3_object", "s3tables_table", "s3tables_table_bucket"],
    ...["ebs_volume", "ebs_snapshot", "efs_file_system", "fsx_lustre_file_system", "fsx_ontap_file_system"],
    ...["fsx_openzfs_file_system", "fsx_windows_file_system", "backup_vault", "ecr_repository"],
    ...["kinesis_stream", "msk_cluster", "msk_serverless_cluster", "mq_broker", "sqs_queue"],
    ...[
      "timestreamwrite_database",
      "timestreamwrite_table",
      "keyspaces_table",
      "qldb_ledger",
      "glacier_vault",
    ],
    ...["cognito_user_pool", "kms_key", "secretsmanager_secret", "cloudwatch_log_group"],
    ...["kms_external_key", "kms_replica_key", "s3_bucket_object", "secretsmanager_secret_version"],
    ...["db_cluster_snapshot", "docdb_cluster_snapshot", "neptune_cluster_snapshot", "ssm_parameter"],
    ...["rds_global_cluster", "elasticache_serverless_cache", "dynamodb_table_item"],
  ],
  confluent: ["kafka_topic", "kafka_cluster", "schema", "environment"],
  aiven: ["kafka", "kafka_topic", "pg", "pg_database", "opensearch"],
  google: [
    ...[
      "sql_database_instance",
      "sql_database",
      "storage_bucket",
      "storage_bucket_object",
      "bigquery_dataset",
    ],
    ...["bigquery_table", "bigtable_instance", "bigtable_table", "spanner_instance", "spanner_database"],
    ...[
      "compute_disk",
      "compute_region_disk",
      "compute_snapshot",
      "filestore_instance",
      "firestore_database",
    ],
    ...["pubsub_topic", "pubsub_subscription", "redis_instance", "redis_cluster", "alloydb_cluster"],
    ...["alloydb_instance", "kms_crypto_key", "secret_manager_secret", "artifact_registry_repository"],
    ...["managed_kafka_cluster", "managed_kafka_topic"],
  ],
  azurerm: [
    ...[
      "storage_account",
      "storage_container",
      "storage_blob",
      "storage_share",
      "storage_table",
      "storage_queue",
    ],
    ...["storage_data_lake_gen2_filesystem", "mssql_database", "mssql_server", "mssql_managed_database"],
    ...["postgresql_server", "postgresql_database", "postgresql_flexible_server"],
    ...["postgresql_flexible_server_database", "mysql_flexible_server", "mysql_flexible_database"],
    ...["cosmosdb_account", "cosmosdb_sql_database", "cosmosdb_sql_container", "cosmosdb_mongo_database"],
    ...["cosmosdb_mongo_collection", "managed_disk", "snapshot", "eventhub", "eventhub_namespace"],
    ...["servicebus_queue", "servicebus_topic", "redis_cache", "kusto_cluster", "kusto_database"],
    ...["key_vault", "key_vault_key", "netapp_volume", "container_registry", "synapse_sql_pool"],
  ],
};

const TYPES: ReadonlySet<string> = new Set(
  Object.entries(STATEFUL).flatMap(([provider, types]) => types.map((type) => `${provider}_${type}`)),
);

/** True for a type that is known to hold data. */
export const isStateful = (type: string): boolean => TYPES.has(type);

/** Types that exist in Terraform's state alone. */
export const STATE_ONLY: ReadonlySet<string> = new Set(["terraform_data", "null_resource"]);
