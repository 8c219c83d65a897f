import { created, deleted, forced, inPlace, rowsOf } from "./rows-of";

const DATABASE = {
  name: "shop",
  owner: "keeper",
  allow_connections: true,
  connection_limit: -1,
  tablespace_name: "pg_default",
};

export const DATABASES = rowsOf("postgresql_database", DATABASE, [
  deleted("it is dropped", [
    "dataLoss postgresql_database/deleted: database `shop` is dropped with everything in it: all its sessions are ended at once",
  ]),
  {
    what: "it is tainted",
    action: "replace",
    reason: "replace_because_tainted",
    after: {},
    says: [
      "dataLoss postgresql_database/replaced: database `shop` is dropped with everything in it and made anew: all its sessions are ended at once (it is marked as tainted)",
    ],
  },
  ...forced(
    { template: "template0" },
    { template: "template1", encoding: "LATIN1", lc_collate: "C", lc_ctype: "C" },
    [
      [
        "dataLoss postgresql_database/template: database `shop` is dropped with everything in it and made anew: all its sessions are ended at once (`template` `template0` → `template1`)",
      ],
      [
        "dataLoss postgresql_database/encoding: database `shop` is dropped with everything in it and made anew: all its sessions are ended at once (`encoding` `(none)` → `LATIN1`)",
      ],
      [
        "dataLoss postgresql_database/lc_collate: database `shop` is dropped with everything in it and made anew: all its sessions are ended at once (`lc_collate` `(none)` → `C`)",
      ],
      [
        "dataLoss postgresql_database/lc_ctype: database `shop` is dropped with everything in it and made anew: all its sessions are ended at once (`lc_ctype` `(none)` → `C`)",
      ],
    ],
  ),
  inPlace("it is renamed", {}, { name: "store" }, [
    "breaks postgresql_database/name: database `shop` is renamed `store`: whoever connects to `shop` is refused",
  ]),
  inPlace("it moves", {}, { tablespace_name: "fast" }, [
    "interruption postgresql_database/tablespace_name: database `shop` moves to another tablespace, `pg_default` → `fast`: nobody may be connected while it is copied",
  ]),
  inPlace("it closes", {}, { allow_connections: false }, [
    "breaks postgresql_database/connections-off: nobody can connect to database `shop` any more",
  ]),
  inPlace("it opens", { allow_connections: false }, { allow_connections: true }, [
    "access postgresql_database/connections-on: database `shop` can be connected to",
  ]),
  inPlace("it takes fewer connections", {}, { connection_limit: 10 }, [
    "cost postgresql_database/connection_limit: database `shop` takes another number of connections: `-1` → `10`",
  ]),
  inPlace("it becomes a template", {}, { is_template: true }, [
    "access postgresql_database/is_template: whoever may create databases can copy database `shop`, which becomes a template",
  ]),
  inPlace("it is no template any more", { is_template: true }, { is_template: false }, [
    "access postgresql_database/is_template: database `shop` is no template any more",
  ]),
  inPlace("it gets another owner", {}, { owner: "other" }, [
    "access postgresql_database/owner: database `shop` belongs to `other` instead of `keeper`",
  ]),
  inPlace("it gets another owner with all in it", { alter_object_ownership: true }, { owner: "other" }, [
    "access postgresql_database/reassigned: everything in database `shop` that `keeper` owns goes to `other`",
  ]),
  inPlace("the owner's objects would go along", {}, { alter_object_ownership: true }, [
    "none postgresql_database/alter_object_ownership: what the next change of database `shop`'s owner does with the objects in it changes",
  ]),
]);

export const TAINTED = [
  ...rowsOf("postgresql_schema", { name: "orders", database: "mesh" }, [
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "breaks/interruption postgresql_schema/replaced: schema `orders` is dropped and made anew: readers lose it when it is empty, and the apply fails when it is not (it is marked as tainted)",
      ],
    },
  ]),
  ...rowsOf("postgresql_role", { name: "app" }, [
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "access postgresql_role/replaced: role `app` is dropped and made anew: what it owns goes to the administrator, and its privileges and memberships are gone (it is marked as tainted)",
      ],
    },
  ]),
  ...rowsOf(
    "postgresql_grant",
    { role: "r", database: "mesh", schema: "s", object_type: "schema", privileges: ["USAGE"] },
    [
      {
        what: "it is tainted",
        action: "replace",
        reason: "replace_because_tainted",
        after: {},
        says: [
          "interruption/none postgresql_grant/replaced: the grant of `USAGE` on schema `s` to `r` is revoked, then given anew: readers get errors in between (it is marked as tainted)",
        ],
      },
    ],
  ),
  ...rowsOf(
    "postgresql_default_privileges",
    { role: "r", database: "mesh", owner: "o", object_type: "table", privileges: ["SELECT"] },
    [
      {
        what: "it is tainted",
        action: "replace",
        reason: "replace_because_tainted",
        after: {},
        says: [
          "interruption/none postgresql_default_privileges/replaced: the grant of `SELECT` on new tables that `o` makes to `r` is revoked, then given anew: what is made in between stays closed to `r` (it is marked as tainted)",
        ],
      },
    ],
  ),
];

export const MEMBERSHIPS = rowsOf(
  "postgresql_grant_role",
  { role: "app", grant_role: "readers", with_admin_option: false },
  [
    created("it is new", [
      "access postgresql_grant_role/created: the membership of role `app` in `readers` is new",
    ]),
    deleted("it is revoked", [
      "access postgresql_grant_role/deleted: the membership of role `app` in `readers` is revoked",
    ]),
    ...forced({}, { role: "app2", grant_role: "writers", with_admin_option: true }, [
      [
        "access postgresql_grant_role/becomes: the membership of role `app` in `readers` becomes the membership of role `app2` in `readers`",
        "interruption/none postgresql_grant_role/role: the membership of role `app` in `readers` is revoked, then given anew: what it opens is closed in between (`role` `app` → `app2`)",
      ],
      [
        "access postgresql_grant_role/becomes: the membership of role `app` in `readers` becomes the membership of role `app` in `writers`",
        "interruption/none postgresql_grant_role/grant_role: the membership of role `app` in `readers` is revoked, then given anew: what it opens is closed in between (`grant_role` `readers` → `writers`)",
      ],
      [
        "access postgresql_grant_role/admin: `app` may let others become members of `readers`",
        "interruption/none postgresql_grant_role/with_admin_option: the membership of role `app` in `readers` is revoked, then given anew: what it opens is closed in between (`with_admin_option` `false` → `true`)",
      ],
    ]),
    ...forced({ with_admin_option: true }, { with_admin_option: false }, [
      [
        "access postgresql_grant_role/admin: `app` may no longer let others become members of `readers`",
        "interruption/none postgresql_grant_role/with_admin_option: the membership of role `app` in `readers` is revoked, then given anew: what it opens is closed in between (`with_admin_option` `true` → `false`)",
      ],
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "interruption/none postgresql_grant_role/replaced: the membership of role `app` in `readers` is revoked, then given anew: what it opens is closed in between (it is marked as tainted)",
      ],
    },
  ],
);
