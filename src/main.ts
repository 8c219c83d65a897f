import { dirname, join, resolve } from "node:path";
import type { Finding } from "./finding";
import { synthMesh } from "./synth";

/**
 * The CDKTF app: `cdktf` runs it to bring its output folder up to date. `MESHWRIGHT_MESH` says where the mesh is,
 * `MESHWRIGHT_ENV` which environment it is synthesised for, `MESHWRIGHT_TODAY` the day that decides which agreements
 * hold. Warnings are left to `meshwright validate`: whatever an app says, the framework's command line calls an error.
 */
function main(): number {
  const { MESHWRIGHT_MESH, MESHWRIGHT_ENV, MESHWRIGHT_TODAY, CDKTF_OUTDIR } = process.env;
  const outdir = resolve(CDKTF_OUTDIR ?? "cdktf.out");

  const { check, stacks } = synthMesh({
    root: resolve(MESHWRIGHT_MESH ?? "examples/shop"),
    outdir,
    environment: MESHWRIGHT_ENV,
    today: MESHWRIGHT_TODAY ?? new Date().toISOString().slice(0, 10),
    cacheFile: join(dirname(outdir), ".meshwright", "cache", "manifests.json"),
  });

  if (stacks !== undefined) return 0;

  const errors = check.findings.filter(({ severity }) => severity === "error");
  for (const finding of errors) console.error(lineOf(finding));
  console.error(
    `${errors.length} errors; nothing was written. \`meshwright validate\` says how to fix them.`,
  );
  return 1;
}

function lineOf({ at, position, severity, code, message }: Finding): string {
  return `${at.file}:${position.line}:${position.column} ${severity} ${code} ${message}`;
}

process.exitCode = main();
