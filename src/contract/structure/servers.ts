import { custom, id } from "./common";
import { formerly, list, required, since, text, whole } from "./spec";
import type { FieldSpec, Fields, ObjectSpec, Variant } from "./spec";

/** A number; since v3.2 a string too, so that it can be a variable (RFC 50). */
const port: FieldSpec = formerly(1, whole(), {
  shape: { kind: "either", options: [whole().shape, text.shape] },
});
const encoding: FieldSpec = since(2, text);

const SPECIAL: Readonly<Record<string, FieldSpec>> = { port, encoding };

/** `"host* port database"`: the fields of a type, obligatory ones with a star; ports and encodings are not plain text. */
function fields(names: string): Fields {
  return Object.fromEntries(
    names.split(" ").map((each) => {
      const name = each.replace("*", "");
      const field = SPECIAL[name] ?? text;
      return [name, each.endsWith("*") ? required(field) : field];
    }),
  );
}

const type = (names: string, minor: Variant["since"] = 0): Variant => ({
  since: minor,
  fields: fields(names),
});

/** The types of server and their fields. */
const SERVER_TYPES: Readonly<Record<string, Variant>> = {
  api: type("location*"),
  // Since v3.2 a workgroup can stand in for the staging directory.
  athena: {
    fields: {
      ...fields("schema* catalog regionName"),
      stagingDir: { ...text, required: { until: 1 } },
      workgroup: since(2, text),
    },
  },
  azure: type("location* format* delimiter encoding"),
  bigquery: type("project* dataset*"),
  btrieve: type("host* port database*", 2),
  clickhouse: type("host* port* database*"),
  cloudsql: type("host* port* database* schema*"),
  custom: type(
    "account catalog database dataset delimiter encoding endpointUrl format host location path port project region " +
      "regionName schema serviceName stagingDir stream warehouse",
  ),
  databricks: type("host catalog* schema*"),
  db2: type("host* port* database* schema"),
  denodo: type("host* port* database"),
  dremio: type("host* port* schema"),
  duckdb: type("database* schema"),
  exasol: type("host* port schema", 2),
  fastobjects: type("database* host port", 2),
  glue: type("account* database* location format encoding"),
  hana: type("host* port database schema", 2),
  hive: type("host* port database*", 1),
  iceberg: type("catalog* catalogUrl* namespace warehouse", 2),
  impala: type("host* port database*", 1),
  informix: type("host* port database*"),
  ingres: type("host* port database*", 2),
  kafka: type("host* format encoding"),
  kinesis: type("region format encoding"),
  local: type("path* format* encoding"),
  mysql: type("host* port* database*"),
  oracle: type("host* port* serviceName*"),
  poet: type("database* host port", 2),
  postgres: type("host* port* database* schema*"),
  postgresql: type("host* port* database* schema*"),
  presto: type("host* catalog schema"),
  pubsub: type("project*"),
  redshift: type("host database* schema* region account"),
  s3: type("location* endpointUrl format delimiter encoding"),
  sftp: type("location* format delimiter encoding"),
  snowflake: type("host port account* database* schema* warehouse"),
  sqlserver: type("host* port database* schema*"),
  synapse: type("host* port* database*"),
  teradata: type("host* port database", 2),
  trino: type("host* port* catalog* schema*"),
  vectorwise: type("host* port database*", 2),
  versant: type("database* host port", 2),
  vertica: type("host* port* database* schema*"),
  zen: type("host* port database*", 1),
};

/** `servers`. */
export const SERVER_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  Server: {
    label: "a server",
    identity: "server",
    fields: {
      id,
      server: required(text),
      type: required(text),
      description: text,
      environment: text,
      roles: list("Role"),
      ...custom,
    },
    variants: { by: "type", of: SERVER_TYPES },
  },
};
