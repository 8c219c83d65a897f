import { listed, say } from "../../model";
import { shown } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
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

const DESCRIPTOR = ["storage_descriptor", 0] as const;

/** Name and type of every column. */
const columns = (it: Subject, side: "before" | "after"): string[] => {
  const list = it[side](...DESCRIPTOR, "columns");
  return Array.isArray(list)
    ? list.map((_, at) =>
        ["name", "type"].map((part) => shown(it[side](...DESCRIPTOR, "columns", at, part))).join(" "),
      )
    : [];
};

const missing = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((each) => !others.includes(each));

const goneColumns = (it: Subject): string[] => missing(columns(it, "before"), columns(it, "after"));

const newColumns = (it: Subject): string[] => missing(columns(it, "after"), columns(it, "before"));

const READ_OTHERWISE = {
  verdict: "breaks",
  unread: "cost",
  wayOut: () => ["make another table beside it"],
} as const;

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
    {
      ...{ id: "columns-gone", cause: DESCRIPTOR, ...READ_OTHERWISE },
      when: (it) => goneColumns(it).length > 0,
      sentence: (it) => say`${it.thing} has other columns: ${listed(goneColumns(it))} are not there any more`,
    },
    {
      ...{ id: "columns-new", verdict: "additive", cause: DESCRIPTOR },
      when: (it) => newColumns(it).length > 0,
      sentence: (it) => say`${it.thing} has new columns: ${listed(newColumns(it))}`,
    },
    changed("location", [...DESCRIPTOR, "location"], {
      ...READ_OTHERWISE,
      sentence: (it) =>
        say`${it.thing} reads other objects, ${it.shift(...DESCRIPTOR, "location")}: readers get other data`,
    }),
    changed("partition-keys", ["partition_keys"], {
      ...READ_OTHERWISE,
      sentence: (it) => say`${it.thing} is divided otherwise: queries by its old partition keys fail`,
    }),
  ],
});

/** The provider neither replaces for these nor sends them. */
const NOT_SENT = ["data_format", "registry_arn"] as const;

/** Under these, anything goes. */
const UNCHECKED: readonly string[] = ["NONE", "DISABLED"];

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
      sentence: (it) => say`${it.thing} gets a new version; the apply fails when it is not compatible`,
    }),
    {
      ...{ id: "unchecked", verdict: "breaks", unread: "cost", cause: ["compatibility"] },
      when: (it) => it.changes("compatibility") && UNCHECKED.includes(it.willBe("compatibility")),
      sentence: (it) =>
        say`new versions of ${it.thing} are not checked any more, ${it.shift("compatibility")}: readers may get what they cannot decode`,
      wayOut: () => ["keep the check, or make another schema beside it"],
    },
    {
      ...{ id: "checked", verdict: "cost", cause: ["compatibility"] },
      when: (it) => it.changes("compatibility") && !UNCHECKED.includes(it.willBe("compatibility")),
      sentence: (it) => say`new versions of ${it.thing} are checked otherwise: ${it.shift("compatibility")}`,
    },
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
