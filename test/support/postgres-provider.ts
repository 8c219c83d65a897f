import type { Client } from "pg";
import { escapeIdentifier, escapeLiteral } from "pg";
import type { FoundResource, Template } from "./template";

/** Passwords by the name of the Terraform variable that carries them. */
export type Secrets = Readonly<Record<string, string>>;

const id = escapeIdentifier;

/**
 * Does with the synthesised JSON what the provider does, in the provider's own SQL (read in its source at ff936b9), as
 * an administrator who is no superuser, in the least lucky order.
 */
export class PostgresqlProvider {
  /** What is there, by address, of every stack's state. */
  private readonly states = new Map<string, Map<string, FoundResource>>();

  public constructor(
    private readonly admin: Client,
    private readonly secrets: Secrets = {},
  ) {}

  /**
   * Destroys what is no longer there, with the arguments that the state has of it; creates what is new; of what was
   * there already, everything is updated as if it had changed.
   */
  public async apply(stack: string, template: Template): Promise<void> {
    const state = this.states.get(stack) ?? new Map<string, FoundResource>();
    this.states.set(stack, state);
    const wanted = template.resources();
    const addresses = new Set(wanted.map(({ address }) => address));

    for (const resource of toDestroy([...state.values()].filter(({ address }) => !addresses.has(address)))) {
      await this.inTransaction(() => this.destroy(resource));
      state.delete(resource.address);
    }
    for (const resource of toDefine(wanted)) {
      await this.inTransaction(() => this.define(resource, state.has(resource.address)));
      state.set(resource.address, resource);
    }
  }

  private async inTransaction(action: () => Promise<void>): Promise<void> {
    await this.admin.query("BEGIN");
    try {
      await action();
    } catch (error) {
      await this.admin.query("ROLLBACK");
      throw error;
    }
    await this.admin.query("COMMIT");
  }

  private destroy(resource: FoundResource): Promise<void> {
    const args = new Arguments(resource, this.secrets);
    switch (resource.type) {
      case "postgresql_role":
        return this.destroyRole(args.text("name"));
      case "postgresql_schema":
        return this.destroySchema(args);
      case "postgresql_grant":
        return this.changeGrant(args, []);
      case "postgresql_default_privileges":
        return this.changeDefaultPrivileges(args, []);
      default:
        throw new Error(`no such resource in the test: ${resource.address}`);
    }
  }

  private async destroyRole(name: string): Promise<void> {
    await this.asMemberOf([name], async () => {
      await this.admin.query(`REASSIGN OWNED BY ${id(name)} TO ${id(this.admin.user ?? "")}`);
      await this.admin.query(`DROP OWNED BY ${id(name)}`);
    });
    await this.admin.query(`DROP ROLE ${id(name)}`);
  }

  private async destroySchema(args: Arguments): Promise<void> {
    const mode = args.flag("drop_cascade") ? "CASCADE" : "RESTRICT";
    await this.asMemberOf([args.text("owner")], async () => {
      await this.admin.query(`DROP SCHEMA ${id(args.text("name"))} ${mode}`);
    });
  }

  private define(resource: FoundResource, exists: boolean): Promise<void> {
    const args = new Arguments(resource, this.secrets);
    switch (resource.type) {
      case "postgresql_role":
        return this.defineRole(args, exists);
      case "postgresql_schema":
        return exists ? Promise.resolve() : this.defineSchema(args);
      case "postgresql_grant":
        return this.changeGrant(args, args.list("privileges"));
      case "postgresql_default_privileges":
        return this.changeDefaultPrivileges(args, args.list("privileges"));
      default:
        throw new Error(`no such resource in the test: ${resource.address}`);
    }
  }

