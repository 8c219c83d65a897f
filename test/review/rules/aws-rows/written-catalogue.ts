import type { WrittenRow } from "../rows/row";
import { TAINTED, writtenOf } from "./written-of";

const database = writtenOf("aws_glue_catalog_database", { name: "orders" });

const table = writtenOf("aws_glue_catalog_table", {
  database_name: "orders",
  name: "lines",
  storage_descriptor: [{ location: "s3://a", columns: [{ name: "id", type: "string" }] }],
  partition_keys: [{ name: "day" }],
});

const schema = writtenOf("aws_glue_schema", {
  schema_name: "order-placed",
  data_format: "AVRO",
  registry_arn: "arn:r",
  schema_definition: "{}",
  compatibility: "BACKWARD",
});

const registry = writtenOf("aws_glue_registry", { registry_name: "mesh" });

const permissions = writtenOf("aws_lakeformation_permissions", {
  principal: "111122223333",
  permissions: ["SELECT"],
  database: [{ name: "orders" }],
});

const location = writtenOf("aws_lakeformation_resource", { arn: "arn:aws:s3:::lake" });

/** Glue and Lake Formation. */
export const CATALOGUE: readonly WrittenRow[] = [
  database(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_glue_catalog_database/deleted: Glue database `orders` is deleted with what it knows of all tables and partitions; the objects in S3 stay",
  ),
  database(
    "its catalog_id changes",
    [{}, { catalog_id: "1" }],
    ["catalog_id"],
    "dataLoss aws_glue_catalog_database/catalog_id: Glue database `orders` is deleted with what it knows of all tables and partitions, and made anew (`catalog_id` `(none)` → `1`)",
  ),
  database(
    "its name changes",
    [{}, { name: "others" }],
    ["name"],
    "dataLoss aws_glue_catalog_database/name: Glue database `orders` is deleted with what it knows of all tables and partitions, and made anew (`name` `orders` → `others`)",
  ),
  database(
    "its target_database changes",
    [{}, { target_database: [{ database_name: "x" }] }],
    ["target_database"],
    "dataLoss aws_glue_catalog_database/target_database: Glue database `orders` is deleted with what it knows of all tables and partitions, and made anew (`target_database` `(none)` → `(a block)`)",
  ),
  database(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_glue_catalog_database/replaced: Glue database `orders` is deleted with what it knows of all tables and partitions, and made anew (it is marked as tainted)",
  ),
  table(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_glue_catalog_table/deleted: Glue table `orders.lines` is deleted with its partitions and versions; the objects in S3 stay",
  ),
  table(
    "its catalog_id changes",
    [{}, { catalog_id: "1" }],
    ["catalog_id"],
    "dataLoss aws_glue_catalog_table/catalog_id: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (`catalog_id` `(none)` → `1`)",
  ),
  table(
    "its database_name changes",
    [{}, { database_name: "others" }],
    ["database_name"],
    "dataLoss aws_glue_catalog_table/database_name: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (`database_name` `orders` → `others`)",
  ),
  table(
    "its name changes",
    [{}, { name: "other" }],
    ["name"],
    "dataLoss aws_glue_catalog_table/name: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (`name` `lines` → `other`)",
  ),
  table(
    "its partition_index changes",
    [{}, { partition_index: [{ index_name: "x" }] }],
    ["partition_index"],
    "dataLoss aws_glue_catalog_table/partition_index: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (`partition_index` `(none)` → `(a block)`)",
  ),
  table(
    "its open_table_format_input changes",
    [{}, { open_table_format_input: [{ iceberg_input: [] }] }],
    ["open_table_format_input"],
    "dataLoss aws_glue_catalog_table/open_table_format_input: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (`open_table_format_input` `(none)` → `(a block)`)",
  ),
  table(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_glue_catalog_table/replaced: Glue table `orders.lines` is deleted with its partitions and versions, and made anew (it is marked as tainted)",
  ),
  table(
    "a column has another type",
    [{}, { storage_descriptor: [{ location: "s3://a", columns: [{ name: "id", type: "int" }] }] }],
    [],
    "breaks/cost aws_glue_catalog_table/columns-gone: Glue table `orders.lines` has other columns: `id string` are not there any more",
    "additive aws_glue_catalog_table/columns-new: Glue table `orders.lines` has new columns: `id int`",
  ),
  table(
    "it is elsewhere",
    [{}, { storage_descriptor: [{ location: "s3://b", columns: [{ name: "id", type: "string" }] }] }],
    [],
    "breaks/cost aws_glue_catalog_table/location: Glue table `orders.lines` reads other objects, `s3://a` → `s3://b`: readers get other data",
  ),
  table(
    "a column is added",
    [
      {},
      {
        storage_descriptor: [
          {
            location: "s3://a",
            columns: [
              { name: "id", type: "string" },
              { name: "at", type: "date" },
            ],
          },
        ],
      },
    ],
    [],
    "additive aws_glue_catalog_table/columns-new: Glue table `orders.lines` has new columns: `at date`",
  ),
  table(
    "a column goes",
    [{}, { storage_descriptor: [{ location: "s3://a", columns: [] }] }],
    [],
    "breaks/cost aws_glue_catalog_table/columns-gone: Glue table `orders.lines` has other columns: `id string` are not there any more",
  ),
  table(
    "its partitions are others",
    [{}, { partition_keys: [{ name: "hour" }] }],
    [],
    "breaks/cost aws_glue_catalog_table/partition-keys: Glue table `orders.lines` is divided otherwise: queries by its old partition keys fail",
  ),
  schema(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_glue_schema/deleted: Glue schema `order-placed` is deleted with all versions: what was written with them cannot be decoded",
  ),
  schema(
    "its schema_name changes",
    [{}, { schema_name: "other" }],
    ["schema_name"],
    "dataLoss aws_glue_schema/schema_name: Glue schema `order-placed` is deleted with all versions, and made anew: what was written with them cannot be decoded (`schema_name` `order-placed` → `other`)",
  ),
  schema(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_glue_schema/replaced: Glue schema `order-placed` is deleted with all versions, and made anew: what was written with them cannot be decoded (it is marked as tainted)",
  ),
  schema(
    "its data format changes",
    [{}, { data_format: "JSON" }],
    [],
    "interruption aws_glue_schema/data-format: `data_format` of Glue schema `order-placed` does not change, whatever the plan says: the provider does not send it, and plans it again and again",
  ),
  schema(
    "its registry changes",
    [{}, { registry_arn: "arn:s" }],
    [],
    "interruption aws_glue_schema/registry-arn: `registry_arn` of Glue schema `order-placed` does not change, whatever the plan says: the provider does not send it, and plans it again and again",
  ),
  schema(
    "it has another version",
    [{}, { schema_definition: '{"a":1}' }],
    [],
    "breaks/cost aws_glue_schema/version: Glue schema `order-placed` gets a new version; the apply fails when it is not compatible",
  ),
  schema(
    "nothing is checked",
    [{}, { compatibility: "NONE" }],
    [],
    "breaks/cost aws_glue_schema/unchecked: new versions of Glue schema `order-placed` are not checked any more, `BACKWARD` → `NONE`: readers may get what they cannot decode",
  ),
  schema(
    "more is checked",
    [{}, { compatibility: "FULL" }],
    [],
    "cost aws_glue_schema/checked: new versions of Glue schema `order-placed` are checked otherwise: `BACKWARD` → `FULL`",
  ),
  registry(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_glue_registry/deleted: Glue registry `mesh` is deleted with every schema and version in it",
  ),
  registry(
    "its registry_name changes",
    [{}, { registry_name: "other" }],
    ["registry_name"],
    "dataLoss aws_glue_registry/registry_name: Glue registry `mesh` is deleted with every schema and version in it, and made anew (`registry_name` `mesh` → `other`)",
  ),
  registry(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_glue_registry/replaced: Glue registry `mesh` is deleted with every schema and version in it, and made anew (it is marked as tainted)",
  ),
  permissions(
    "it is new",
    [undefined, {}],
    [],
    "access aws_lakeformation_permissions/access: whoever account `111122223333` lets may `SELECT` on database `orders`",
  ),
  permissions(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_lakeformation_permissions/deleted: `111122223333` loses a grant of Lake Formation",
  ),
  permissions(
    "its permissions changes",
    [{}, { permissions: ["SELECT", "ALTER"] }],
    ["permissions"],
    "access aws_lakeformation_permissions/access: whoever account `111122223333` lets may `ALTER` on database `orders`",
    "interruption aws_lakeformation_permissions/replaced: a grant of Lake Formation to `111122223333` is revoked, then given: it is refused in between (`permissions` `SELECT` → `SELECT, ALTER`)",
  ),
  permissions(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_lakeformation_permissions/replaced: a grant of Lake Formation to `111122223333` is revoked, then given: it is refused in between (it is marked as tainted)",
  ),
  location(
    "it is deleted",
    [{}, undefined],
    [],
    "breaks/interruption aws_lakeformation_resource/deleted: Lake Formation location `arn:aws:s3:::lake` is not registered any more: no reader gets at it by Lake Formation",
  ),
  location(
    "its arn changes",
    [{}, { arn: "arn:aws:s3:::other" }],
    ["arn"],
    "interruption aws_lakeformation_resource/arn: Lake Formation location `arn:aws:s3:::lake` is registered anew: no reader gets at it in between (`arn` `arn:aws:s3:::lake` → `arn:aws:s3:::other`)",
  ),
  location(
    "its role_arn changes",
    [{}, { role_arn: "arn:role" }],
    ["role_arn"],
    "interruption aws_lakeformation_resource/role_arn: Lake Formation location `arn:aws:s3:::lake` is registered anew: no reader gets at it in between (`role_arn` `(none)` → `arn:role`)",
  ),
  location(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_lakeformation_resource/replaced: Lake Formation location `arn:aws:s3:::lake` is registered anew: no reader gets at it in between (it is marked as tainted)",
  ),
];
