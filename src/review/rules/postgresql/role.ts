import { listed, say, type Text } from "../../model";
import { isEmpty, isTrue, strings } from "../../things";
import { causes, changed, rulesOf, type Aspect, type Subject } from "../kit";
import type { Rule } from "../rule";

/** What a role may do beyond its grants, by the attribute that says so. */
const POWERS = {
  superuser: "do everything",
  create_role: "create roles",
  create_database: "create databases",
  replication: "read the whole server by replication",
  bypass_row_level_security: "read rows that row level security hides",
  login: "log in",
  inherit: "use what the roles it is a member of may do",
} as const;

type Power = keyof typeof POWERS;

const FLAGS = Object.keys(POWERS) as readonly Power[];

/** Any role has these, or may without harm. */
const HARMLESS: ReadonlySet<Power> = new Set(["inherit"]);

const powers: readonly Aspect[] = FLAGS.map((power) => ({
  ...{ id: power, verdict: "access", cause: [power] },
  when: (it) => it.sets(power) || it.unsets(power),
  sentence: (it) => say`${it.thing} may ${[it.sets(power) ? POWERS[power] : `no longer ${POWERS[power]}`]}`,
}));

const may = (it: Subject): string[] =>
  FLAGS.filter((power) => !HARMLESS.has(power) && isTrue(it.after(power))).map((power) => POWERS[power]);

const isPowerful = (it: Subject): boolean => may(it).length > 0 || !isEmpty(it.after("roles"));

const memberships = (it: Subject): Text => {
  const roles = strings(it.after("roles"));
  return roles.length === 0 ? [] : say` as a member of ${listed(roles)}`;
};

/** An unchanged version keeps the provider from setting the password again. */
const losesPassword = (it: Subject): boolean =>
  it.changes("name") && isEmpty(it.after("password")) && !it.changes("password_wo_version");

/** `postgresql_role`: nothing forces a replacement; every update sets the memberships anew. */
export const ROLE: readonly Rule[] = rulesOf({
  type: "postgresql_role",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_role.go",
  instead: [
    {
      ...{ id: "kept-in-database", verdict: "cost", cause: ["skip_drop_role"] },
      when: (it) => isTrue(it.before("skip_drop_role")),
      sentence: (it) =>
        say`${it.thing} stays in the server, and Terraform does not know it any more: ${"skip_drop_role"} is set in the state`,
    },
    {
      ...{ id: "not-reassigned", verdict: "access", cause: ["skip_reassign_owned"] },
      when: (it) => isTrue(it.before("skip_reassign_owned")),
      sentence: (it) =>
        say`${it.thing} is dropped; the apply fails while it owns anything or holds a privilege, as ${"skip_reassign_owned"} is set in the state${causes(it)}`,
    },
  ],
  deleted: {
    verdict: "access",
    sentence: (it) =>
      say`${it.thing} is dropped: what it owns goes to the administrator, and its privileges are revoked; the apply fails when it owns anything in another database`,
  },
  replaced: {
    verdict: "access",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: what it owns goes to the administrator, and its privileges and memberships are gone${causes(it)}`,
  },
  inPlace: [
    {
      ...{ id: "login-renamed", verdict: "breaks", cause: ["name"] },
      when: (it) => it.changes("name") && isTrue(it.before("login")),
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("name")}: whoever logs in as ${it.was("name")} is refused`,
      wayOut: () => ["make a second role, let the clients move, and delete this one later"],
    },
    {
      ...{ id: "renamed", verdict: "access", cause: ["name"] },
      when: (it) => it.changes("name") && !isTrue(it.before("login")),
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("name")}: its grants and members stay, scripts that name it fail`,
    },
    {
      ...{ id: "password-cleared", verdict: "interruption", cause: ["name"] },
      when: (it) => losesPassword(it) && isTrue(it.after("login")),
      sentence: (it) =>
        say`an MD5 password of ${it.thing} is cleared by the new name, and not set again while ${"password_wo_version"} stays as it is`,
      wayOut: () => say`raise ${"password_wo_version"} in the same change`,
    },
    {
      ...{ id: "memberships", verdict: "access", cause: ["roles"] },
      when: () => true,
      sentence: (it) =>
        say`this update of ${it.thing} revokes the memberships that its ${"roles"} do not name`,
      wayOut: () => say`name every membership in ${"roles"}`,
    },
    {
      ...{ id: "joins", verdict: "access", cause: ["roles"] },
      when: (it) => it.added("roles").length > 0,
      sentence: (it) =>
        say`${it.thing} becomes a member of ${listed(it.added("roles"))}, and may do what they may`,
    },
    {
      ...{ id: "leaves", verdict: "access", cause: ["roles"] },
      when: (it) => it.removed("roles").length > 0,
      sentence: (it) => say`${it.thing} is no longer a member of ${listed(it.removed("roles"))}`,
    },
    ...powers,
    changed("assume_role", ["assume_role"], {
      verdict: "access",
      sentence: (it) => say`sessions of ${it.thing} act as another role, ${it.shift("assume_role")}`,
    }),
    changed("valid_until", ["valid_until"], {
      verdict: "access",
      sentence: (it) => say`the password of ${it.thing} holds until another time, ${it.shift("valid_until")}`,
    }),
    {
      ...{ id: "password", verdict: "interruption", cause: ["password"] },
      when: (it) => it.changes("password") || it.changes("password_wo_version"),
      sentence: (it) => say`${it.thing} gets a new password: clients that still have the old one are refused`,
    },
    changed("search_path", ["search_path"], {
      verdict: "breaks",
      sentence: (it) =>
        say`${it.thing} looks for tables elsewhere, ${it.shift("search_path")}: queries without a schema's name read others or fail`,
    }),
    changed("connection_limit", ["connection_limit"], {
      verdict: "cost",
      sentence: (it) => say`${it.thing} gets another number of connections: ${it.shift("connection_limit")}`,
    }),
    changed("statement_timeout", ["statement_timeout"], {
      verdict: "cost",
      sentence: (it) =>
        say`statements of ${it.thing} are cancelled after another time: ${it.shift("statement_timeout")} ms`,
    }),
    changed("idle_in_transaction_session_timeout", ["idle_in_transaction_session_timeout"], {
      verdict: "cost",
      sentence: (it) =>
        say`sessions of ${it.thing} that idle in a transaction are ended after another time: ${it.shift("idle_in_transaction_session_timeout")} ms`,
    }),
    changed("encrypted_password", ["encrypted_password"], {
      verdict: "access",
      sentence: (it) =>
        say`how the password of ${it.thing} is stored changes: ${"encrypted_password"} ${it.shift("encrypted_password")}`,
    }),
    {
      ...{ id: "deletion", verdict: "none", cause: ["skip_drop_role"] },
      when: (it) => it.changes("skip_drop_role") || it.changes("skip_reassign_owned"),
      sentence: (it) => say`what a deletion of ${it.thing} does changes`,
    },
  ],
  besides: [
    {
      ...{ id: "created-with-power", verdict: "access" },
      when: (it) => it.change.action === "create" && isPowerful(it),
      sentence: (it) => say`${it.thingAfter} is new${can(it)}${memberships(it)}`,
    },
    {
      ...{ id: "created", verdict: "additive" },
      when: (it) => it.change.action === "create" && !isPowerful(it),
      sentence: (it) => say`${it.thingAfter} is new, and may do nothing by itself`,
    },
  ],
});

const can = (it: Subject): Text => (may(it).length === 0 ? [] : [` and may ${may(it).join(", ")}`]);
