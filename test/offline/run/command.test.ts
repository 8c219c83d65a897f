import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../../src/offline/run";

const node = (script: string, options = {}) => runCommand(process.execPath, ["-e", script], options);

/** Lets a signal come shortly, and reports how a command that listens to it ends. */
function signalled(signal: NodeJS.Signals, terminal: boolean): Promise<number> {
  const script = `process.on("${signal}", () => process.exit(7)); setTimeout(() => process.exit(3), 700)`;
  const outcome = node(script, { terminal });
  setTimeout(() => process.emit(signal), 350);
  return outcome;
}

describe("a command under the engine", () => {
  test.each([0, 1, 2, 42])("exits with its own code %i", async (code) => {
    expect(await node(`process.exit(${code})`)).toBe(code);
  });

  test.each([
    ["SIGKILL", 137],
    ["SIGTERM", 143],
  ])("ended by %s exits with %i", async (signal, code) => {
    expect(await node(`process.kill(process.pid, "${signal}"); setTimeout(() => {}, 5000)`)).toBe(code);
  });

  test("gets the variables and the directory", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mw-command-"));
    const script = `process.exit(process.env.MW_TEST === "yes" && process.cwd() === ${JSON.stringify(folder)} ? 0 : 1)`;

    expect(await node(script, { environment: { MW_TEST: "yes" }, directory: folder })).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test.each(["SIGTERM", "SIGHUP"] as const)("gets %s and decides how to end", async (signal) => {
    expect(await signalled(signal, true)).toBe(7);
  });

  test("gets SIGINT, unless a terminal has sent it already: twice would make Terraform drop everything", async () => {
    expect(await signalled("SIGINT", false)).toBe(7);
    expect(await signalled("SIGINT", true)).toBe(3);
  });

  test("leaves no listener behind", async () => {
    const before = process.listenerCount("SIGTERM");

    await node("");

    expect(process.listenerCount("SIGTERM")).toBe(before);
  });

  test("that is not there is an error with a shell's exit code", async () => {
    await expect(runCommand("no-such-command-at-all", [])).rejects.toMatchObject({
      message: "'no-such-command-at-all' was not found, or the directory to run it in is not there",
      exitCode: 127,
    });
  });

  test("that is not executable is an error with a shell's exit code", async () => {
    await expect(runCommand(tmpdir(), [])).rejects.toMatchObject({ name: "CommandError", exitCode: 126 });
  });
});
