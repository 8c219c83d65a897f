import { Client } from "pg";
import type { LivePostgres } from "../support/live-servers";

/** A session as `user` on the mesh's database. @throws Error when the server refuses. */
export async function connectAs(server: LivePostgres, user: string, password: string): Promise<Client> {
  const { host, port, database, sslMode } = server;
  const ssl = sslMode === "disable" ? false : { rejectUnauthorized: sslMode.startsWith("verify") };
  const client = new Client({ host, port, database, user, password, ssl });
  await client.connect();
  return client;
}

/** What a server and the mesh's database hold besides their own. */
export interface PostgresInventory {
  readonly roles: readonly string[];
  readonly schemas: readonly string[];
  readonly defaultPrivileges: readonly string[];
  /** Grants on the database, but for those of its owner. */
  readonly connects: readonly string[];
}

export async function inventoryOf(admin: Client): Promise<PostgresInventory> {
  const texts = async (sql: string): Promise<string[]> =>
    (await admin.query<{ text: string }>(sql)).rows.map(({ text }) => text);
  return {
    roles: await texts("SELECT rolname AS text FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1"),
    schemas: await texts("SELECT nspname AS text FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1"),
    defaultPrivileges: await texts(
      "SELECT defaclrole::regrole || ' ' || defaclacl::text AS text FROM pg_default_acl ORDER BY 1",
    ),
    connects: await texts(
      "SELECT grantee::regrole || ' ' || privilege_type AS text FROM pg_database, aclexplode(datacl) " +
        "WHERE datname = current_database() AND grantee <> datdba AND grantee <> 0 ORDER BY 1",
    ),
  };
}
