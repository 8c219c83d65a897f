import type { PlannedRow } from "../row";
import { rowsOf } from "./rows-of";

const role = rowsOf("postgresql_role", (name) => ({ name }));

const LOGIN = {
  ...{ login: true, password_wo_version: "1" },
  password_wo: "${ephemeral.aws_secretsmanager_secret_version.app.secret_string}",
};

export const ROLES: readonly PlannedRow[] = [
  role(
    "group",
    "a group is new",
    [undefined, {}],
    "additive postgresql_role/created: role `group` is new, and may do nothing by itself",
  ),
  role(
    "app",
    "a log-in is new",
    [undefined, { login: true, roles: ["keeper"] }],
    "access postgresql_role/created-with-power: role `app` is new and may log in as a member of `keeper`",
  ),
  role(
    "root",
    "a superuser is new",
    [undefined, { superuser: true }],
    "access postgresql_role/created-with-power: role `root` is new and may do everything",
  ),
  role(
    "gone",
    "a role is dropped",
    [{}, undefined],
    "access postgresql_role/deleted: role `gone` is dropped: what it owns goes to the administrator, and its privileges are revoked; the apply fails when it owns anything in another database",
  ),
  role(
    "kept",
    "a role is left in the server",
    [{ skip_drop_role: true }, undefined],
    "cost postgresql_role/kept-in-database: role `kept` stays in the server, and Terraform does not know it any more: `skip_drop_role` is set in the state",
  ),
  role(
    "owning",
    "a role is dropped with what it owns in place",
    [{ skip_reassign_owned: true }, undefined],
    "access postgresql_role/not-reassigned: role `owning` is dropped; the apply fails while it owns anything or holds a privilege, as `skip_reassign_owned` is set in the state",
  ),
  role(
    "readers",
    "a group is renamed",
    [{}, { name: "reader" }],
    "access postgresql_role/renamed: role `readers` is renamed `reader`: its grants and members stay, scripts that name it fail",
    "access postgresql_role/memberships: this update of role `readers` revokes the memberships that its `roles` do not name",
  ),
  role(
    "me",
    "a log-in is renamed",
    [LOGIN, { ...LOGIN, name: "you" }],
    "breaks postgresql_role/login-renamed: role `me` is renamed `you`: whoever logs in as `me` is refused",
    "access postgresql_role/memberships: this update of role `me` revokes the memberships that its `roles` do not name",
    "interruption postgresql_role/password-cleared: an MD5 password of role `me` is cleared by the new name, and not set again while `password_wo_version` stays as it is",
  ),
  role(
    "limit",
    "any update revokes memberships",
    [{ roles: ["keeper", "other"] }, { roles: ["keeper", "other"], connection_limit: 5 }],
    "access postgresql_role/memberships: this update of role `limit` revokes the memberships that its `roles` do not name",
    "cost postgresql_role/connection_limit: role `limit` gets another number of connections: `-1` → `5`",
  ),
  role(
    "joining",
    "a role joins one group and leaves another",
    [{ roles: ["keeper"] }, { roles: ["other"] }],
    "access postgresql_role/memberships: this update of role `joining` revokes the memberships that its `roles` do not name",
    "access postgresql_role/joins: role `joining` becomes a member of `other`, and may do what they may",
    "access postgresql_role/leaves: role `joining` is no longer a member of `keeper`",
  ),
  role(
    "power",
    "a role gets powers",
    [
      {},
      {
        superuser: true,
        create_role: true,
        create_database: true,
        replication: true,
        bypass_row_level_security: true,
        login: true,
      },
    ],
    "access postgresql_role/memberships: this update of role `power` revokes the memberships that its `roles` do not name",
    "access postgresql_role/superuser: role `power` may do everything",
    "access postgresql_role/create_role: role `power` may create roles",
    "access postgresql_role/create_database: role `power` may create databases",
    "access postgresql_role/replication: role `power` may read the whole server by replication",
    "access postgresql_role/bypass_row_level_security: role `power` may read rows that row level security hides",
    "access postgresql_role/login: role `power` may log in",
  ),
  role(
    "weak",
    "a role loses a power",
    [{ login: true }, { inherit: false }],
    "access postgresql_role/memberships: this update of role `weak` revokes the memberships that its `roles` do not name",
    "access postgresql_role/login: role `weak` may no longer log in",
    "access postgresql_role/inherit: role `weak` may no longer use what the roles it is a member of may do",
  ),
  role(
    "actor",
    "a role acts as another",
    [{}, { assume_role: "keeper" }],
    "access postgresql_role/memberships: this update of role `actor` revokes the memberships that its `roles` do not name",
    "access postgresql_role/assume_role: sessions of role `actor` act as another role, `(none)` → `keeper`",
  ),
  role(
    "until",
    "a password holds until some day",
    [{}, { valid_until: "2027-01-01 00:00:00+00" }],
    "access postgresql_role/memberships: this update of role `until` revokes the memberships that its `roles` do not name",
    "access postgresql_role/valid_until: the password of role `until` holds until another time, `infinity` → `2027-01-01 00:00:00+00`",
  ),
  role(
    "fresh",
    "a log-in gets a new password",
    [LOGIN, { ...LOGIN, password_wo_version: "2" }],
    "access postgresql_role/memberships: this update of role `fresh` revokes the memberships that its `roles` do not name",
    "interruption postgresql_role/password: role `fresh` gets a new password: clients that still have the old one are refused",
  ),
  role(
    "path",
    "a role looks elsewhere",
    [{ search_path: ["a"] }, { search_path: ["b", "a"] }],
    "breaks postgresql_role/search_path: role `path` looks for tables elsewhere, `a` → `b, a`: queries without a schema's name read others or fail",
    "access postgresql_role/memberships: this update of role `path` revokes the memberships that its `roles` do not name",
  ),
  role(
    "times",
    "a role gets other limits",
    [{}, { statement_timeout: 5000, idle_in_transaction_session_timeout: 60000 }],
    "access postgresql_role/memberships: this update of role `times` revokes the memberships that its `roles` do not name",
    "cost postgresql_role/statement_timeout: statements of role `times` are cancelled after another time: `0` → `5000` ms",
    "cost postgresql_role/idle_in_transaction_session_timeout: sessions of role `times` that idle in a transaction are ended after another time: `0` → `60000` ms",
  ),
  role(
    "hash",
    "a password is stored otherwise",
    [{}, { encrypted_password: false }],
    "access postgresql_role/memberships: this update of role `hash` revokes the memberships that its `roles` do not name",
    "access postgresql_role/encrypted_password: how the password of role `hash` is stored changes: `encrypted_password` `true` → `false`",
  ),
  role(
    "later",
    "a deletion would do something else",
    [{}, { skip_drop_role: true }],
    "access postgresql_role/memberships: this update of role `later` revokes the memberships that its `roles` do not name",
    "none postgresql_role/deletion: what a deletion of role `later` does changes",
  ),
];
