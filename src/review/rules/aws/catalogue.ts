import { say } from "../../model";
import { causes, changed, each, rulesOf, type Meaning } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { REFERENCE } from "./sources";

const DATABASE: readonly Rule[] = rulesOf({
  type: "aws_glue_catalog_database",
  source: REFERENCE,
  deleted: {
    ...{ verdict: "dataLoss" },
    sentence: (it) =>
      say`${it.thing} is deleted with what it knows of all tables and partitions; the objects in S3 stay`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted with what it knows of all tables and partitions, and made anew${causes(it)}`,
  },
  forces: each("catalog_id", "name", "target_database"),
});

const readOtherwise: Meaning = {
  ...{ verdict: "breaks", unread: "cost" },
  sentence: (it) =>
    say`${it.thing} is read otherwise from now on: its columns, partition keys or location change`,
  wayOut: () => ["make another table beside it"],
};

const TABLE: readonly Rule[] = rulesOf({
  type: "aws_glue_catalog_table",
  source: REFERENCE,
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is deleted with its partitions and versions; the objects in S3 stay`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted with its partitions and versions, and made anew${causes(it)}`,
  },
  forces: each("catalog_id", "database_name", "name", "partition_index", "open_table_format_input"),
  inPlace: [
    changed("storage", ["storage_descriptor"], readOtherwise),
    changed("partition-keys", ["partition_keys"], readOtherwise),
  ],
});

/** The provider neither replaces for these nor sends them. */
const NOT_SENT = ["data_format", "registry_arn"] as const;

const SCHEMA: readonly Rule[] = rulesOf({
  type: "aws_glue_schema",
  source: REFERENCE,
  deleted: {
    ...{ verdict: "dataLoss" },
    sentence: (it) =>
      say`${it.thing} is deleted with all versions: what was written with them cannot be decoded`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted with all versions, and made anew: what was written with them cannot be decoded${causes(it)}`,
  },
  forces: each("schema_name"),
  inPlace: [
    ...NOT_SENT.map((name) =>
      changed(name.replace("_", "-"), [name], {
        verdict: "interruption",
        sentence: (it) =>
          say`${name} of ${it.thing} does not change, whatever the plan says: the provider does not send it, and plans it again and again`,
        wayOut: () => ["make another schema beside it"],
      }),
    ),
    changed("version", ["schema_definition"], {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) =>
        say`${it.thing} gets a new version, which the apply fails with when it is not compatible`,
    }),
    changed("compatibility", ["compatibility"], {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) => say`new versions of ${it.thing} are checked otherwise: ${it.shift("compatibility")}`,
    }),
  ],
});

const REGISTRY: readonly Rule[] = rulesOf({
  type: "aws_glue_registry",
  source: REFERENCE,
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is deleted with every schema and version in it`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted with every schema and version in it, and made anew${causes(it)}`,
  },
  forces: each("registry_name"),
});

const PERMISSIONS: readonly Rule[] = rulesOf({
  type: "aws_lakeformation_permissions",
  source: REFERENCE,
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.was("principal")} loses a grant of Lake Formation`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`a grant of Lake Formation to ${it.was("principal")} is revoked, then given: it is refused in between${causes(it)}`,
  },
});

const LOCATION: readonly Rule[] = rulesOf({
  type: "aws_lakeformation_resource",
  source: REFERENCE,
  deleted: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => say`${it.thing} is not registered any more: no reader gets at it by Lake Formation`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} is registered anew: no reader gets at it in between${causes(it)}`,
  },
  forces: each("arn", "role_arn"),
});

/** Glue and Lake Formation. */
export const CATALOGUE: readonly Rule[] = [
  ...DATABASE,
  ...TABLE,
  ...SCHEMA,
  ...REGISTRY,
  ...PERMISSIONS,
  ...accessRules({ type: "aws_lakeformation_permissions", source: REFERENCE }),
  ...LOCATION,
];
