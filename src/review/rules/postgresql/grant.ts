import { listed, say, type Text } from "../../model";
import { grantedObjects, isEmpty } from "../../things";
import { causes, each, forcing, isReplaced, rulesOf, type Aspect, type Subject } from "../kit";
import type { Rule } from "../rule";

/** The kinds that a grant without `objects` means all of in the schema. */
const OF_SCHEMA: ReadonlySet<string> = new Set(["table", "sequence", "function", "procedure", "routine"]);

const isOfWholeSchema = (it: Subject): boolean =>
  isEmpty(it.before("objects")) && OF_SCHEMA.has(it.was("object_type"));

/** Privileges that come and go in place: one transaction, no gap. */
const PRIVILEGES: readonly Aspect[] = [
  {
    ...{ id: "privileges-added", verdict: "access", cause: ["privileges"] },
    when: (it) => it.added("privileges").length > 0,
    sentence: (it) => say`${it.thing} gains ${listed(it.added("privileges"))}`,
  },
  {
    ...{ id: "privileges-removed", verdict: "access", cause: ["privileges"] },
    when: (it) => it.removed("privileges").length > 0,
    sentence: (it) => say`${it.thing} loses ${listed(it.removed("privileges"))}`,
  },
];

const isReplacedFor = (it: Subject, attribute: string): boolean =>
  it.change.action === "replace" && it.changes(attribute);

const inDatabase = (it: Subject): Text =>
  it.changes("database") && it.was("object_type") !== "database"
    ? say` in database ${it.willBe("database")} instead of ${it.was("database")}`
    : [];

/** What a replaced grant is about afterwards, and whether it may be passed on. */
const BECOMES: readonly Aspect[] = [
  {
    ...{ id: "becomes", verdict: "access" },
    when: (it) =>
      isReplaced(it.change) && forcing(it.change).some((attribute) => attribute !== "with_grant_option"),
    sentence: (it) => say`${it.thing} becomes ${it.thingAfter}${inDatabase(it)}`,
  },
  {
    ...{ id: "pass-on", verdict: "access", cause: ["with_grant_option"] },
    when: (it) => isReplacedFor(it, "with_grant_option"),
    sentence: (it) =>
      say`${it.willBe("role")} may ${[it.after("with_grant_option") === true ? "" : "no longer "]}pass on ${it.thingAfter}`,
  },
];

/** `postgresql_grant`: any new value but the privileges revokes, commits, and grants again. */
export const GRANT: readonly Rule[] = rulesOf({
  type: "postgresql_grant",
  source:
    "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_grant.go; its issues 145 and 208",
  created: { verdict: "access", sentence: (it) => say`${it.thingAfter} is new` },
  deleted: { verdict: "access", sentence: (it) => say`${it.thing} is revoked` },
  replaced: {
    ...{ verdict: "interruption", unread: "none" },
    sentence: (it) =>
      say`${it.thing} is revoked, then given anew: readers get errors in between${causes(it)}`,
    wayOut: () => ["add a second grant beside it, and take this one away later"],
  },
  forces: each("role", "database", "schema", "object_type", "objects", "columns", "with_grant_option"),
  inPlace: PRIVILEGES,
  besides: [
    ...BECOMES,
    {
      ...{ id: "takes-others", verdict: "access", cause: ["objects"] },
      when: (it) => ["delete", "replace"].includes(it.change.action) && isOfWholeSchema(it),
      sentence: (it) =>
        say`what other grants gave ${it.was("role")} on ${grantedObjects(it.change.before)} is revoked along`,
      wayOut: () => say`name the ${"objects"}, or apply the other grants once more`,
    },
  ],
});

/** `postgresql_default_privileges`: about objects that are made later. */
export const DEFAULT_PRIVILEGES: readonly Rule[] = rulesOf({
  type: "postgresql_default_privileges",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_default_privileges.go",
  created: {
    verdict: "access",
    sentence: (it) => say`${it.thingAfter} is in force for what is made from now on`,
  },
  deleted: {
    verdict: "access",
    sentence: (it) =>
      say`${it.thing} is revoked: nothing changes today, and what is made from now on cannot be read by ${it.was("role")}`,
  },
  replaced: {
    ...{ verdict: "interruption", unread: "none" },
    sentence: (it) =>
      say`${it.thing} is revoked, then given anew: what is made in between stays closed to ${it.was("role")}${causes(it)}`,
  },
  forces: each("role", "database", "owner", "schema", "object_type", "with_grant_option"),
  inPlace: PRIVILEGES,
  besides: BECOMES,
});

/** `postgresql_grant_role`: one membership. */
export const GRANT_ROLE: readonly Rule[] = rulesOf({
  type: "postgresql_grant_role",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_grant_role.go",
  created: { verdict: "access", sentence: (it) => say`${it.thingAfter} is new` },
  deleted: { verdict: "access", sentence: (it) => say`${it.thing} is revoked` },
  replaced: {
    ...{ verdict: "interruption", unread: "none" },
    sentence: (it) =>
      say`${it.thing} is revoked, then given anew: what it opens is closed in between${causes(it)}`,
  },
  forces: each("role", "grant_role", "with_admin_option"),
  besides: [
    {
      ...{ id: "becomes", verdict: "access" },
      when: (it) => isReplacedFor(it, "role") || isReplacedFor(it, "grant_role"),
      sentence: (it) => say`${it.thing} becomes ${it.thingAfter}`,
    },
    {
      ...{ id: "admin", verdict: "access", cause: ["with_admin_option"] },
      when: (it) => isReplacedFor(it, "with_admin_option"),
      sentence: (it) =>
        say`${it.was("role")} may ${[it.after("with_admin_option") === true ? "" : "no longer "]}let others become members of ${it.was("grant_role")}`,
    },
  ],
});
