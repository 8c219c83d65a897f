import { say, type Text } from "../../model";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { BESIDE_IT } from "../ways-out";
import { cascades, dropCascade } from "./cascade";

/** With `if_not_exists`, the default, a schema that was there before is taken for Terraform's own. */
const adopted = (it: Subject): Text =>
  it.before("if_not_exists") === false ? [] : [", even if it was there before Terraform"];

const ifEmpty = (it: Subject, then: Text): Text =>
  say`${it.thing} is dropped${then}: readers lose it when it is empty, and the apply fails when it is not${causes(it)}`;

/** `postgresql_schema`: whether it goes with its tables stands in the state. */
export const SCHEMA: readonly Rule[] = rulesOf({
  type: "postgresql_schema",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_schema.go",
  instead: [
    {
      ...{ id: "dropped-with-tables", verdict: "dataLoss", cause: ["drop_cascade"] },
      when: cascades,
      sentence: (it) =>
        say`${it.thing} is dropped with all tables in it${adopted(it)}, as ${"drop_cascade"} is set in the state${causes(it)}`,
      wayOut: () =>
        say`apply ${"drop_cascade"} as ${"false"} first: then the deletion fails while there are tables`,
    },
  ],
  deleted: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => ifEmpty(it, []),
    wayOut: () => ["retire the product first, and move or drop its tables by a migration"],
  },
  replaced: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => ifEmpty(it, [" and made anew"]),
    wayOut: () => [BESIDE_IT],
  },
  forces: each("database"),
  inPlace: [
    changed("renamed", ["name"], {
      ...{ verdict: "breaks", unread: "interruption" },
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("name")}: every query that names ${it.was("name")} fails`,
      wayOut: () => [BESIDE_IT],
    }),
    changed("owner", ["owner"], {
      verdict: "access",
      sentence: (it) => say`${it.thing} belongs to ${it.willBe("owner")} instead of ${it.was("owner")}`,
    }),
    changed("policy", ["policy"], {
      verdict: "access",
      sentence: (it) =>
        say`the ${"policy"} blocks of ${it.thing} change: they say who may use it and create in it`,
    }),
    changed("if_not_exists", ["if_not_exists"], {
      verdict: "none",
      sentence: (it) =>
        say`what happens when ${it.thing} is there before it is made changes; it has been made`,
    }),
    ...dropCascade("dataLoss", () => ["all tables in it along"]),
  ],
});
