import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { postgresBinaries, serverUser, type ServerUser } from "./postgres-binaries";

/** The superuser of a test server. */
export const SUPERUSER = "postgres";

const SUPERUSER_PASSWORD = "superuser";

/** How long a server may take to start, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

const POLL_MS = 20;

/** Nothing in a test has to survive a power cut. */
const SETTINGS = [
  "listen_addresses=",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "timezone=UTC",
];

export interface Session {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * A PostgreSQL server of one test file. It listens on a socket in a folder of its own: no port to find free, and nobody
 * else connects. Every role has to show its password.
 */
export class PostgresServer {
  /** Starts a server; at most `START_TIMEOUT_MS`. */
  public static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), "meshwright-pg-"));
    try {
      const user = serverUser();
      chmodSync(folder, 0o755);
      const binaries = postgresBinaries(user, folder);
      const data = initialise(binaries, folder, user);

      const settings = [...SETTINGS, `unix_socket_directories=${folder}`].flatMap((setting) => [
        "-c",
        setting,
      ]);
      if (user !== undefined) chownSync(folder, user.uid, user.gid);
      const child = spawn(join(binaries, "postgres"), ["-D", data, ...settings], {
        ...user,
        cwd: folder,
        env: environment(),
        stdio: ["ignore", "ignore", "pipe"],
      });
      const server = new PostgresServer(folder, child);
      await server.ready();
      return server;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private readonly clients = new Set<Client>();
  private readonly kill = () => this.child.kill("SIGQUIT");
  private log = "";

  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on("data", (text: Buffer) => (this.log += text.toString()));
    process.once("exit", this.kill);
  }

  /** A session as a role, or as the superuser in the first database. It ends with the server. */
  public async connect(session: Partial<Session> = {}): Promise<Client> {
    const { user = SUPERUSER, password = SUPERUSER_PASSWORD, database = "postgres" } = session;
    const client = new Client({ host: this.folder, user, password, database });
    client.on("error", () => undefined);
    await client.connect();
    this.clients.add(client);
    client.once("end", () => this.clients.delete(client));
    return client;
  }

  /** Ends all sessions and the server, and removes its files. */
  public async stop(): Promise<void> {
    await Promise.all([...this.clients].map((client) => client.end()));
    const exited = this.child.exitCode === null ? once(this.child, "exit") : undefined;
    this.child.kill("SIGINT");
    await exited;
    process.off("exit", this.kill);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (let waited = 0; waited < START_TIMEOUT_MS; waited += POLL_MS) {
      try {
        await this.connect();
        return;
      } catch {
        if (this.child.exitCode !== null) break;
        await sleep(POLL_MS);
      }
    }
    this.kill();
    throw new Error(`PostgreSQL does not start:\n${this.log}`);
  }
}

function initialise(binaries: string, folder: string, user: ServerUser | undefined): string {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, SUPERUSER_PASSWORD);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);

  const options = [
    `--username=${SUPERUSER}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ];
  const { status, stderr } = spawnSync(
    join(binaries, "initdb"),
    [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...options],
    { ...user, cwd: folder, env: environment(), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
  return data;
}

/** Nothing of the tester's own, such as `PGDATA` or `PGPORT`. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });
