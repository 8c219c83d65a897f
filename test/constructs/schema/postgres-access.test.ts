import type { Client } from "pg";
import { DatabaseHygiene, DomainLoginGroup, DomainSchema } from "../../../constructs/schema";
import { variableSecret } from "../../../constructs/secret";
import { DEV } from "../../support/fixtures";
import { PostgresServer } from "../../support/postgres";
import { PostgresqlProvider } from "../../support/postgres-provider";
import { Template } from "../../support/template";
import { allowedIn, isAllowed, objectsOf, type Action } from "./access-matrix";

const DATABASE = DEV.postgres.database;
const DOMAINS = ["orders", "analytics", "sales", "sales-eu"] as const;
const APPS = ["shared", "kept", "reader"] as const;
const PASSWORDS = { migrator: "migrator-1", shared: "shared-1", kept: "kept-1", reader: "reader-1" };

const SHARED = { product: "shared", major: 1 };
const KEPT = { product: "kept", major: 1 };
/** Retired, and the environment lets it go. */
const RETIRED = { product: "kept", major: 2, readOnly: true, destroyable: true };

const hygiene = () => Template.from((stack) => new DatabaseHygiene(stack, "Hygiene", { environment: DEV }));

const boundaryTemplate = (domain: string) =>
  Template.from(
    (stack) => new DomainLoginGroup(stack, "LoginGroup", { environment: DEV, domain, apps: APPS }),
  );

/**
 * Each domain has a product with its app, and an app that only reads; orders has a second product, of which one version
 * is retired. It shares the first with one of the apps of analytics.
 */
function domainTemplate(
  domain: string,
  { isShared = true, version = 1, orders = [SHARED, KEPT, RETIRED] } = {},
): Template {
  return Template.from((stack) => {
    const app = (name: string, writes: boolean) => ({
      ...{ app: name, writes, secret: variableSecret(name, version) },
    });
    const schema = new DomainSchema(stack, "Schema", {
      environment: DEV,
      domain,
      ports: domain === "orders" ? orders : [SHARED],
      apps: [app("shared", true), ...(domain === "orders" ? [app("kept", true)] : []), app("reader", false)],
      migratorSecret: variableSecret("migrator", version),
    });
    if (domain === "orders" && isShared) {
      schema.grantRead({ domain: "analytics", app: "reader", site: DEV.site }, SHARED);
    }
  });
}

const SCHEMAS = [
  ...["orders", "orders__kept__v1", "orders__kept__v2", "orders__shared__v1"],
  ...["analytics", "analytics__shared__v1"],
  ...["sales", "sales__shared__v1", "sales_eu", "sales_eu__shared__v1"],
  "public",
];

const READ: Action[] = ["select", "select-later"];
const WRITE: Action[] = [
  ...["select", "select-later", "insert", "insert-later", "update", "delete"],
  ...["nextval", "nextval-later"],
] as Action[];
const EVERYTHING: Action[] = [
  ...["select", "select-later", "insert", "insert-later", "update", "delete", "truncate"],
  ...["nextval", "nextval-later", "execute", "create"],
] as Action[];

/** What an app or the migrator of orders may do in its domain. */
const inOrders = (own: Action[], shared: Action[], kept: Action[], retired: Action[]) => ({
  ...{ orders: own, orders__shared__v1: shared, orders__kept__v1: kept, orders__kept__v2: retired },
});

