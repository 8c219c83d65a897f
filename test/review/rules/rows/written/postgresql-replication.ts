import { created, deleted, forced, inPlace, rowsOf } from "./rows-of";

export const PUBLICATIONS = rowsOf(
  "postgresql_publication",
  { name: "changes", database: "mesh", owner: "keeper", tables: ["public.a", "public.b"] },
  [
    deleted("it is dropped", [
      "breaks postgresql_publication/deleted: publication `changes` is dropped: its subscribers get no more changes",
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "breaks postgresql_publication/replaced: publication `changes` is dropped and made anew: its subscribers stop, and miss what changes in between (it is marked as tainted)",
      ],
    },
    ...forced({}, { database: "other", all_tables: true }, [
      [
        "breaks postgresql_publication/database: publication `changes` is dropped and made anew: its subscribers stop, and miss what changes in between (`database` `mesh` → `other`)",
      ],
      [
        "breaks postgresql_publication/all_tables: publication `changes` is dropped and made anew: its subscribers stop, and miss what changes in between (`all_tables` `(none)` → `true`)",
      ],
    ]),
    inPlace("it is renamed", {}, { name: "stream" }, [
      "breaks postgresql_publication/renamed: publication `changes` is renamed `stream`: whoever subscribes to `changes` stops",
    ]),
    inPlace("it gets another owner", {}, { owner: "other" }, [
      "access postgresql_publication/owner: publication `changes` belongs to `other` instead of `keeper`",
    ]),
    inPlace("it gets other tables", {}, { tables: ["public.b", "public.c"] }, [
      "breaks postgresql_publication/tables-removed: publication `changes` leaves out `public.a`: its subscribers get no more changes of it, and no error",
      "additive postgresql_publication/tables-added: publication `changes` sends changes of `public.c` as well",
    ]),
    inPlace("it sends fewer operations", {}, { publish_param: ["insert"] }, [
      "breaks postgresql_publication/operations: publication `changes` sends other operations, `(none)` → `insert`: those left out go unseen",
    ]),
    inPlace("it sends all operations", { publish_param: ["insert"] }, { publish_param: [] }, [
      "additive postgresql_publication/all-operations: publication `changes` sends every operation",
    ]),
    inPlace("it sends by the root", {}, { publish_via_partition_root_param: true }, [
      "breaks postgresql_publication/partition-root: publication `changes` sends changes of partitioned tables under another name: `publish_via_partition_root_param` `(none)` → `true`",
    ]),
    inPlace("it is armed", {}, { drop_cascade: true }, [
      "interruption postgresql_publication/drop-cascade-armed: `drop_cascade` is armed: the next deletion of publication `changes` takes what depends on it along",
    ]),
    inPlace("it is disarmed", { drop_cascade: true }, { drop_cascade: false }, [
      "none postgresql_publication/drop-cascade-disarmed: `drop_cascade` is disarmed: a deletion of publication `changes` fails while something depends on it",
    ]),
  ],
);

export const SUBSCRIPTIONS = rowsOf(
  "postgresql_subscription",
  {
    name: "from-shop",
    database: "mesh",
    conninfo: "host=a password=b",
    publications: ["a"],
    create_slot: true,
    slot_name: "a",
  },
  [
    deleted("it is dropped", [
      "breaks postgresql_subscription/deleted: subscription `from-shop` is dropped: its tables get no more changes",
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "breaks postgresql_subscription/replaced: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (it is marked as tainted)",
      ],
    },
    ...forced(
      {},
      {
        name: "x",
        database: "x",
        conninfo: "host=x password=y",
        publications: ["x"],
        create_slot: false,
        slot_name: "x",
      },
      [
        [
          "breaks postgresql_subscription/name: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`name` `from-shop` → `x`)",
        ],
        [
          "breaks postgresql_subscription/database: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`database` `mesh` → `x`)",
        ],
        [
          "breaks postgresql_subscription/conninfo: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`conninfo`)",
        ],
        [
          "breaks postgresql_subscription/publications: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`publications` `a` → `x`)",
        ],
        [
          "breaks postgresql_subscription/create_slot: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`create_slot` `true` → `false`)",
        ],
        [
          "breaks postgresql_subscription/slot_name: subscription `from-shop` is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some (`slot_name` `a` → `x`)",
        ],
      ],
    ),
  ],
);

export const SLOTS = [
  ...rowsOf("postgresql_replication_slot", { name: "debezium", database: "mesh", plugin: "pgoutput" }, [
    created("it is new", [
      "cost postgresql_replication_slot/created: replication slot `debezium` is new: the server keeps its log until somebody has read it",
    ]),
    deleted("it is dropped", [
      "dataLoss postgresql_replication_slot/deleted: replication slot `debezium` is dropped: where its reader is in the log is lost, and with it every change it has not read",
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "dataLoss postgresql_replication_slot/replaced: replication slot `debezium` is dropped and made anew: its reader, such as Debezium, misses changes until it takes a new snapshot (it is marked as tainted)",
      ],
    },
    ...forced({}, { name: "x", database: "x", plugin: "wal2json" }, [
      [
        "dataLoss postgresql_replication_slot/name: replication slot `debezium` is dropped and made anew: its reader, such as Debezium, misses changes until it takes a new snapshot (`name` `debezium` → `x`)",
      ],
      [
        "dataLoss postgresql_replication_slot/database: replication slot `debezium` is dropped and made anew: its reader, such as Debezium, misses changes until it takes a new snapshot (`database` `mesh` → `x`)",
      ],
      [
        "dataLoss postgresql_replication_slot/plugin: replication slot `debezium` is dropped and made anew: its reader, such as Debezium, misses changes until it takes a new snapshot (`plugin` `pgoutput` → `wal2json`)",
      ],
    ]),
  ]),
  ...rowsOf("postgresql_physical_replication_slot", { name: "standby" }, [
    created("it is new", [
      "cost postgresql_physical_replication_slot/created: physical replication slot `standby` is new: the server keeps its log until somebody has read it",
    ]),
    deleted("it is dropped", [
      "interruption postgresql_physical_replication_slot/deleted: physical replication slot `standby` is dropped: its standby or backup may have to start anew",
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "interruption postgresql_physical_replication_slot/replaced: physical replication slot `standby` is dropped and made anew: its standby or backup may have to start anew (it is marked as tainted)",
      ],
    },
    ...forced({}, { name: "x" }, [
      [
        "interruption postgresql_physical_replication_slot/name: physical replication slot `standby` is dropped and made anew: its standby or backup may have to start anew (`name` `standby` → `x`)",
      ],
    ]),
  ]),
];
