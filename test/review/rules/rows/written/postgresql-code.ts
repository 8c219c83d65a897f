import { created, deleted, forced, inPlace, rowsOf } from "./rows-of";

export const EXTENSIONS = rowsOf(
  "postgresql_extension",
  { name: "postgis", database: "mesh", schema: "public", version: "3.3" },
  [
    deleted("it is dropped", [
      "breaks postgresql_extension/deleted: extension `postgis` is dropped: queries that call it fail; the apply fails while a table uses it",
    ]),
    deleted(
      "it is dropped with what depends on it",
      [
        "dataLoss postgresql_extension/dropped-with-columns: extension `postgis` is dropped with every column of its types, as `drop_cascade` is set in the state",
      ],
      { drop_cascade: true },
    ),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "breaks postgresql_extension/replaced: extension `postgis` is dropped and made anew: queries that call it fail in between; the apply fails while a table uses it (it is marked as tainted)",
      ],
    },
    ...forced({}, { name: "hstore", database: "other" }, [
      [
        "breaks postgresql_extension/name: extension `postgis` is dropped and made anew: queries that call it fail in between; the apply fails while a table uses it (`name` `postgis` → `hstore`)",
      ],
      [
        "breaks postgresql_extension/database: extension `postgis` is dropped and made anew: queries that call it fail in between; the apply fails while a table uses it (`database` `mesh` → `other`)",
      ],
    ]),
    inPlace("it moves", {}, { schema: "gis" }, [
      "breaks postgresql_extension/schema: extension `postgis` moves to another schema, `public` → `gis`: queries that name the former fail",
    ]),
    inPlace("it is updated", {}, { version: "3.4" }, [
      "interruption postgresql_extension/version: extension `postgis` goes to another version, `3.3` → `3.4`: there may be no way back",
    ]),
    inPlace("it is armed", {}, { drop_cascade: true }, [
      "dataLoss postgresql_extension/drop-cascade-armed: `drop_cascade` is armed: the next deletion of extension `postgis` takes every column of its types along",
    ]),
    inPlace("it is disarmed", { drop_cascade: true }, { drop_cascade: false }, [
      "none postgresql_extension/drop-cascade-disarmed: `drop_cascade` is disarmed: a deletion of extension `postgis` fails while something depends on it",
    ]),
    inPlace("it would bring others", {}, { create_cascade: true }, [
      "none postgresql_extension/create_cascade: whether extension `postgis` brings along the extensions it needs changes; it has been made",
    ]),
  ],
);

export const FUNCTIONS = rowsOf(
  "postgresql_function",
  {
    schema: "orders",
    name: "mask",
    database: "mesh",
    body: "a",
    language: "sql",
    returns: "text",
    arg: [{ type: "text", name: "x" }],
  },
  [
    created(
      "it is new with its owner's rights",
      [
        "access postgresql_function/created-security-definer: function `orders.mask` is new, and runs with the rights of its owner, whoever calls it",
      ],
      { security_definer: true },
    ),
    deleted("it is dropped", [
      "breaks postgresql_function/deleted: function `orders.mask` is dropped: calls of it fail; the apply fails while a trigger or a view uses it",
    ]),
    deleted(
      "it is dropped with what depends on it",
      [
        "breaks postgresql_function/dropped-with-dependents: function `orders.mask` is dropped with the triggers, row policies and views that call it, as `drop_cascade` is set in the state",
      ],
      { drop_cascade: true },
    ),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "breaks postgresql_function/replaced: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (it is marked as tainted)",
      ],
    },
    ...forced(
      {},
      {
        schema: "other",
        name: "hide",
        database: "other",
        arg: [{ type: "int", name: "x" }],
        language: "plpgsql",
        returns: "int",
      },
      [
        [
          "breaks postgresql_function/schema: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`schema` `orders` → `other`)",
        ],
        [
          "breaks postgresql_function/name: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`name` `mask` → `hide`)",
        ],
        [
          "breaks postgresql_function/database: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`database` `mesh` → `other`)",
        ],
        [
          "breaks postgresql_function/arg: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`arg`)",
        ],
        [
          "breaks postgresql_function/language: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`language` `sql` → `plpgsql`)",
        ],
        [
          "breaks postgresql_function/returns: function `orders.mask` is dropped and made anew: calls fail in between, and its grants are gone (`returns` `text` → `int`)",
        ],
      ],
    ),
    inPlace("its body changes", {}, { body: "b" }, [
      "breaks/cost postgresql_function/body: function `orders.mask` does something else: its body changes",
    ]),
    inPlace("it gets its owner's rights", {}, { security_definer: true }, [
      "access postgresql_function/security-definer-on: function `orders.mask` runs with the rights of its owner, whoever calls it",
    ]),
    inPlace("it gets its caller's rights", { security_definer: true }, { security_definer: false }, [
      "access postgresql_function/security-definer-off: function `orders.mask` runs with the rights of its caller, no longer its owner's",
    ]),
    inPlace("its hints change", {}, { strict: true, volatility: "STABLE", parallel: "SAFE" }, [
      "cost postgresql_function/strict: function `orders.mask` is planned otherwise: `strict` `(none)` → `true`",
      "cost postgresql_function/volatility: function `orders.mask` is planned otherwise: `volatility` `(none)` → `STABLE`",
      "cost postgresql_function/parallel: function `orders.mask` is planned otherwise: `parallel` `(none)` → `SAFE`",
    ]),
    inPlace("a default changes", {}, { arg: [{ type: "text", name: "x", default: "''" }] }, [
      "breaks/cost postgresql_function/arg-default: the defaults of function `orders.mask`'s arguments change",
    ]),
    inPlace("it is armed", {}, { drop_cascade: true }, [
      "breaks postgresql_function/drop-cascade-armed: `drop_cascade` is armed: the next deletion of function `orders.mask` takes the triggers, row policies and views that call it along",
    ]),
    inPlace("it is disarmed", { drop_cascade: true }, { drop_cascade: false }, [
      "none postgresql_function/drop-cascade-disarmed: `drop_cascade` is disarmed: a deletion of function `orders.mask` fails while something depends on it",
    ]),
  ],
);

export const LABELS = rowsOf(
  "postgresql_security_label",
  { object_type: "column", object_name: "orders.email", label_provider: "anon", label: "MASKED" },
  [
    created("it is new", [
      "access postgresql_security_label/created: the security label `anon` of `column` `orders.email` is new: `MASKED`",
    ]),
    deleted("it is taken away", [
      "access postgresql_security_label/deleted: the security label `anon` of `column` `orders.email` is taken away: what it hides or allows changes",
    ]),
    ...forced({}, { object_name: "orders.name", object_type: "table", label_provider: "pgsodium" }, [
      [
        "access postgresql_security_label/object_name: the security label `anon` of `column` `orders.email` is taken away, then the security label `anon` of `column` `orders.name` set: nothing holds in between (`object_name` `orders.email` → `orders.name`)",
      ],
      [
        "access postgresql_security_label/object_type: the security label `anon` of `column` `orders.email` is taken away, then the security label `anon` of `table` `orders.email` set: nothing holds in between (`object_type` `column` → `table`)",
      ],
      [
        "access postgresql_security_label/label_provider: the security label `anon` of `column` `orders.email` is taken away, then the security label `pgsodium` of `column` `orders.email` set: nothing holds in between (`label_provider` `anon` → `pgsodium`)",
      ],
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "access postgresql_security_label/replaced: the security label `anon` of `column` `orders.email` is taken away, then the security label `anon` of `column` `orders.email` set: nothing holds in between (it is marked as tainted)",
      ],
    },
    inPlace("its label changes", {}, { label: "OPEN" }, [
      "access postgresql_security_label/label: the security label `anon` of `column` `orders.email` changes, `MASKED` → `OPEN`: what it hides or allows changes",
    ]),
  ],
);
