// Runs a Node script as a process of its own and says how long it took and how much memory it had at its peak.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Written by a hook that runs in the measured process when it ends. */
const HOOK = `
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});`;

/** Wall and processor time in seconds, from start to end of the process, and peak memory in megabytes. `ends` are fine exit codes. */
export function measure(script, args, env = {}, cwd = process.cwd(), ends = [0]) {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-bench-"));
  const usage = join(folder, "usage.json");
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", hookFile(folder), script, ...args],
    {
      encoding: "utf8",
      cwd,
      env: { ...process.env, ...env, BENCH_USAGE: usage },
      maxBuffer: 510 * 1024 * 1024,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (!ends.includes(status)) throw new Error(`${script} ended with ${status}\n${stdout}\n${stderr}`);

  const { maxRSS, cpu } = JSON.parse(readFileSync(usage, "utf8"));
  rmSync(folder, { recursive: true });
  return { seconds, cpu, megabytes: maxRSS / 1024, stdout };
}

function hookFile(folder) {
  const file = join(folder, "hook.cjs");
  writeFileSync(file, HOOK);
  return file;
}
