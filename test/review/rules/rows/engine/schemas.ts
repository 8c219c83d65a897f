import type { PlannedRow } from "../row";
import { rowsOf } from "./rows-of";

const schema = rowsOf("postgresql_schema", (name) => ({ name, database: "mesh" }));

export const SCHEMAS: readonly PlannedRow[] = [
  schema("new", "a schema is new", [undefined, {}], "additive generic/created: schema `new` is new"),
  schema(
    "gone",
    "a schema is deleted",
    [{}, undefined],
    "breaks/interruption postgresql_schema/deleted: schema `gone` is dropped: readers lose it when it is empty, and the apply fails when it is not",
  ),
  schema(
    "armed",
    "a schema is deleted that may take its tables along",
    [{ drop_cascade: true }, undefined],
    "dataLoss postgresql_schema/dropped-with-tables: schema `armed` is dropped with all tables in it, even if it was there before Terraform, as `drop_cascade` is set in the state",
  ),
  schema(
    "own",
    "such a schema that Terraform has made itself is deleted",
    [{ drop_cascade: true, if_not_exists: false }, undefined],
    "dataLoss postgresql_schema/dropped-with-tables: schema `own` is dropped with all tables in it, as `drop_cascade` is set in the state",
  ),
  schema(
    "moved",
    "a schema goes to another database",
    [{}, { database: "postgres" }],
    "breaks/interruption postgresql_schema/database: schema `moved` is dropped and made anew: readers lose it when it is empty, and the apply fails when it is not (`database` `mesh` → `postgres`)",
  ),
  schema(
    "late",
    "a schema is armed in the very change that replaces it: too late",
    [{}, { database: "postgres", drop_cascade: true }],
    "breaks/interruption postgresql_schema/database: schema `late` is dropped and made anew: readers lose it when it is empty, and the apply fails when it is not (`database` `mesh` → `postgres`)",
  ),
  schema(
    "early",
    "an armed schema goes to another database",
    [{ drop_cascade: true }, { database: "postgres" }],
    "dataLoss postgresql_schema/dropped-with-tables: schema `early` is dropped with all tables in it, even if it was there before Terraform, as `drop_cascade` is set in the state (`database` `mesh` → `postgres`)",
  ),
  schema(
    "a",
    "a schema is renamed",
    [{}, { name: "b" }],
    "breaks/interruption postgresql_schema/renamed: schema `a` is renamed `b`: every query that names `a` fails",
  ),
  schema(
    "owned",
    "a schema gets another owner",
    [{ owner: "keeper" }, { owner: "other" }],
    "access postgresql_schema/owner: schema `owned` belongs to `other` instead of `keeper`",
  ),
  schema(
    "arm",
    "a schema is armed",
    [{}, { drop_cascade: true }],
    "dataLoss postgresql_schema/drop-cascade-armed: `drop_cascade` is armed: the next deletion of schema `arm` takes all tables in it along",
  ),
  schema(
    "disarm",
    "a schema is disarmed",
    [{ drop_cascade: true }, {}],
    "none postgresql_schema/drop-cascade-disarmed: `drop_cascade` is disarmed: a deletion of schema `disarm` fails while something depends on it",
  ),
  schema(
    "exists",
    "a schema may not be there before",
    [{}, { if_not_exists: false }],
    "none postgresql_schema/if_not_exists: what happens when schema `exists` is there before it is made changes; it has been made",
  ),
  schema(
    "policies",
    "a schema's policy changes",
    [{}, { policy: [{ usage: true, role: "keeper" }] }],
    "access postgresql_schema/policy: the `policy` blocks of schema `policies` change: they say who may use it and create in it",
  ),
];
