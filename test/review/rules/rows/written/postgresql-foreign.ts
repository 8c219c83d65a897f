import { created, deleted, forced, inPlace, rowsOf } from "./rows-of";

export const SERVERS = [
  ...rowsOf(
    "postgresql_server",
    {
      server_name: "legacy",
      fdw_name: "postgres_fdw",
      server_type: "a",
      server_owner: "keeper",
      options: { host: "a" },
    },
    [
      deleted("it is dropped", [
        "breaks/interruption postgresql_server/deleted: foreign server `legacy` is dropped; the apply fails while it has foreign tables",
      ]),
      deleted(
        "it is dropped with what depends on it",
        [
          "breaks postgresql_server/dropped-with-tables: foreign server `legacy` is dropped with its foreign tables and logins, as `drop_cascade` is set in the state",
        ],
        { drop_cascade: true },
      ),
      {
        what: "it is tainted",
        action: "replace",
        reason: "replace_because_tainted",
        after: {},
        says: [
          "breaks/interruption postgresql_server/replaced: foreign server `legacy` is dropped and made anew; the apply fails while it has foreign tables (it is marked as tainted)",
        ],
      },
      ...forced({}, { server_type: "b", fdw_name: "mysql_fdw" }, [
        [
          "breaks/interruption postgresql_server/server_type: foreign server `legacy` is dropped and made anew; the apply fails while it has foreign tables (`server_type` `a` → `b`)",
        ],
        [
          "breaks/interruption postgresql_server/fdw_name: foreign server `legacy` is dropped and made anew; the apply fails while it has foreign tables (`fdw_name` `postgres_fdw` → `mysql_fdw`)",
        ],
      ]),
      inPlace("it is renamed", {}, { server_name: "old" }, [
        "interruption postgresql_server/renamed: foreign server `legacy` is renamed `old`: logins that name it are made anew",
      ]),
      inPlace("it is elsewhere", {}, { options: { host: "b" } }, [
        "breaks postgresql_server/options: the options of foreign server `legacy` change: its foreign tables are read from elsewhere",
      ]),
      inPlace("it gets another owner", {}, { server_owner: "other" }, [
        "access postgresql_server/owner: foreign server `legacy` belongs to `other` instead of `keeper`",
      ]),
      inPlace("it is another version", {}, { server_version: "14" }, [
        "cost postgresql_server/version: foreign server `legacy` is said to be another version: `(none)` → `14`",
      ]),
      inPlace("it is armed", {}, { drop_cascade: true }, [
        "breaks postgresql_server/drop-cascade-armed: `drop_cascade` is armed: the next deletion of foreign server `legacy` takes its foreign tables along",
      ]),
      inPlace("it is disarmed", { drop_cascade: true }, { drop_cascade: false }, [
        "none postgresql_server/drop-cascade-disarmed: `drop_cascade` is disarmed: a deletion of foreign server `legacy` fails while something depends on it",
      ]),
    ],
  ),
  ...rowsOf(
    "postgresql_user_mapping",
    { user_name: "app", server_name: "legacy", options: { user: "a", password: "b" } },
    [
      created("it is new", [
        "access postgresql_user_mapping/created: the login of role `app` at foreign server `legacy` is new",
      ]),
      deleted("it is dropped", [
        "access postgresql_user_mapping/deleted: the login of role `app` at foreign server `legacy` is dropped: its foreign tables cannot be read by that role any more",
      ]),
      {
        what: "it is tainted",
        action: "replace",
        reason: "replace_because_tainted",
        after: {},
        says: [
          "interruption/none postgresql_user_mapping/replaced: the login of role `app` at foreign server `legacy` is dropped and made anew: its foreign tables cannot be read in between (it is marked as tainted)",
        ],
      },
      ...forced({}, { user_name: "x", server_name: "x" }, [
        [
          "access postgresql_user_mapping/becomes: the login of role `app` at foreign server `legacy` becomes the login of role `x` at foreign server `legacy`",
          "interruption/none postgresql_user_mapping/user_name: the login of role `app` at foreign server `legacy` is dropped and made anew: its foreign tables cannot be read in between (`user_name` `app` → `x`)",
        ],
        [
          "access postgresql_user_mapping/becomes: the login of role `app` at foreign server `legacy` becomes the login of role `app` at foreign server `x`",
          "interruption/none postgresql_user_mapping/server_name: the login of role `app` at foreign server `legacy` is dropped and made anew: its foreign tables cannot be read in between (`server_name` `legacy` → `x`)",
        ],
      ]),
      inPlace("it logs in as another", {}, { options: { user: "x", password: "y" } }, [
        "access postgresql_user_mapping/options: the options of the login of role `app` at foreign server `legacy` change: it logs in as another user, or with another password",
      ]),
    ],
  ),
];
