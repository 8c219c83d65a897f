import { at, listed, say, type Fields, type Text } from "../../model";
import { NO_ACCESS, one, type Choice, type Grant, type Guard } from "../grant";
import { eachSide, LATER, named, textAt, textsAt, type Source } from "./source";

const SYSTEM = "Postgres";

const roleOf = (name: string): Choice =>
  name.toLowerCase() === "public" ? one("*", ["anyone"]) : one(`role ${name}`, named("role", name));

interface Deed {
  readonly action: Choice;
  readonly what?: Choice;
  readonly phrase?: Grant["phrase"];
}

const may = (who: Choice, { action, what, phrase = "verb" }: Deed): Grant => ({
  ...{ system: SYSTEM, effect: "allow", who, action, conditions: [], phrase },
  ...(what !== undefined && { what }),
});

/** `postgresql_grant`; without privileges it takes away what the role has. */
export const grant: Source = eachSide((values) => {
  const who = roleOf(textAt(values, "role"));
  const what = objectsOf(values);
  const [schema, database] = [textAt(values, "schema"), textAt(values, "database")];
  const of = schema === "" ? databaseThing(database) : schemaThing(schema, database);
  return { ...NO_ACCESS, ...privileges(values, who, what, of) };
});

/** `postgresql_default_privileges`: of what is made later. */
export const defaultPrivileges: Source = eachSide((values) => {
  const [kind, owner, schema] = [
    textAt(values, "object_type"),
    textAt(values, "owner"),
    textAt(values, "schema"),
  ];
  const where = schema === "" ? inDatabase(values) : say` in schema ${schema}${inDatabase(values)}`;
  const what = one(["future", kind, owner, schema, textAt(values, "database")].join(" "), [
    ...say`${[plural(kind)]} that ${owner} will make`,
    ...where,
  ]);
  return { ...NO_ACCESS, ...privileges(values, roleOf(textAt(values, "role")), what, roleThing(owner)) };
});

const roleThing = (name: string): string => `Postgres role ${name}`;

const databaseThing = (name: string): string => `database ${name}`;

const schemaThing = (name: string, database: string): string => `schema ${name} of ${database}`;

function privileges(
  values: Fields,
  who: Choice,
  what: Choice,
  of: string,
): Pick<typeof NO_ACCESS, "grants" | "guards"> {
  const names = textsAt(values, "privileges");
  const handOn = at(values, "with_grant_option") === true ? [" (and hand it on)"] : [];
  return {
    grants: names.map((name) =>
      may(who, {
        action: one(`${name.toLowerCase()}${handOn.length > 0 ? " with grant option" : ""}`, [
          { code: name },
          ...handOn,
        ]),
        what,
        phrase: "action",
      }),
    ),
    guards: [revoked(who, what, of, names.length === 0)],
  };
}

/**
 * Makes a grant of nothing heard: it takes away what the server gives by itself, such as `CONNECT` to everybody. From
 * what is new nobody loses anything.
 */
function revoked(who: Choice, what: Choice, of: string, isEmpty: boolean): Guard {
  const [whose, which] = [partText(who), partText(what)];
  return {
    ...{ system: SYSTEM, of },
    key: JSON.stringify(["revoked", whose, which]),
    value: isEmpty ? "nothing" : "something",
    says: (before, after) =>
      before === undefined && after === "nothing"
        ? { lost: say`${whose} has no privileges left on ${which}` }
        : {},
  };
}

const partText = ({ parts }: Choice): Text => parts.flatMap(({ text }) => text);

/** `postgresql_grant_role` */
export const membership: Source = eachSide((values) => ({
  ...NO_ACCESS,
  grants: memberships(
    textAt(values, "role"),
    [textAt(values, "grant_role")],
    at(values, "with_admin_option") === true,
  ),
}));

const memberships = (role: string, groups: readonly string[], admin: boolean): readonly Grant[] =>
  groups.flatMap((group) => {
    const what = one(`role ${group}`, named("role", group));
    const actions: Choice[] = [
      one("act", ["act as"]),
      ...(admin ? [one("admin", ["let others act as"])] : []),
    ];
    return actions.map((action) => may(roleOf(role), { action, what }));
  });

/** What a role can do by itself: its flags. */
const FLAGS: Readonly<Record<string, string>> = {
  superuser: "do anything on the server, as a superuser",
  login: "log in",
  create_role: "create roles and change them",
  create_database: "create databases",
  replication: "copy all data of the server by replication",
  bypass_row_level_security: "bypass row level security",
};

/** `postgresql_role`: its flags and the roles it is a member of. */
export const role: Source = eachSide((values) => {
  const name = textAt(values, "name");
  const flags = Object.entries(FLAGS).filter(([flag]) => ["true", LATER].includes(textAt(values, flag)));
  return {
    ...NO_ACCESS,
    grants: [
      ...flags.map(([flag, words]) => may(roleOf(name), { action: one(flag, [words]) })),
      ...memberships(name, textsAt(values, "roles"), false),
    ],
    things: [roleThing(name)],
  };
});

/** `postgresql_schema`, `postgresql_database`: who owns it can do everything with it. */
export const owned = (kind: "schema" | "database"): Source =>
  eachSide((values) => {
    const owner = textAt(values, "owner");
    const name = textAt(values, "name");
    const where = kind === "schema" ? inDatabase(values) : [];
    const what = one([kind, name, textAt(values, "database")].join(" "), [...named(kind, name), ...where]);
    const action = one("own", ["do anything, as its owner, with"]);
    const it = kind === "schema" ? schemaThing(name, textAt(values, "database")) : databaseThing(name);
    return {
      ...{ ...NO_ACCESS, things: [it] },
      grants: owner === "" ? [] : [may(roleOf(owner), { action, what })],
    };
  });

const plural = (kind: string): string => (kind === "" ? "objects" : `${kind.replaceAll("_", " ")}s`);

function inDatabase(values: Fields): Text {
  const database = textAt(values, "database");
  return database === "" ? [] : say` of database ${database}`;
}

function objectsOf(values: Fields): Choice {
  const [kind, schema] = [textAt(values, "object_type"), textAt(values, "schema")];
  const [objects, columns] = [[...textsAt(values, "objects")].sort(), [...textsAt(values, "columns")].sort()];
  const key = JSON.stringify([kind, schema, objects, columns, textAt(values, "database")]);
  const of = schema === "" ? inDatabase(values) : say` of schema ${schema}${inDatabase(values)}`;

  if (kind === "database") return one(key, named("database", textAt(values, "database")));
  if (kind === "schema") return one(key, [...named("schema", schema), ...inDatabase(values)]);
  const some: Text =
    objects.length === 0 ? [`all ${plural(kind)}`] : say`${[plural(kind)]} ${listed(objects)}`;
  const which: Text = columns.length === 0 ? some : say`columns ${listed(columns)} of ${some}`;
  return one(key, [...which, ...of]);
}