/** What each login may do; a schema that is not listed is closed. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly Action[]>>>> = {
  orders__app_shared: inOrders(WRITE, WRITE, READ, READ),
  orders__app_kept: inOrders(WRITE, READ, WRITE, READ),
  orders__app_reader: inOrders(READ, READ, READ, READ),
  orders__migrator: inOrders(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
  analytics__app_shared: { analytics: WRITE, analytics__shared__v1: WRITE },
  analytics__app_reader: { analytics: READ, analytics__shared__v1: READ, orders__shared__v1: READ },
  sales__app_shared: { sales: WRITE, sales__shared__v1: WRITE },
  sales__app_reader: { sales: READ, sales__shared__v1: READ },
  sales__migrator: { sales: EVERYTHING, sales__shared__v1: EVERYTHING },
  sales_eu__app_shared: { sales_eu: WRITE, sales_eu__shared__v1: WRITE },
};
const LOGINS = Object.keys(EXPECTED);

// A server on a busy machine takes its time.
jest.setTimeout(30_000);

describe("access to Postgres, tried out on a server", () => {
  let server: PostgresServer;
  let provider: PostgresqlProvider;
  const sessions = new Map<string, Client>();

  beforeAll(async () => {
    server = await PostgresServer.start();
    const root = await server.connect();
    await root.query(`CREATE ROLE ${DEV.postgres.adminUser} LOGIN CREATEROLE PASSWORD 'admin'`);
    await root.query(`CREATE DATABASE ${DATABASE} OWNER ${DEV.postgres.adminUser}`);
    await root.query("CREATE ROLE stranger LOGIN PASSWORD 'stranger'");

    const admin = await server.connect({
      user: DEV.postgres.adminUser,
      password: "admin",
      database: DATABASE,
    });
    provider = new PostgresqlProvider(admin, PASSWORDS);
    await admin.query(objectsOf("public", "before"));
    await provider.apply("platform", hygiene());
    for (const domain of DOMAINS) await provider.apply(`${domain}-boundary`, boundaryTemplate(domain));

    // The share comes after the first migration and before the second.
    for (const domain of DOMAINS) await provider.apply(domain, domainTemplate(domain, { isShared: false }));
    await migrate("before");
    for (const domain of [...DOMAINS].reverse()) await provider.apply(domain, domainTemplate(domain));
    await migrate("later");
    await admin.query(objectsOf("public", "later"));

    for (const login of LOGINS) sessions.set(login, await logIn(login));
  }, 60_000);

  afterAll(async () => server.stop());

  const logIn = (login: string): Promise<Client> => {
    const name = login.replace(/^.*__(app_)?/, "") as keyof typeof PASSWORDS;
    return server.connect({ user: login, password: PASSWORDS[name], database: DATABASE });
  };

  async function migrate(age: "before" | "later"): Promise<void> {
    for (const domain of DOMAINS.map((name) => name.replace("-", "_"))) {
      const migrator = await logIn(`${domain}__migrator`);
      const own = SCHEMAS.filter((schema) => schema === domain || schema.startsWith(`${domain}__`));
      for (const schema of own) await migrator.query(objectsOf(schema, age));
      await migrator.end();
    }
  }

  const sessionOf = (login: string): Client => {
    const session = sessions.get(login);
    if (session === undefined) throw new Error(`no session of ${login}`);
    return session;
  };

  async function matrix(): Promise<Record<string, Record<string, Action[]>>> {
    const schemas = await existing("SELECT nspname FROM pg_namespace", SCHEMAS);
    const rows = LOGINS.map(async (login) => {
      const cells: Record<string, Action[]> = {};
      for (const schema of schemas) {
        const allowed = await allowedIn(sessionOf(login), schema);
        if (allowed.length > 0) cells[schema] = allowed;
      }
      return [login, cells] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  /** Which of the names the server knows. */
  async function existing(names: string, wanted: readonly string[]): Promise<string[]> {
    const root = await server.connect({ database: DATABASE });
    const { rows } = await root.query<Record<string, string>>(names);
    await root.end();
    const found = new Set(rows.flatMap((row) => Object.values(row)));
    return wanted.filter((name) => found.has(name));
  }

  test("every login may do in every schema what its role says, and nothing else", async () => {
    expect(await matrix()).toEqual(EXPECTED);
  });

  test("no login makes temporary tables", async () => {
    for (const login of LOGINS) {
      expect(await isAllowed(sessionOf(login), "CREATE TEMPORARY TABLE scratch (id int)")).toBe(false);
    }
  });

  test("no login creates a schema, a role or a database", async () => {
    for (const login of LOGINS) {
      expect(await isAllowed(sessionOf(login), "CREATE SCHEMA planted")).toBe(false);
      expect(await isAllowed(sessionOf(login), "CREATE ROLE planted")).toBe(false);
      expect(await isAllowed(sessionOf(login), `GRANT pg_read_all_data TO ${login}`)).toBe(false);
    }
  });

  test("a role outside of every login group cannot connect", async () => {
    const connecting = server.connect({ user: "stranger", password: "stranger", database: DATABASE });

    await expect(connecting).rejects.toThrow('permission denied for database "mesh"');
  });

  test("an app cannot become the owner, the migrator is the owner at once", async () => {
    const user = await sessionOf("orders__migrator").query("SELECT session_user, current_user");

    expect(user.rows).toEqual([{ session_user: "orders__migrator", current_user: "orders__owner" }]);
    expect(await isAllowed(sessionOf("orders__app_shared"), "SET ROLE orders__owner")).toBe(false);
    expect(await isAllowed(sessionOf("sales__migrator"), "SET ROLE sales_eu__owner")).toBe(false);
  });

  test("whoever migrates, everything belongs to the owner", async () => {
    const root = await server.connect({ database: DATABASE });

    const owners = await root.query<{ tableowner: string }>(
      "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname LIKE 'orders%'",
    );

    expect(owners.rows).toEqual([{ tableowner: "orders__owner" }]);
  });

  test("names without a schema are the private schema's, for apps and migrations", async () => {
    for (const login of ["orders__app_shared", "orders__migrator"]) {
      const found = await sessionOf(login).query("SELECT current_schemas(false) AS path");
      expect(found.rows).toEqual([{ path: "{orders}" }]);
    }
  });

  test("a rotated password takes no access away, although every update of a role revokes its memberships", async () => {
    for (const domain of DOMAINS) await provider.apply(domain, domainTemplate(domain, { version: 2 }));

    expect(await matrix()).toEqual(EXPECTED);
  });

  test("a port with content that is taken out without a word is not dropped, and comes back with all access", async () => {
    const without = domainTemplate("orders", { version: 2, orders: [SHARED, RETIRED] });

    await expect(provider.apply("orders", without)).rejects.toThrow(
      "cannot drop schema orders__kept__v1 because other objects depend on it",
    );

    await provider.apply("orders", domainTemplate("orders", { version: 2 }));
    expect(await matrix()).toEqual(EXPECTED);
  });

  test("a retired port that may be destroyed is dropped with its content and its writers, and nothing else is", async () => {
    await provider.apply("orders", domainTemplate("orders", { version: 2, orders: [SHARED, KEPT] }));

    const expected = Object.entries(EXPECTED).map(([login, schemas]) => {
      const { orders__kept__v2: _dropped, ...left } = schemas;
      return [login, left] as const;
    });
    expect(await existing("SELECT nspname FROM pg_namespace", SCHEMAS)).toEqual(
      SCHEMAS.filter((schema) => schema !== "orders__kept__v2"),
    );
    expect(
      await existing("SELECT rolname FROM pg_roles", ["orders__kept__v1__rw", "orders__kept__v2__rw"]),
    ).toEqual(["orders__kept__v1__rw"]);
    expect(await matrix()).toEqual(Object.fromEntries(expected));
  });
});
