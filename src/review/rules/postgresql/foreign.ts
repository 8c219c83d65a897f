import { say } from "../../model";
import { causes, changed, each, forcing, isReplaced, rulesOf } from "../kit";
import type { Rule } from "../rule";
import { cascades, dropCascade } from "./cascade";

/** `postgresql_server`: another database whose tables are read as foreign tables. */
export const SERVER: readonly Rule[] = rulesOf({
  type: "postgresql_server",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_server.go",
  instead: [
    {
      ...{ id: "dropped-with-tables", verdict: "breaks", cause: ["drop_cascade"] },
      when: cascades,
      sentence: (it) =>
        say`${it.thing} is dropped with its foreign tables and logins, as ${"drop_cascade"} is set in the state${causes(it)}`,
      wayOut: () => say`apply ${"drop_cascade"} as ${"false"} first`,
    },
  ],
  deleted: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => say`${it.thing} is dropped; the apply fails while it has foreign tables`,
  },
  replaced: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) =>
      say`${it.thing} is dropped and made anew; the apply fails while it has foreign tables${causes(it)}`,
  },
  forces: each("server_type", "fdw_name"),
  inPlace: [
    changed("renamed", ["server_name"], {
      verdict: "interruption",
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("server_name")}: logins that name it are made anew`,
    }),
    changed("options", ["options"], {
      verdict: "breaks",
      sentence: (it) => say`the options of ${it.thing} change: its foreign tables are read from elsewhere`,
    }),
    changed("owner", ["server_owner"], {
      verdict: "access",
      sentence: (it) =>
        say`${it.thing} belongs to ${it.willBe("server_owner")} instead of ${it.was("server_owner")}`,
    }),
    changed("version", ["server_version"], {
      verdict: "cost",
      sentence: (it) => say`${it.thing} is said to be another version: ${it.shift("server_version")}`,
    }),
    ...dropCascade("breaks", () => ["its foreign tables along"]),
  ],
});

/** `postgresql_user_mapping`: as whom a role reads a foreign server. */
export const USER_MAPPING: readonly Rule[] = rulesOf({
  type: "postgresql_user_mapping",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_user_mapping.go",
  created: { verdict: "access", sentence: (it) => say`${it.thingAfter} is new` },
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is dropped: its foreign tables cannot be read by that role any more`,
  },
  replaced: {
    ...{ verdict: "interruption", unread: "none" },
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: its foreign tables cannot be read in between${causes(it)}`,
  },
  forces: each("user_name", "server_name"),
  inPlace: [
    changed("options", ["options"], {
      verdict: "access",
      sentence: (it) =>
        say`the options of ${it.thing} change: it logs in as another user, or with another password`,
    }),
  ],
  besides: [
    {
      ...{ id: "becomes", verdict: "access" },
      when: (it) => isReplaced(it.change) && forcing(it.change).length > 0,
      sentence: (it) => say`${it.thing} becomes ${it.thingAfter}`,
    },
  ],
});
