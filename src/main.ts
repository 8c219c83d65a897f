import { dirname, join, resolve } from "node:path";
import type { Finding } from "./finding";
import { environmentNameOf, meshRootOf, offlineDirectoryOf, synthMesh, todayOf } from "./synth";

/**
 * The CDKTF app: `cdktf` runs it to bring its output folder up to date. `MESHWRIGHT_MESH` says where the mesh is,
 * `MESHWRIGHT_ENV` which environment it is synthesised for, `MESHWRIGHT_TODAY` the day that decides which agreements
 * hold; under `meshwright offline`, states are local. Warnings are left to `meshwright validate`: whatever an app says, the framework's command line calls an error.
 */
function main(): number {
  const surroundings = { cwd: process.cwd(), env: process.env, now: () => new Date() };
  const outdir = resolve(process.env.CDKTF_OUTDIR ?? "cdktf.out");

  const { check, stacks, failures } = synthMesh({
    root: meshRootOf(surroundings),
    outdir,
    environment: environmentNameOf(surroundings),
    today: todayOf(surroundings),
    cacheFile: join(dirname(outdir), ".meshwright", "cache", "manifests.json"),
    offlineDirectory: offlineDirectoryOf(surroundings, dirname(outdir)),
  });
  if (stacks !== undefined) return 0;

  const errors = check.findings.filter(({ severity }) => severity === "error").map(lineOf);
  for (const line of [...errors, ...failures.map(({ message }) => message)]) console.error(line);
  console.error("Nothing was written. `meshwright validate` and `meshwright synth` say how to fix it.");
  return 1;
}

function lineOf({ at, position, severity, code, message }: Finding): string {
  return `${at.file}:${position.line}:${position.column} ${severity} ${code} ${message}`;
}

try {
  process.exitCode = main();
} catch (error) {
  if (process.env.MESHWRIGHT_DEBUG === "1") throw error;
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
