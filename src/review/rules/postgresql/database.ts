import { say } from "../../model";
import { isTrue } from "../../things";
import { causes, changed, each, rulesOf } from "../kit";
import type { Rule } from "../rule";

/** `postgresql_database`: nothing protects it; dropping ends all sessions and takes everything. */
export const DATABASE: readonly Rule[] = rulesOf({
  type: "postgresql_database",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_database.go",
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is dropped with everything in it: all its sessions are ended at once`,
    wayOut: () => say`take it out of the state with a ${"removed"} block, and drop it by hand after a backup`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is dropped with everything in it and made anew: all its sessions are ended at once${causes(it)}`,
    wayOut: () => ["make a second database, copy the data, and let the readers move"],
  },
  forces: each("template", "encoding", "lc_collate", "lc_ctype"),
  inPlace: [
    changed("name", ["name"], {
      verdict: "breaks",
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("name")}: whoever connects to ${it.was("name")} is refused`,
    }),
    changed("tablespace_name", ["tablespace_name"], {
      verdict: "interruption",
      sentence: (it) =>
        say`${it.thing} moves to another tablespace, ${it.shift("tablespace_name")}: nobody may be connected while it is copied`,
    }),
    {
      ...{ id: "connections-off", verdict: "breaks", cause: ["allow_connections"] },
      when: (it) => it.before("allow_connections") !== false && it.after("allow_connections") === false,
      sentence: (it) => say`nobody can connect to ${it.thing} any more`,
    },
    {
      ...{ id: "connections-on", verdict: "access", cause: ["allow_connections"] },
      when: (it) => it.before("allow_connections") === false && it.after("allow_connections") === true,
      sentence: (it) => say`${it.thing} can be connected to`,
    },
    changed("connection_limit", ["connection_limit"], {
      verdict: "cost",
      sentence: (it) => say`${it.thing} takes another number of connections: ${it.shift("connection_limit")}`,
    }),
    changed("is_template", ["is_template"], {
      verdict: "access",
      sentence: (it) =>
        isTrue(it.after("is_template"))
          ? say`whoever may create databases can copy ${it.thing}, which becomes a template`
          : say`${it.thing} is no template any more`,
    }),
    {
      ...{ id: "reassigned", verdict: "access", cause: ["owner"] },
      when: (it) => it.changes("owner") && isTrue(it.after("alter_object_ownership")),
      sentence: (it) =>
        say`everything in ${it.thing} that ${it.was("owner")} owns goes to ${it.willBe("owner")}`,
    },
    {
      ...{ id: "owner", verdict: "access", cause: ["owner"] },
      when: (it) => it.changes("owner") && !isTrue(it.after("alter_object_ownership")),
      sentence: (it) => say`${it.thing} belongs to ${it.willBe("owner")} instead of ${it.was("owner")}`,
    },
    changed("alter_object_ownership", ["alter_object_ownership"], {
      verdict: "none",
      sentence: (it) => say`what the next change of ${it.thing}'s owner does with the objects in it changes`,
    }),
  ],
});
