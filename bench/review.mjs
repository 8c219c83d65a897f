// npm run bench:review: how long a reviewer waits for the answer, and what a thousand plans take.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateMesh } from "./generate-mesh.mjs";
import { measure } from "./measure.mjs";

const REPEATS = 5;
const TODAY = "2026-11-20";
const DOMAINS = 1000;
const PLANS = 1000;

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = at("../dist/src/cli/meshwright.js");
const work = mkdtempSync(join(tmpdir(), "meshwright-bench-"));

try {
  console.log("From edit to verdict, cold, one product changed:");
  measureEdit("the shop", join(work, "shop"), "at most 5", REPEATS, {
    make: (folder) => cpSync(at("../examples/shop"), folder, { recursive: true }),
    file: "domains/orders/products/order-placed.v2/product.yaml",
    edit: [/partitions: 12/, "partitions: 6"],
  });
  measureEdit(`${DOMAINS} domains`, join(work, "large"), "at most 15", 1, {
    make: (folder) => generateMesh(folder, DOMAINS),
    file: "domains/domain-0005/products/order-placed/product.yaml",
    edit: [/partitions: 6/, "partitions: 3"],
  });
  console.log(`\n${PLANS} plans from elsewhere, one comment:`);
  measurePlans(join(work, "shop"), join(work, "plans"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measureEdit(what, folder, limit, repeats, { make, file, edit }) {
  mkdirSync(folder, { recursive: true });
  make(join(folder, "mesh"));
  commit(folder);
  const path = join(folder, "mesh", file);
  writeFileSync(path, readFileSync(path, "utf8").replace(...edit));

  const words = ["review", "--mesh", "mesh", "--format", "json", "--output", join(folder, "review.md")];
  const runs = Array.from({ length: repeats }, () =>
    measure(cli, words, { MESHWRIGHT_TODAY: TODAY }, folder, [3]),
  );
  const { seconds, megabytes } = runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(repeats / 2)];
  row(what, `${seconds.toFixed(1)} s`, `${limit} s; ${megabytes.toFixed(0)} MB in the process`);
}

/** Each plan is that of a shop domain whose topics are made anew, under another stack's name. */
function measurePlans(shop, folder) {
  mkdirSync(folder, { recursive: true });
  const env = { MESHWRIGHT_TODAY: TODAY, MESHWRIGHT_ENV: "prod" };
  execFileSync("git", ["stash", "--quiet"], { cwd: shop });
  measure(cli, ["deploy", "--offline", "--mesh", "mesh"], env, shop);
  execFileSync("git", ["stash", "pop", "--quiet"], { cwd: shop });
  const product = join(shop, "mesh", "domains/orders/products/order-placed.v2/product.yaml");
  writeFileSync(product, readFileSync(product, "utf8").replace("partitions: 6", "partitions: 24"));
  measure(cli, ["plan", "orders", "--mesh", "mesh"], env, shop, [2]);

  const plan = readFileSync(join(shop, ".meshwright/offline/prod/plans/orders.json"), "utf8");
  const words = ["review", "--format", "json", "--output", join(folder, "review.md")];
  for (let count = 0; count < PLANS; count++) {
    const stack = `orders-${String(count).padStart(4, "0")}`;
    writeFileSync(join(folder, `${stack}.json`), plan);
    words.push("--plan", `${stack}.json`);
  }
  const { seconds, megabytes } = measure(cli, words, { MESHWRIGHT_TODAY: TODAY }, folder, [2, 3, 4]);
  row(
    `${((plan.length * PLANS) / 1e6).toFixed(0)} MB of plans`,
    `${seconds.toFixed(1)} s`,
    "at most 5 s for what is not reading",
  );
  row("memory", `${megabytes.toFixed(0)} MB`, "at most 500");
}

function commit(folder) {
  const git = (...words) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@shop.example", ...words], {
      cwd: folder,
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "before");
}

function row(what, figure, remark) {
  console.log(`  ${what.padEnd(38)}${figure.padStart(12)}   ${remark}`);
}
