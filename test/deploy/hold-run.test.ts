import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdRun } from "../../src/deploy/hold-run";
import { processToken } from "../../src/offline/world";

const folder = mkdtempSync(join(tmpdir(), "meshwright-hold-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("runs on the same environment take turns, and the second one is told", async () => {
  const file = join(folder, "turns", "run");
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`start ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`end ${name}`);
  };

  const first = holdRun(file, work("a"));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all([first, holdRun(file, work("b"), { onWait: (pid) => events.push(`wait for ${pid}`) })]);

  expect(events).toEqual(["start a", `wait for ${process.pid}`, "end a", "start b", "end b"]);
});

test("a run that was killed does not hold up the next one", async () => {
  const file = join(folder, "killed");
  writeFileSync(file, processToken().replace(String(process.pid), "999999999"));

  expect(await holdRun(file, () => Promise.resolve("done"))).toBe("done");
});

test("a turn ends with its work, however that ends", async () => {
  const file = join(folder, "fails");

  await expect(holdRun(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");

  expect(await holdRun(file, () => Promise.resolve("done"))).toBe("done");
});

test("who waits can be asked to stop", async () => {
  const file = join(folder, "stop");
  const controller = new AbortController();
  const held = holdRun(file, () => new Promise((resolve) => setTimeout(resolve, 600)));
  await new Promise((resolve) => setTimeout(resolve, 10));

  const waiting = holdRun(file, () => Promise.resolve(), {
    stop: controller.signal,
    onWait: () => controller.abort(),
  });

  await expect(waiting).rejects.toThrow("aborted");
  await held;
});
