import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { World } from "../../../src/offline/world";

const CHILD = join(__dirname, "child.cjs");

const folder = mkdtempSync(join(tmpdir(), "worlds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a process that puts things; returns what it said it kept. Killed after `killAfterMs`, if given. */
function put(file: string, name: string, count: number, killAfterLines?: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, file, name, String(count)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const lines = output.split("\n").length - 1;
      if (killAfterLines !== undefined && lines >= killAfterLines) child.kill("SIGKILL");
    });
    child.on("error", reject);
    child.on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
}

function checkWhole(file: string, kept: readonly string[]): void {
  const world = World.open(file);
  const there = world.list("thing").map(({ identity }) => identity);

  expect(kept.filter((identity) => !there.includes(identity))).toEqual([]);
  // each transaction changed two things: both or none of them
  expect(world.get("counter", "all")?.attributes.total).toBe(there.length);
}

describe("several processes", () => {
  test("that write at once lose nothing", async () => {
    const file = join(folder, "at-once.json");

    const kept = await Promise.all(["a", "b", "c", "d"].map((name) => put(file, name, 60)));

    expect(kept.flat()).toHaveLength(240);
    checkWhole(file, kept.flat());
  }, 30_000);

  test("of which some are killed at any point leave a whole store, and the others go on", async () => {
    const file = join(folder, "killed.json");
    const kept: string[] = [];

    for (let round = 0; round < 4; round++) {
      const victims = [0, 1, 2].map((each) =>
        put(file, `victim-${round}-${each}`, 500, 1 + 7 * each + 5 * round),
      );
      const survivor = put(file, `survivor-${round}`, 40);
      const all = await Promise.all([...victims, survivor]);
      expect(all.at(-1)).toHaveLength(40);
      kept.push(...all.flat());
      checkWhole(file, kept);
    }

    await World.open(file).fold();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ format: 1 });
    const left = readdirSync(folder).filter(
      (name) => name.startsWith("killed.json.") && name.endsWith(".lock"),
    );
    expect(left).toEqual([]);
  }, 60_000);
});
