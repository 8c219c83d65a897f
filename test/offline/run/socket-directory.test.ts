import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSocketDirectory, MAX_SOCKET_PATH_BYTES, sweepSocketDirectories } from "../../../src/offline/run";

const parent = mkdtempSync(join(tmpdir(), "mw-sweep-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** The number of a process that is no more. */
const deadPid = () => spawnSync("true").pid;

/** A directory as an engine would have made it, some minutes ago. */
function directoryOf(pid: number, minutes = 5): string {
  const directory = join(parent, `mw-${pid}-abc123`);
  mkdirSync(directory);
  const then = Date.now() / 1000 - minutes * 60;
  utimesSync(directory, then, then);
  return directory;
}

describe("the directory of the sockets", () => {
  test("is this user's alone and named after the process", () => {
    const directory = makeSocketDirectory(parent);

    expect(directory).toMatch(new RegExp(`/mw-${process.pid}-\\w{6}$`));
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  test("is refused where a socket's path would be too long, with the remedy", () => {
    const deep = join(parent, "d".repeat(80));
    mkdirSync(deep);

    expect(() => makeSocketDirectory(deep)).toThrow(
      `at most ${MAX_SOCKET_PATH_BYTES} are possible; set TMPDIR to a shorter one such as /tmp`,
    );
    expect(MAX_SOCKET_PATH_BYTES).toBe(103);
  });

  test("is refused where nothing can be made", () => {
    expect(() => makeSocketDirectory(join(parent, "missing"))).toThrow("ENOENT");
  });
});

describe("sweeping", () => {
  test("removes what a dead process left, and nothing else", async () => {
    const dead = directoryOf(deadPid());
    const alive = directoryOf(process.ppid);
    const starting = directoryOf(deadPid(), 0);
    const other = join(parent, "mw-notes");
    mkdirSync(other);

    const removed = await sweepSocketDirectories(parent);

    expect(removed).toEqual([dead]);
    expect([alive, starting, other].every((path) => existsSync(path))).toBe(true);
  });

  test("leaves a directory where someone answers: its process may be one of another container", async () => {
    const directory = directoryOf(deadPid());
    const server = createServer().listen(join(directory, "kafka.sock"));
    const then = Date.now() / 1000 - 600;
    utimesSync(directory, then, then);

    expect(await sweepSocketDirectories(parent)).toEqual([]);

    await new Promise((resolve) => server.close(resolve));
    expect(await sweepSocketDirectories(parent, Date.now() + 120_000)).toContain(directory);
  });

  test("of a directory that is not there is nothing", async () => {
    expect(await sweepSocketDirectories(join(parent, "missing"))).toEqual([]);
  });
});
