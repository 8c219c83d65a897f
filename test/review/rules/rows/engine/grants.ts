import type { PlannedRow } from "../row";
import { rowsOf } from "./rows-of";

const grant = rowsOf("postgresql_grant", (name) => ({
  ...{ database: "mesh", role: "keeper", schema: name, object_type: "table", privileges: ["SELECT"] },
}));

export const GRANTS: readonly PlannedRow[] = [
  grant(
    "public",
    "a grant is new",
    [undefined, {}],
    "access postgresql_grant/created: the grant of `SELECT` on all tables of schema `public` to `keeper` is new",
  ),
  grant(
    "s1",
    "a grant is revoked",
    [{}, undefined],
    "access postgresql_grant/deleted: the grant of `SELECT` on all tables of schema `s1` to `keeper` is revoked",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s1` is revoked along",
  ),
  grant(
    "s1",
    "a grant on two tables is revoked",
    [{ role: "other", objects: ["a", "b"] }, undefined],
    "access postgresql_grant/deleted: the grant of `SELECT` on tables `a` and `b` of schema `s1` to `other` is revoked",
  ),
  grant(
    "s2",
    "a grant is for another role",
    [{}, { role: "other" }],
    "access postgresql_grant/becomes: the grant of `SELECT` on all tables of schema `s2` to `keeper` becomes the grant of `SELECT` on all tables of schema `s2` to `other`",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s2` is revoked along",
    "interruption/none postgresql_grant/role: the grant of `SELECT` on all tables of schema `s2` to `keeper` is revoked, then given anew: readers get errors in between (`role` `keeper` → `other`)",
  ),
  grant(
    "s3",
    "a grant is in another database",
    [
      { object_type: "database", schema: undefined, privileges: ["CONNECT"] },
      { object_type: "database", schema: undefined, privileges: ["CONNECT"], database: "postgres" },
    ],
    "access postgresql_grant/becomes: the grant of `CONNECT` on database `mesh` to `keeper` becomes the grant of `CONNECT` on database `postgres` to `keeper`",
    "interruption/none postgresql_grant/database: the grant of `CONNECT` on database `mesh` to `keeper` is revoked, then given anew: readers get errors in between (`database` `mesh` → `postgres`)",
  ),
  grant(
    "s4",
    "a grant is about another schema",
    [{}, { schema: "s1" }],
    "access postgresql_grant/becomes: the grant of `SELECT` on all tables of schema `s4` to `keeper` becomes the grant of `SELECT` on all tables of schema `s1` to `keeper`",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s4` is revoked along",
    "interruption/none postgresql_grant/schema: the grant of `SELECT` on all tables of schema `s4` to `keeper` is revoked, then given anew: readers get errors in between (`schema` `s4` → `s1`)",
  ),
  grant(
    "s5",
    "a grant is about sequences",
    [{}, { object_type: "sequence" }],
    "access postgresql_grant/becomes: the grant of `SELECT` on all tables of schema `s5` to `keeper` becomes the grant of `SELECT` on all sequences of schema `s5` to `keeper`",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s5` is revoked along",
    "interruption/none postgresql_grant/object_type: the grant of `SELECT` on all tables of schema `s5` to `keeper` is revoked, then given anew: readers get errors in between (`object_type` `table` → `sequence`)",
  ),
  grant(
    "s6",
    "a grant is about some tables",
    [{}, { objects: ["a"] }],
    "access postgresql_grant/becomes: the grant of `SELECT` on all tables of schema `s6` to `keeper` becomes the grant of `SELECT` on table `a` of schema `s6` to `keeper`",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s6` is revoked along",
    "interruption/none postgresql_grant/objects: the grant of `SELECT` on all tables of schema `s6` to `keeper` is revoked, then given anew: readers get errors in between (`objects` `(none)` → `a`)",
  ),
  grant(
    "s7",
    "a grant is about another column",
    [
      { object_type: "column", objects: ["a"], columns: ["x"] },
      { object_type: "column", objects: ["a"], columns: ["y"] },
    ],
    "access postgresql_grant/becomes: the grant of `SELECT` on `x` of table `a` of schema `s7` to `keeper` becomes the grant of `SELECT` on `y` of table `a` of schema `s7` to `keeper`",
    "interruption/none postgresql_grant/columns: the grant of `SELECT` on `x` of table `a` of schema `s7` to `keeper` is revoked, then given anew: readers get errors in between (`columns` `x` → `y`)",
  ),
  grant(
    "s8",
    "a grant may be passed on",
    [{}, { with_grant_option: true }],
    "access postgresql_grant/pass-on: `keeper` may pass on the grant of `SELECT` on all tables of schema `s8` to `keeper`",
    "access postgresql_grant/takes-others: what other grants gave `keeper` on all tables of schema `s8` is revoked along",
    "interruption/none postgresql_grant/with_grant_option: the grant of `SELECT` on all tables of schema `s8` to `keeper` is revoked, then given anew: readers get errors in between (`with_grant_option` `false` → `true`)",
  ),
  grant(
    "s9",
    "a grant's privileges change",
    [{ privileges: ["SELECT", "INSERT"] }, { privileges: ["SELECT", "UPDATE"] }],
    "access postgresql_grant/privileges-added: the grant of `INSERT` and `SELECT` on all tables of schema `s9` to `keeper` gains `UPDATE`",
    "access postgresql_grant/privileges-removed: the grant of `INSERT` and `SELECT` on all tables of schema `s9` to `keeper` loses `INSERT`",
  ),
];

const future = rowsOf("postgresql_default_privileges", (name) => ({
  ...{ database: "mesh", role: "keeper", owner: "other", schema: name, object_type: "table" },
  privileges: ["SELECT"],
}));

export const DEFAULT_PRIVILEGES: readonly PlannedRow[] = [
  future(
    "public",
    "default privileges are new",
    [undefined, {}],
    "access postgresql_default_privileges/created: the grant of `SELECT` on new tables that `other` makes in schema `public` to `keeper` is in force for what is made from now on",
  ),
  future(
    "s1",
    "default privileges are revoked",
    [{}, undefined],
    "access postgresql_default_privileges/deleted: the grant of `SELECT` on new tables that `other` makes in schema `s1` to `keeper` is revoked: nothing changes today, and what is made from now on cannot be read by `keeper`",
  ),
  future(
    "s2",
    "default privileges are for another role",
    [{}, { role: "third" }],
    "access postgresql_default_privileges/becomes: the grant of `SELECT` on new tables that `other` makes in schema `s2` to `keeper` becomes the grant of `SELECT` on new tables that `other` makes in schema `s2` to `third`",
    "interruption/none postgresql_default_privileges/role: the grant of `SELECT` on new tables that `other` makes in schema `s2` to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`role` `keeper` → `third`)",
  ),
  future(
    "s3",
    "default privileges are in another database",
    [{ schema: undefined }, { schema: undefined, database: "postgres" }],
    "access postgresql_default_privileges/becomes: the grant of `SELECT` on new tables that `other` makes to `keeper` becomes the grant of `SELECT` on new tables that `other` makes to `keeper` in database `postgres` instead of `mesh`",
    "interruption/none postgresql_default_privileges/database: the grant of `SELECT` on new tables that `other` makes to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`database` `mesh` → `postgres`)",
  ),
  future(
    "s4",
    "default privileges are about another maker",
    [{}, { owner: "third" }],
    "access postgresql_default_privileges/becomes: the grant of `SELECT` on new tables that `other` makes in schema `s4` to `keeper` becomes the grant of `SELECT` on new tables that `third` makes in schema `s4` to `keeper`",
    "interruption/none postgresql_default_privileges/owner: the grant of `SELECT` on new tables that `other` makes in schema `s4` to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`owner` `other` → `third`)",
  ),
  future(
    "s5",
    "default privileges are about another schema",
    [{}, { schema: "s6" }],
    "access postgresql_default_privileges/becomes: the grant of `SELECT` on new tables that `other` makes in schema `s5` to `keeper` becomes the grant of `SELECT` on new tables that `other` makes in schema `s6` to `keeper`",
    "interruption/none postgresql_default_privileges/schema: the grant of `SELECT` on new tables that `other` makes in schema `s5` to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`schema` `s5` → `s6`)",
  ),
  future(
    "s7",
    "default privileges are about sequences",
    [{}, { object_type: "sequence" }],
    "access postgresql_default_privileges/becomes: the grant of `SELECT` on new tables that `other` makes in schema `s7` to `keeper` becomes the grant of `SELECT` on new sequences that `other` makes in schema `s7` to `keeper`",
    "interruption/none postgresql_default_privileges/object_type: the grant of `SELECT` on new tables that `other` makes in schema `s7` to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`object_type` `table` → `sequence`)",
  ),
  future(
    "s8",
    "default privileges may be passed on",
    [{}, { with_grant_option: true }],
    "access postgresql_default_privileges/pass-on: `keeper` may pass on the grant of `SELECT` on new tables that `other` makes in schema `s8` to `keeper`",
    "interruption/none postgresql_default_privileges/with_grant_option: the grant of `SELECT` on new tables that `other` makes in schema `s8` to `keeper` is revoked, then given anew: what is made in between stays closed to `keeper` (`with_grant_option` `false` → `true`)",
  ),
  future(
    "s9",
    "default privileges change",
    [{ privileges: ["SELECT", "INSERT"] }, { privileges: ["SELECT", "UPDATE"] }],
    "access postgresql_default_privileges/privileges-added: the grant of `INSERT` and `SELECT` on new tables that `other` makes in schema `s9` to `keeper` gains `UPDATE`",
    "access postgresql_default_privileges/privileges-removed: the grant of `INSERT` and `SELECT` on new tables that `other` makes in schema `s9` to `keeper` loses `INSERT`",
  ),
];
