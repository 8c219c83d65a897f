// npm run bench [domains]: this app against a bare app of the framework that defines the same resources.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { domainAt, generateMesh } from "./generate-mesh.mjs";
import { measure } from "./measure.mjs";

const domains = Number(process.argv[2] ?? 1000);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const work = mkdtempSync(join(tmpdir(), "meshwright-bench-"));
const mesh = join(work, "mesh");
const outdir = join(work, "cdktf.out");
const env = { MESHWRIGHT_MESH: mesh, MESHWRIGHT_TODAY: "2026-11-20", CDKTF_OUTDIR: outdir };

const rows = [];
const row = (what, { seconds, cpu, megabytes }, remark = "") =>
  rows.push([
    what,
    `${seconds.toFixed(2)} s`,
    `${cpu.toFixed(2)} s processor`,
    `${megabytes.toFixed(0)} MB`,
    remark,
  ]);

console.log(`Generating a mesh of ${domains} domains …`);
generateMesh(mesh, domains);

console.log("Measuring, one process at a time …");
const app = at("../dist/src/main.js");
const full = measure(app, [], env);
const resources = countResources();
row(
  "Meshwright: check and synthesise everything",
  full,
  `${resources} resources, ${resources / domains} per domain`,
);

const again = measure(app, [], env);
row("Meshwright: nothing changed", again);

appendFileSync(join(mesh, "domains", domainAt(7), "domain.yaml"), "parent: domain-0006\n");
const changed = measure(app, [], env);
row("Meshwright: one line of one domain changed", changed);

const cli = at("../dist/src/cli/meshwright.js");
rmSync(join(work, ".meshwright"), { recursive: true, force: true });
if (existsSync(cli))
  row("meshwright validate, nothing cached", measure(cli, ["validate", "--mesh", mesh], env));

const bare = measure(at("./bare-app.mjs"), [outdir, join(work, "bare.out"), String(domains)]);
const told = JSON.parse(bare.stdout);
row("Bare app: the same resources", bare, `${told.resources} resources`);

const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column].length)));
for (const cells of rows)
  console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
console.log();
const ratio = (of, to) =>
  `${(to.seconds / of.seconds).toFixed(2)} by the clock, ${(to.cpu / of.cpu).toFixed(2)} by processor time`;
console.log(`full synth / bare app:    ${ratio(bare, full)} (at most 1.20)`);
console.log(`full synth / one change:  ${ratio(changed, full)} (at least 15)`);
console.log(
  `peak memory:              ${full.megabytes.toFixed(0)} MB (at most 500; the bare app ${bare.megabytes.toFixed(0)} MB)`,
);
rmSync(work, { recursive: true });

function countResources() {
  const stacks = join(outdir, "stacks");
  return readdirSync(stacks)
    .filter((name) => name !== "platform")
    .map((name) => JSON.parse(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8")).resource)
    .flatMap((byType) => Object.values(byType).map((byId) => Object.keys(byId).length))
    .reduce((sum, count) => sum + count, 0);
}
