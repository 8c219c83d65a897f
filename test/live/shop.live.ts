import type { Client } from "pg";
import type { StackReport } from "../../src/deploy/report";
import { allowedIn, isAllowed, objectsOf, type Action } from "../constructs/schema/access-matrix";
import { KAFKA_VARIABLE, liveServers, POSTGRES_VARIABLE, type LiveServers } from "../support/live-servers";
import { expectedInSchemas, expectedOnTopics } from "./expected";
import { KafkaClient, type KafkaInventory, type Verdicts } from "./kafka-client";
import { LiveMesh } from "./live-mesh";
import type { Login } from "./logins";
import { connectAs, inventoryOf, type PostgresInventory } from "./postgres-client";

const MINUTES = 60_000;

/** What the names of the tests' consumer groups end in, behind the app's own prefix. */
const GROUP_SUFFIX = ".live-test";

/** Takes away what `objectsOf` makes in `SCHEMA`. */
const DROP = ["before", "later"]
  .map(
    (age) =>
      `DROP TABLE IF EXISTS SCHEMA.${age}_table; DROP SEQUENCE IF EXISTS SCHEMA.${age}_seq; ` +
      `DROP FUNCTION IF EXISTS SCHEMA.${age}_function;`,
  )
  .join("\n");

const { kafka, postgres } = liveServers();
const isGiven = kafka !== undefined && postgres !== undefined;
if (!isGiven) process.stdout.write(`skipped: ${KAFKA_VARIABLE} and ${POSTGRES_VARIABLE} name no servers\n`);

/** Stacks that failed or could not even start. */
const failuresOf = (stacks: readonly StackReport[]) =>
  stacks.filter(({ outcome }) => outcome === "failed" || outcome === "skipped");