  private async defineRole(args: Arguments, exists: boolean): Promise<void> {
    const role = id(args.text("name"));
    const flags = FLAGS.map(([key, word]) => (args.flag(key) ? word : `NO${word}`));
    const limit = `CONNECTION LIMIT ${args.number("connection_limit", -1)}`;
    const password = args.optional("password_wo");
    const version = args.optional("password_wo_version");
    if ((password === undefined) !== (version === undefined))
      throw new Error("password_wo goes with its version");
    const secret = password === undefined ? "" : `ENCRYPTED PASSWORD ${escapeLiteral(password)}`;

    // A flag is altered only when it has changed, and no administrator but a superuser may touch some of them.
    await this.admin.query(
      exists
        ? `ALTER ROLE ${role} WITH ${secret} ${limit}`
        : `CREATE ROLE ${role} WITH ${secret} ${limit} ${flags.join(" ")}`,
    );
    if (exists) await this.revokeMemberships(args.text("name"));
    for (const group of args.list("roles")) await this.admin.query(`GRANT ${id(group)} TO ${role}`);

    const path = args.list("search_path").map(id).join(", ") || "DEFAULT";
    await this.admin.query(`ALTER ROLE ${role} SET search_path TO ${path}`);
    const timeout = args.number("statement_timeout", 0);
    if (timeout > 0) await this.admin.query(`ALTER ROLE ${role} SET statement_timeout TO ${timeout}`);
    const assumed = args.optional("assume_role");
    if (assumed !== undefined) await this.admin.query(`ALTER ROLE ${role} SET ROLE TO ${id(assumed)}`);
    if (args.flag("skip_reassign_owned")) throw new Error("a dropped owner would leave its tables");
    args.done();
  }

  private async revokeMemberships(role: string): Promise<void> {
    const { rows } = await this.admin.query<{ name: string }>(
      "SELECT pg_get_userbyid(roleid) AS name FROM pg_auth_members WHERE pg_get_userbyid(member) = $1",
      [role],
    );
    for (const { name } of rows) await this.admin.query(`REVOKE ${id(name)} FROM ${id(role)}`);
  }

  private async defineSchema(args: Arguments): Promise<void> {
    const owner = args.text("owner");
    args.text("database");
    const guard = args.flag("if_not_exists") ? "IF NOT EXISTS " : "";
    args.flag("drop_cascade"); // Kept in the state, until the schema is destroyed.
    await this.asMemberOf([owner], async () => {
      await this.admin.query(`CREATE SCHEMA ${guard}${id(args.text("name"))} AUTHORIZATION ${id(owner)}`);
    });
    args.done();
  }

  private async changeGrant(args: Arguments, privileges: readonly string[]): Promise<void> {
    const [role, database, type] = [args.text("role"), args.text("database"), args.text("object_type")];
    const schema = args.optional("schema");
    const target =
      type === "database"
        ? `DATABASE ${id(database)}`
        : type === "schema"
          ? `SCHEMA ${id(schema ?? "")}`
          : `ALL ${type.toUpperCase()}S IN SCHEMA ${id(schema ?? "")}`;
    args.list("privileges");

    await this.asMemberOf(schema === undefined ? [] : await this.ownersOf(schema), async () => {
      await this.admin.query(`REVOKE ALL PRIVILEGES ON ${target} FROM ${id(role)}`);
      if (privileges.length > 0)
        await this.admin.query(`GRANT ${privileges.join(",")} ON ${target} TO ${id(role)}`);
    });
    args.done();
  }

  private async changeDefaultPrivileges(args: Arguments, privileges: readonly string[]): Promise<void> {
    const [role, owner, type] = [
      args.text("role"),
      args.text("owner"),
      args.text("object_type").toUpperCase(),
    ];
    const schema = args.optional("schema");
    args.text("database");
    const scope = schema === undefined ? "" : `IN SCHEMA ${id(schema)}`;
    const alter = `ALTER DEFAULT PRIVILEGES FOR ROLE ${id(owner)} ${scope}`;
    args.list("privileges");

    await this.asMemberOf([owner], async () => {
      await this.admin.query(`${alter} REVOKE ALL ON ${type}S FROM ${id(role)}`);
      if (privileges.length > 0) {
        await this.admin.query(`${alter} GRANT ${privileges.join(",")} ON ${type}S TO ${id(role)}`);
      }
    });
    args.done();
  }

