// npm run bench:review [edits|plans]: how long a reviewer waits for the answer, and what a thousand plans take.
import { execFileSync } from "node:child_process";
import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateMesh } from "./generate-mesh.mjs";
import { measure } from "./measure.mjs";

const REPEATS = 5;
const TODAY = "2026-11-20";
const DOMAINS = 1000;
const PLANS = 1000;

/** How the plans are reviewed, and how often that is measured. */
const REVIEWS = [
  { plans: "few", format: "markdown", repeats: 3, limit: "5 s, 500 MB" },
  { plans: "few", format: "html", repeats: 1, limit: "" },
  { plans: "few", format: "json", repeats: 1, limit: "" },
  { plans: "new", format: "markdown", repeats: 1, limit: "15 s, 500 MB" },
  { plans: "new", format: "html", repeats: 1, limit: "a page of 20 MB" },
  { plans: "new", format: "json", repeats: 1, limit: "nothing left out" },
];

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = at("../dist/src/cli/meshwright.js");
const work = mkdtempSync(join(tmpdir(), "meshwright-bench-"));
const wanted = process.argv.slice(2);
const isWanted = (what) => wanted.length === 0 || wanted.includes(what);

try {
  console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} before it begins\n`);
  row("what", "wall", "processor", "memory", "output", "at most");
  if (isWanted("edits")) measureEdits();
  if (isWanted("plans")) measurePlans(join(work, "plans"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** From an edit to the verdict, cold, one product changed. */
function measureEdits() {
  measureEdit("edit of the shop", join(work, "shop"), "5 s", REPEATS, {
    make: (folder) => cpSync(at("../examples/shop"), folder, { recursive: true }),
    file: "domains/orders/products/order-placed.v2/product.yaml",
    edit: [/partitions: \d+/, "partitions: 3"],
  });
  measureEdit(`edit of ${DOMAINS} domains`, join(work, "large"), "15 s", 1, {
    make: (folder) => generateMesh(folder, DOMAINS),
    file: "domains/domain-0005/products/order-placed/product.yaml",
    edit: [/partitions: 6/, "partitions: 3"],
  });
}

function measureEdit(what, folder, limit, repeats, { make, file, edit }) {
  mkdirSync(folder, { recursive: true });
  make(join(folder, "mesh"));
  commit(folder);
  const path = join(folder, "mesh", file);
  writeFileSync(path, readFileSync(path, "utf8").replace(...edit));

  const words = ["review", "--mesh", "mesh", "--format", "json", "--output", join(folder, "review.md")];
  const runs = times(repeats, () => measure(cli, words, { MESHWRIGHT_TODAY: TODAY }, folder, [3]));
  tell(what, median(runs), limit);
}

/** A thousand plans, each that of a shop domain under another stack's name; once for each way to review them. */
function measurePlans(folder) {
  const plans = shopPlans(join(folder, "shop"));
  for (const [name, plan] of Object.entries(plans)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, `${name}.json`), plan);
    for (const stack of stackNames())
      linkSync(join(folder, `${name}.json`), join(folder, name, `${stack}.json`));
  }
  for (const { plans: name, format, repeats, limit } of REVIEWS) {
    const { length } = readFileSync(join(folder, `${name}.json`));
    const changes = JSON.parse(plans[name]).resource_changes.filter(
      ({ change }) => change.actions[0] !== "no-op",
    ).length;
    const words = [
      "review",
      "--format",
      format,
      ...stackNames().flatMap((stack) => ["--plan", `${stack}.json`]),
    ];
    const runs = times(repeats, () =>
      measure(cli, words, { MESHWRIGHT_TODAY: TODAY }, join(folder, name), [2, 3, 4]),
    );
    const size = `${((length * PLANS) / 1e6).toFixed(0)} MB`;
    tell(`${PLANS} plans (${size}) of ${changes} changes, ${format}`, median(runs), limit);
  }
}

/** The plan of a shop domain as a whole, and of a change to one product of it. */
function shopPlans(shop) {
  mkdirSync(shop, { recursive: true });
  cpSync(at("../examples/shop"), join(shop, "mesh"), { recursive: true });
  const env = { MESHWRIGHT_TODAY: TODAY, MESHWRIGHT_ENV: "prod" };
  const planned = () => {
    measure(cli, ["plan", "orders", "--mesh", "mesh"], env, shop, [2]);
    return readFileSync(join(shop, ".meshwright/offline/prod/plans/orders.json"), "utf8");
  };
  const whole = planned();
  measure(cli, ["deploy", "--offline", "--mesh", "mesh"], env, shop);
  const product = join(shop, "mesh", "domains/orders/products/order-placed.v2/product.yaml");
  writeFileSync(product, readFileSync(product, "utf8").replace(/partitions: \d+/, "partitions: 24"));
  return { few: planned(), new: whole };
}

function stackNames() {
  return times(PLANS, (count) => `orders-${String(count).padStart(4, "0")}`);
}

function times(count, once) {
  return Array.from({ length: count }, (_, index) => once(index));
}

function median(runs) {
  return runs.sort((a, b) => a.cpu - b.cpu)[Math.floor(runs.length / 2)];
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

function tell(what, { seconds, cpu, megabytes, stdout }, limit) {
  const output = `${(Buffer.byteLength(stdout) / 1e6).toFixed(2)} MB`;
  row(what, `${seconds.toFixed(1)} s`, `${cpu.toFixed(1)} s`, `${megabytes.toFixed(0)} MB`, output, limit);
}

function row(what, wall, processor, memory, output, limit) {
  const figures = [wall, processor, memory, output].map((figure) => figure.padStart(11));
  console.log(`${what.padEnd(50)}${figures.join("")}   ${limit}`.trimEnd());
}