(isGiven ? describe : describe.skip)("the shop mesh on real servers", () => {
  const servers = { kafka, postgres } as LiveServers;
  let mesh: LiveMesh;
  let admin: Client;
  let before: { readonly kafka: KafkaInventory; readonly postgres: PostgresInventory };
  const sessions = new Map<string, Client>();
  const clients = new Map<string, KafkaClient>();

  beforeAll(async () => {
    admin = await connectAs(servers.postgres, servers.postgres.username, servers.postgres.password);
    before = await inventory();
    mesh = new LiveMesh(servers);
    const { stacks } = await mesh.run("deploy");
    expect(failuresOf(stacks)).toEqual([]);

    await admin.query(objectsOf("public", "before") + objectsOf("public", "later"));
    for (const login of mesh.logins.postgres) sessions.set(login.name, await sessionOf(login));
    await migrate((schema) => objectsOf(schema, "before") + objectsOf(schema, "later"));
    for (const login of mesh.logins.kafka) {
      clients.set(login.name, new KafkaClient(servers.kafka, login.name, await mesh.password(login)));
    }
  }, 15 * MINUTES);

  afterAll(async () => {
    await clear().catch(() => undefined);
    await mesh?.run("destroy");
    await admin?.end();
    mesh?.remove();
  }, 15 * MINUTES);

  const sessionOf = async (login: Login): Promise<Client> =>
    connectAs(servers.postgres, login.name, await mesh.password(login));

  /** Runs statements in every schema, as the migrator of its domain. */
  async function migrate(sqlOf: (schema: string) => string): Promise<void> {
    for (const [schema, migrator] of mesh.schemas) await sessions.get(migrator)?.query(sqlOf(schema));
  }

  /** Takes away what the tests have made, and lets go of the logins. */
  async function clear(): Promise<void> {
    await admin.query(DROP.replaceAll("SCHEMA", "public"));
    await migrate((schema) => DROP.replaceAll("SCHEMA", schema));
    for (const session of sessions.values()) await session.end();
    sessions.clear();
    await operator().deleteGroups(GROUP_SUFFIX);
  }

  const operator = () => new KafkaClient(servers.kafka, servers.kafka.username, servers.kafka.password);

  async function inventory() {
    return { kafka: await operator().inventory(), postgres: await inventoryOf(admin) };
  }

  /** Asks every principal and turns the answers round: by topic, who is allowed. Other answers stay as they are. */
  async function allowedOnTopics(
    ask: (client: KafkaClient) => Promise<Verdicts>,
  ): Promise<Record<string, string[]>> {
    const allowed: Record<string, string[]> = Object.fromEntries(mesh.topics.map((topic) => [topic, []]));
    const answers = await Promise.all(
      [...clients.values()].map(async (client) => [client.username, await ask(client)] as const),
    );
    for (const [username, verdicts] of answers) {
      for (const [topic, verdict] of Object.entries(verdicts)) {
        if (verdict === "allowed") allowed[topic]?.push(username);
        else if (verdict !== "refused") allowed[topic]?.push(`${username}: ${verdict}`);
      }
    }
    return Object.fromEntries(Object.entries(allowed).map(([topic, names]) => [topic, names.sort()]));
  }

  test(
    "a second plan has nothing to do",
    async () => {
      const { stacks } = await mesh.run("plan");

      expect(stacks.filter(({ outcome }) => outcome !== "unchanged")).toEqual([]);
    },
    5 * MINUTES,
  );

  test(
    "every Postgres login may do in every schema what the mesh says, and nothing else",
    async () => {
      const schemas = [...mesh.schemas.keys(), "public"];
      const matrix: Record<string, Record<string, Action[]>> = {};
      for (const [login, session] of sessions) {
        const cells: Record<string, Action[]> = {};
        for (const schema of schemas) {
          const allowed = await allowedIn(session, schema);
          if (allowed.length > 0) cells[schema] = allowed.sort();
        }
        matrix[login] = cells;
      }

      expect(matrix).toEqual(expectedInSchemas());
    },
    5 * MINUTES,
  );

  test.each([
    ["a schema", "CREATE SCHEMA planted"],
    ["a temporary table", "CREATE TEMPORARY TABLE planted (id int)"],
    ["a role", "CREATE ROLE planted"],
    ["a database", "ALTER DATABASE postgres SET work_mem = '1MB'"],
  ])("no Postgres login makes or changes %s", async (_, sql) => {
    for (const session of sessions.values()) expect(await isAllowed(session, sql)).toBe(false);
  });

  test(
    "every Kafka principal may send to the topics the mesh says, and to no others",
    async () => {
      const allowed = await allowedOnTopics((client) => client.produce(mesh.topics));

      expect(allowed).toEqual(expectedOnTopics("produce"));
    },
    5 * MINUTES,
  );

  test(
    "every Kafka principal receives records of the topics the mesh says, and of no others",
    async () => {
      const allowed = await allowedOnTopics((client) =>
        client.consume(mesh.topics, client.username + GROUP_SUFFIX),
      );

      expect(allowed).toEqual(expectedOnTopics("consume"));
    },
    15 * MINUTES,
  );

  test(
    "no Kafka principal makes a topic, not even one with its own prefix",
    async () => {
      for (const client of clients.values()) {
        const topic = `${client.username}.planted`;
        expect(await client.createTopics([topic])).toEqual({ [topic]: "refused" });
      }
    },
    5 * MINUTES,
  );

  test(
    "no Kafka principal joins the group of another app",
    async () => {
      const reader = clients.get("erp.order-import");

      const verdicts = await reader?.consume(
        ["orders.order-placed.v2"],
        `analytics.revenue-daily${GROUP_SUFFIX}`,
      );

      expect(verdicts).toEqual({ "orders.order-placed.v2": "refused" });
    },
    5 * MINUTES,
  );

  test(
    "every domain destroyed leaves nothing behind",
    async () => {
      await clear();

      const { stacks } = await mesh.run("destroy");

      expect(failuresOf(stacks)).toEqual([]);
      expect(await inventory()).toEqual(before);
      for (const client of clients.values()) expect(await client.logIn()).toBe("refused");
    },
    15 * MINUTES,
  );
});