  private async ownersOf(schema: string): Promise<string[]> {
    const { rows } = await this.admin.query<{ name: string }>(
      `SELECT pg_get_userbyid(nspowner) AS name FROM pg_namespace WHERE nspname = $1
       UNION SELECT tableowner FROM pg_tables WHERE schemaname = $1`,
      [schema],
    );
    // The administrator is a member of itself, and of `pg_database_owner` since it owns the database.
    return rows
      .map(({ name }) => name)
      .filter((name) => ![this.admin.user, "pg_database_owner"].includes(name));
  }

  /** Only the owner of something may grant it: the provider joins the owners for the time it takes. */
  private async asMemberOf(roles: readonly string[], action: () => Promise<void>): Promise<void> {
    for (const role of roles) await this.admin.query(`GRANT ${id(role)} TO CURRENT_USER`);
    await action();
    for (const role of roles) await this.admin.query(`REVOKE ${id(role)} FROM CURRENT_USER`);
  }
}

const FLAGS = [
  ["superuser", "SUPERUSER"],
  ["create_database", "CREATEDB"],
  ["create_role", "CREATEROLE"],
  ["inherit", "INHERIT"],
  ["login", "LOGIN"],
  ["bypass_row_level_security", "BYPASSRLS"],
  ["replication", "REPLICATION"],
] as const;

/** A resource's arguments; one that the test does not know fails it. */
class Arguments {
  private readonly seen = new Set(["depends_on", "lifecycle"]);

  public constructor(
    private readonly resource: FoundResource,
    private readonly secrets: Secrets,
  ) {}

  public text(key: string): string {
    const value = this.optional(key);
    if (value === undefined) throw new Error(`${this.resource.address} has no ${key}`);
    return value;
  }

  public optional(key: string): string | undefined {
    const value = this.take(key);
    if (typeof value !== "string") return undefined;
    const variable = /^\$\{var\.(\w+)\}$/.exec(value)?.[1];
    return variable === undefined ? value : this.secrets[variable];
  }

  public flag(key: string): boolean {
    return this.take(key) === true;
  }

  public number(key: string, otherwise: number): number {
    return Number(this.take(key) ?? otherwise);
  }

  public list(key: string): string[] {
    return (this.take(key) ?? []) as string[];
  }

  /** @throws Error when an argument was not looked at. */
  public done(): void {
    const unknown = Object.keys(this.resource.args).filter((key) => !this.seen.has(key));
    if (unknown.length > 0) throw new Error(`${this.resource.address} has ${unknown.join(", ")}`);
  }

  private take(key: string): unknown {
    this.seen.add(key);
    return this.resource.args[key];
  }
}

/** What needs most comes first, unless `depends_on` forbids it. */
const WORST_ORDER = [
  "postgresql_default_privileges",
  "postgresql_grant",
  "postgresql_schema",
  "postgresql_role",
];

/** In an order that `depends_on` allows, and the least lucky one: of one type the last comes first. */
function toDefine(resources: readonly FoundResource[]): FoundResource[] {
  return inOrder([...resources].reverse(), rankOf, dependenciesOf);
}

/** The other way round: nothing goes before what depends on it. */
function toDestroy(resources: readonly FoundResource[]): FoundResource[] {
  return inOrder(
    resources,
    (resource) => -rankOf(resource),
    ({ address }) =>
      resources.filter((other) => dependenciesOf(other).includes(address)).map((other) => other.address),
  );
}

const dependenciesOf = ({ args }: FoundResource): string[] => (args.depends_on ?? []) as string[];

function inOrder(
  resources: readonly FoundResource[],
  rank: (resource: FoundResource) => number,
  after: (resource: FoundResource) => readonly string[],
): FoundResource[] {
  const waiting = [...resources].sort((a, b) => rank(a) - rank(b));
  const done = new Map<string, FoundResource>();
  while (waiting.length > 0) {
    const at = waiting.findIndex((resource) => after(resource).every((one) => done.has(one)));
    if (at < 0) throw new Error(`in a circle: ${waiting.map(({ address }) => address).join(", ")}`);
    for (const resource of waiting.splice(at, 1)) done.set(resource.address, resource);
  }
  return [...done.values()];
}

/** Logins before the groups that they join. */
const rankOf = ({ type, args }: FoundResource): number =>
  WORST_ORDER.indexOf(type) - (args.login === true ? 0.5 : 0);
