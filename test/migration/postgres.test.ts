import type { Client } from "pg";
import { DatabaseHygiene, DomainLoginGroup, DomainSchema } from "../../constructs/schema";
import { variableSecret } from "../../constructs/secret";
import { firstMigration, tablesOf, type TableDefinition } from "../../src/migration";
import { DEV } from "../support/fixtures";
import { PostgresServer } from "../support/postgres";
import { PostgresqlProvider } from "../support/postgres-provider";
import { Template } from "../support/template";
import { HOSTILE_TEXTS } from "./hostile";
import { ORDER_CONTRACT } from "./shop";

const DATABASE = DEV.postgres.database;
const SCHEMA = "orders__order_placed__v1";
const PORTS = [
  { product: "order-placed", major: 1 },
  { product: "order-placed", major: 2 },
  { product: "hostile", major: 1 },
];

// A server on a busy machine takes its time.
jest.setTimeout(30_000);

describe("a first migration, run on a server by the migrator", () => {
  let server: PostgresServer;
  let root: Client;
  let migrator: Client;

  beforeAll(async () => {
    server = await PostgresServer.start();
    const superuser = await server.connect();
    await superuser.query(`CREATE ROLE ${DEV.postgres.adminUser} LOGIN CREATEROLE PASSWORD 'admin'`);
    await superuser.query(`CREATE DATABASE ${DATABASE} OWNER ${DEV.postgres.adminUser}`);
    const admin = await server.connect({
      user: DEV.postgres.adminUser,
      password: "admin",
      database: DATABASE,
    });
    await new PostgresqlProvider(admin, { migrator: "migrator" }).apply("all", domain());

    root = await server.connect({ database: DATABASE });
    migrator = await server.connect({ user: "orders__migrator", password: "migrator", database: DATABASE });
    await migrate(
      firstMigration({ product: "order-placed", schema: SCHEMA, owner: "orders__owner", tables: tables() })
        .sql,
    );
  }, 60_000);

  afterAll(async () => server.stop());

  const domain = () =>
    Template.from((stack) => {
      const { ready } = new DatabaseHygiene(stack, "Hygiene", { environment: DEV });
      const group = new DomainLoginGroup(stack, "LoginGroup", {
        environment: DEV,
        domain: "orders",
        apps: [],
        dependsOn: ready,
      });
      new DomainSchema(stack, "Schema", {
        environment: DEV,
        domain: "orders",
        ports: PORTS,
        apps: [],
        migratorSecret: variableSecret("migrator"),
        dependsOn: group.ready,
      });
    });

  const tables = () => tablesOf(ORDER_CONTRACT, ["orders", "order_lines"]);

  /** As Flyway does: one transaction. */
  async function migrate(sql: string): Promise<void> {
    await migrator.query(`BEGIN; ${sql} COMMIT;`);
  }

  /** One value per row. */
  async function column<T>(sql: string): Promise<T[]> {
    const { rows } = await root.query<Record<string, T>>(sql);
    return rows.flatMap((row) => Object.values(row));
  }

  const insertOrder = (values: string) =>
    migrator.query(`INSERT INTO ${SCHEMA}.orders (order_id, customer_id, status, placed_at, ${values}`);

  test("columns have the types of the contract, and are required where it says so", async () => {
    const columns = await column<string>(
      `SELECT attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE '' END
       FROM pg_attribute WHERE attrelid = '${SCHEMA}.orders'::regclass AND attnum > 0 ORDER BY attnum`,
    );

    expect(columns).toEqual([
      "order_id uuid not null",
      "customer_id text not null",
      "number bigint",
      "status text not null",
      "total numeric(12,2)",
      "currency text",
      "placed_at timestamp with time zone not null",
      "local_day date",
      "local_time time without time zone",
      "is_gift boolean",
      "address jsonb",
      "tags jsonb",
      "labels jsonb",
      "embedding real[]",
    ]);
  });

  test("keys and indexes are there, customer_id is indexed, and a column that leads a key is not indexed again", async () => {
    const indexes = await column<string>(
      `SELECT replace(indexdef, '${SCHEMA}.', '') FROM pg_indexes WHERE schemaname = '${SCHEMA}' ORDER BY indexname`,
    );
    const foreignKeys = await column<string>(
      `SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'`,
    );

    expect(indexes).toEqual([
      'CREATE UNIQUE INDEX order_lines__order_id__position__pk ON order_lines USING btree (order_id, "position")',
      "CREATE INDEX order_lines__product_id__idx ON order_lines USING btree (product_id)",
      "CREATE INDEX orders__customer_id__idx ON orders USING btree (customer_id)",
      "CREATE UNIQUE INDEX orders__number__key ON orders USING btree (number)",
      "CREATE UNIQUE INDEX orders__order_id__pk ON orders USING btree (order_id)",
    ]);
    expect(foreignKeys).toEqual([
      `order_lines__order_id__fk FOREIGN KEY (order_id) REFERENCES ${SCHEMA}.orders(order_id)`,
    ]);
  });

  test("descriptions are comments, on one line", async () => {
    const comments = await column<string>(
      `SELECT description FROM pg_description WHERE objoid = '${SCHEMA}.orders'::regclass ORDER BY objsubid`,
    );

    expect(comments).toEqual([
      "One row per order. Never deleted; it's kept for 10 years.",
      "See users/user-profile",
    ]);
  });

  test("everything belongs to the owner, and the session is the migrator's again", async () => {
    const owners = await column(`SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = '${SCHEMA}'`);
    const { rows } = await migrator.query<{ name: string }>("SELECT session_user AS name");

    expect(owners).toEqual(["orders__owner"]);
    expect(rows).toEqual([{ name: "orders__migrator" }]);
  });

  test("a member of the owner that starts as itself leaves everything to the owner too", async () => {
    await root.query("CREATE ROLE tool LOGIN PASSWORD 'tool' IN ROLE orders__owner, orders__login");
    const tool = await server.connect({ user: "tool", password: "tool", database: DATABASE });
    const { sql } = firstMigration({
      ...{
        product: "order-placed",
        schema: "orders__order_placed__v2",
        owner: "orders__owner",
        tables: tables(),
      },
    });

    await tool.query(sql);

    const user = await tool.query("SELECT current_user");
    expect(user.rows).toEqual([{ current_user: "tool" }]);
    expect(
      await column("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'orders__order_placed__v2'"),
    ).toEqual(["orders__owner"]);
  });

  test.each([
    ["orders__status__values", "total) VALUES (gen_random_uuid(), 'c', 'LOST', now(), 1)"],
    ["orders__total__range", "total) VALUES (gen_random_uuid(), 'c', 'NEW', now(), -1)"],
    ["orders__number__range", "number) VALUES (gen_random_uuid(), 'c', 'NEW', now(), 4294967296)"],
    ["orders__currency__length", "currency) VALUES (gen_random_uuid(), 'c', 'NEW', now(), 'EURO')"],
    ["orders__address__shape", "address) VALUES (gen_random_uuid(), 'c', 'NEW', now(), '[]')"],
    ["orders__tags__shape", "tags) VALUES (gen_random_uuid(), 'c', 'NEW', now(), '[1,2,3,4]')"],
    ["orders__embedding__shape", "embedding) VALUES (gen_random_uuid(), 'c', 'NEW', now(), '{1}')"],
  ])("%s refuses what the contract does not allow", async (constraint, values) => {
    await expect(insertOrder(values)).rejects.toThrow(`violates check constraint "${constraint}"`);
  });

  test("what the contract allows is taken", async () => {
    const values =
      "number, total, currency, address, tags, embedding) VALUES (gen_random_uuid(), 'c', 'it''s odd', now(), " +
      `4294967295, 0, 'EUR', '{"city": "Ulm"}', '[]', '{1,2}')`;

    await expect(insertOrder(values)).resolves.toMatchObject({ rowCount: 1 });
  });

  test("hostile descriptions and values arrive as they are, and nothing else happens", async () => {
    const hostile: TableDefinition[] = [
      {
        name: "texts",
        description: HOSTILE_TEXTS[0],
        columns: HOSTILE_TEXTS.map((text, at) => ({
          ...{ name: `c${at}`, type: "text", description: text, enumValues: [text] },
        })),
      },
    ];
    const { sql } = firstMigration({
      ...{ product: "hostile", schema: "orders__hostile__v1", owner: "orders__owner", tables: hostile },
    });

    await migrate(sql);

    const comments = await column<string>(
      "SELECT description FROM pg_description WHERE objoid = 'orders__hostile__v1.texts'::regclass AND objsubid > 0 " +
        "ORDER BY objsubid",
    );
    const names = HOSTILE_TEXTS.map((_, at) => `c${at}`).join(", ");
    const places = HOSTILE_TEXTS.map((_, at) => `$${at + 1}`).join(", ");
    expect(comments).toEqual(HOSTILE_TEXTS);
    await expect(
      migrator.query(`INSERT INTO orders__hostile__v1.texts (${names}) VALUES (${places})`, [
        ...HOSTILE_TEXTS,
      ]),
    ).resolves.toMatchObject({ rowCount: 1 });
    expect(await column("SELECT rolname FROM pg_roles WHERE rolsuper")).toEqual(["postgres"]);
    expect(await column("SELECT tablename FROM pg_tables WHERE schemaname LIKE 'orders__hostile%'")).toEqual([
      "texts",
    ]);
  });
});
