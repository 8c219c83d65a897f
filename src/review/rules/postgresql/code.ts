import { pathText, say } from "../../model";
import { causes, changed, each, rulesOf } from "../kit";
import type { Rule } from "../rule";
import { cascades, dropCascade } from "./cascade";

/** `postgresql_extension`: types and functions that columns may be made of. */
export const EXTENSION: readonly Rule[] = rulesOf({
  type: "postgresql_extension",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_extension.go",
  instead: [
    {
      ...{ id: "dropped-with-columns", verdict: "dataLoss", cause: ["drop_cascade"] },
      when: cascades,
      sentence: (it) =>
        say`${it.thing} is dropped with every column of its types, as ${"drop_cascade"} is set in the state${causes(it)}`,
      wayOut: () =>
        say`apply ${"drop_cascade"} as ${"false"} first: then the deletion fails while something uses it`,
    },
  ],
  deleted: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped: queries that call it fail; the apply fails while a table uses it`,
  },
  replaced: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: queries that call it fail in between; the apply fails while a table uses it${causes(it)}`,
  },
  forces: each("name", "database"),
  inPlace: [
    changed("schema", ["schema"], {
      verdict: "breaks",
      sentence: (it) =>
        say`${it.thing} moves to another schema, ${it.shift("schema")}: queries that name the former fail`,
    }),
    changed("version", ["version"], {
      verdict: "interruption",
      sentence: (it) =>
        say`${it.thing} goes to another version, ${it.shift("version")}: there may be no way back`,
    }),
    changed("create_cascade", ["create_cascade"], {
      verdict: "none",
      sentence: (it) =>
        say`whether ${it.thing} brings along the extensions it needs changes; it has been made`,
    }),
    ...dropCascade("dataLoss", () => ["every column of its types along"]),
  ],
});

/** What the query planner is told of a function. */
const HINTS = ["strict", "volatility", "parallel"] as const;

/** `postgresql_function`: code in the database. */
export const FUNCTION: readonly Rule[] = rulesOf({
  type: "postgresql_function",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_function.go",
  instead: [
    {
      ...{ id: "dropped-with-dependents", verdict: "breaks", cause: ["drop_cascade"] },
      when: cascades,
      sentence: (it) =>
        say`${it.thing} is dropped with the triggers, row policies and views that call it, as ${"drop_cascade"} is set in the state${causes(it)}`,
      wayOut: () =>
        say`apply ${"drop_cascade"} as ${"false"} first: then the deletion fails while something uses it`,
    },
  ],
  deleted: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped: calls of it fail; the apply fails while a trigger or a view uses it`,
  },
  replaced: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: calls fail in between, and its grants are gone${causes(it)}`,
  },
  forces: each("schema", "name", "database", "arg", "language", "returns"),
  inPlace: [
    changed("body", ["body"], {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) => say`${it.thing} does something else: its body changes`,
    }),
    {
      ...{ id: "security-definer-on", verdict: "access", cause: ["security_definer"] },
      when: (it) => it.sets("security_definer"),
      sentence: (it) => say`${it.thing} runs with the rights of its owner, whoever calls it`,
    },
    {
      ...{ id: "security-definer-off", verdict: "access", cause: ["security_definer"] },
      when: (it) => it.unsets("security_definer"),
      sentence: (it) => say`${it.thing} runs with the rights of its caller, no longer its owner's`,
    },
    ...HINTS.map((hint) =>
      changed(hint, [hint], {
        verdict: "cost",
        sentence: (it) => say`${it.thing} is planned otherwise: ${pathText([hint])} ${it.shift(hint)}`,
      }),
    ),
    changed("arg-default", ["arg"], {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) => say`the defaults of ${it.thing}'s arguments change`,
    }),
    ...dropCascade("breaks", () => ["the triggers, row policies and views that call it along"]),
  ],
  besides: [
    {
      ...{ id: "created-security-definer", verdict: "access", cause: ["security_definer"] },
      when: (it) => it.change.action === "create" && it.after("security_definer") === true,
      sentence: (it) => say`${it.thingAfter} is new, and runs with the rights of its owner, whoever calls it`,
    },
  ],
});

/** `postgresql_security_label`: what an extension, such as one that masks columns, goes by. */
export const SECURITY_LABEL: readonly Rule[] = rulesOf({
  type: "postgresql_security_label",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_security_label.go",
  created: { verdict: "access", sentence: (it) => say`${it.thingAfter} is new: ${it.willBe("label")}` },
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is taken away: what it hides or allows changes`,
  },
  replaced: {
    verdict: "access",
    sentence: (it) =>
      say`${it.thing} is taken away, then ${it.thingAfter} set: nothing holds in between${causes(it)}`,
  },
  forces: each("object_name", "object_type", "label_provider"),
  inPlace: [
    changed("label", ["label"], {
      verdict: "access",
      sentence: (it) => say`${it.thing} changes, ${it.shift("label")}: what it hides or allows changes`,
    }),
  ],
});
