// npm run bench:deploy [domains…]: the offline engine by the clock, and generated meshes deployed by the real Terraform.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateMesh } from "./generate-mesh.mjs";
import { measure } from "./measure.mjs";

const REPEATS = 5;
const TODAY = "2026-11-20";

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20, 200];
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = at("../dist/src/cli/meshwright.js");
const work = mkdtempSync(join(tmpdir(), "meshwright-bench-"));

try {
  console.log(`The engine, over the shop (the median of ${REPEATS}):`);
  measureEngine(join(work, "shop"));
  console.log("\nGenerated meshes, every stack deployed, then planned once more:");
  const found = sizes.map((domains) => measureMesh(join(work, String(domains)), domains));
  if (found.length > 1) {
    const ratio = found.at(-1) / found[0];
    console.log(`\nseconds per domain, ${sizes.at(-1)} to ${sizes[0]}: ${ratio.toFixed(2)} (level is 1)`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measureEngine(folder) {
  const env = environment(folder, "dev");
  cpSync(at("../examples/shop"), join(folder, "mesh"), { recursive: true });

  const answer = median(() => Number(measure(at("first-answer.mjs"), []).stdout));
  row("start to first answer", `${answer.toFixed(2)} s`, "at most 0.5; from the start of its process");
  const whole = measure(cli, ["deploy", "--offline"], env, folder);
  row(
    "deploy of all stacks",
    `${whole.seconds.toFixed(1)} s`,
    `${whole.megabytes.toFixed(0)} MB in the process`,
  );

  const stack = join(folder, ".meshwright", "offline", "dev", "cdktf.out", "stacks", "orders");
  const plan = ["terraform", `-chdir=${stack}`, "plan", "-input=false", "-detailed-exitcode"];
  let megabytes = 0;
  const alone = median(() => {
    const run = measure(cli, ["offline", "--", process.execPath, at("timed.mjs"), ...plan], env, folder);
    megabytes = run.megabytes;
    return Number(run.stdout.trim().split("\n").at(-1));
  });
  row("plan of orders", `${alone.toFixed(2)} s`, "at most 1; Terraform with its own start");
  row(
    "memory of the engine",
    `${megabytes.toFixed(0)} MB`,
    "at most 200; its whole process at the peak of that plan",
  );
  const command = median(() => measure(cli, ["offline", "--", ...plan], env, folder).seconds);
  row(
    "meshwright offline -- terraform plan",
    `${command.toFixed(2)} s`,
    "with node, the engine and terraform init",
  );
}

function measureMesh(folder, domains) {
  const env = environment(folder, "prod");
  generateMesh(join(folder, "mesh"), domains);

  const deployed = measure(cli, ["deploy", "--offline"], env, folder);
  const perDomain = deployed.seconds / domains;
  row(
    `${domains} domains`,
    `${perDomain.toFixed(2)} s each`,
    `${deployed.seconds.toFixed(0)} s in all, ${deployed.megabytes.toFixed(0)} MB in the process`,
  );
  const planned = measure(cli, ["plan"], env, folder);
  row(
    `${domains} domains, second plan`,
    `${(planned.seconds / domains).toFixed(2)} s each`,
    "nothing to change",
  );
  return perDomain;
}

function environment(folder, name) {
  mkdirSync(folder, { recursive: true });
  return { MESHWRIGHT_MESH: join(folder, "mesh"), MESHWRIGHT_ENV: name, MESHWRIGHT_TODAY: TODAY };
}

function median(once) {
  const results = Array.from({ length: REPEATS }, once).sort((a, b) => a - b);
  return results[Math.floor(REPEATS / 2)];
}

function row(what, figure, remark) {
  console.log(`  ${what.padEnd(38)}${figure.padStart(12)}   ${remark}`);
}
