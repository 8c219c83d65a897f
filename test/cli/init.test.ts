import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { ownPackage } from "../../src/synth/versions";
import { DEFAULT_ORGANISATION } from "../../src/cli/commands/init";
import { meshDir } from "../support/mesh-dir";
import { filesIn } from "./support/files";
import { run } from "./support/run";

const FILES = [
  ".github/workflows/mesh.yml",
  ".gitignore",
  "CODEOWNERS",
  "README.md",
  "cdktf.json",
  "domains/orders/domain.yaml",
  "domains/orders/products/order-placed/contract.odcs.yaml",
  "domains/orders/products/order-placed/migrations/V1__order_placed.sql",
  "domains/orders/products/order-placed/product.yaml",
  "locks/orders.json",
  "mesh.yaml",
  "package.json",
];

async function scaffolded(words = "init mesh"): Promise<string> {
  const cwd = meshDir({});
  const { code, stderr } = await run(cwd, words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return join(cwd, "mesh");
}

test("a new mesh repository has everything, and says what comes next", async () => {
  const cwd = meshDir({});

  const { stdout } = await run(cwd, "init mesh");

  expect(Object.keys(filesIn(join(cwd, "mesh")))).toEqual(FILES);
  for (const file of FILES) expect(stdout).toContain(`wrote mesh/${file}\n`);
  expect(stdout.slice(stdout.indexOf("\nNext\n")).split("\n").slice(2, -1)).toEqual([
    "  cd mesh",
    "  npm install",
    "  npx meshwright validate",
    "  npx meshwright deploy --offline",
    '  git init --initial-branch=main && git add --all && git commit --message "The data mesh"',
    "  npx meshwright review   # after every change: is it safe to merge?",
  ]);
});

test("it validates without a finding of any kind", async () => {
  const { stdout } = await run(await scaffolded(), "validate --notes --strict");

  expect(stdout).toBe("0 errors, 0 warnings, 0 notes in 4 files, 1 product of 1 domain, 0.0 s\n");
});

test("its first product is locked from the start, and the lock is the platform team's", async () => {
  const root = await scaffolded();

  expect(JSON.parse(readFileSync(join(root, "locks/orders.json"), "utf8"))).toMatchObject({
    kind: "DomainLock",
    products: { "order-placed.v1": { lifecycle: "draft", topic: { partitions: 6 }, schema: true } },
  });
  expect((await run(root, "lock --check")).code).toBe(0);
  expect(readFileSync(join(root, "CODEOWNERS"), "utf8")).toMatch(/^\* @example\/platform$/m);
  expect(readFileSync(join(root, "CODEOWNERS"), "utf8")).not.toContain("locks");
});

test("it synthesises", async () => {
  const { code, stdout } = await run(await scaffolded(), "synth --format json");

  expect(JSON.parse(stdout)).toMatchObject({
    environment: "dev",
    written: ["platform", "orders-boundary", "orders"],
  });
  expect(code).toBe(0);
});

test("its CODEOWNERS is up to date", async () => {
  const root = await scaffolded("init mesh --organisation acme");

  expect(readFileSync(join(root, "CODEOWNERS"), "utf8")).toBe(
    [
      "# Written by meshwright codeowners, from the owners of the domains. The last line that matches a file counts.",
      "* @acme/platform",
      "/domains/orders/ @acme/order-management",
      "",
    ].join("\n"),
  );
  expect((await run(root, "codeowners --check")).code).toBe(0);
});

test("its manifests find their schemas from every depth", async () => {
  const root = await scaffolded();

  const lines = Object.entries(filesIn(root)).flatMap(([path, text]) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? [];
    return schema === undefined ? [] : [join(dirname(path), schema)];
  });

  expect(lines.sort()).toEqual(
    ["domain", "mesh", "product"].map((kind) => `node_modules/meshwright/schemas/${kind}.schema.json`),
  );
  for (const line of lines) expect(existsSync(join("schemas", basename(line)))).toBe(true);
});

test("it depends on this version, and on the framework and providers that this version takes", async () => {
  const root = await scaffolded();
  const { version, peerDependencies } = ownPackage();

  expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).toEqual({
    name: "mesh",
    private: true,
    scripts: { validate: "meshwright validate", synth: "meshwright synth" },
    dependencies: { ...peerDependencies, "cdktf-cli": peerDependencies.cdktf, meshwright: `^${version}` },
  });
});

test("cdktf runs the package's app, which the package has", async () => {
  const { app } = JSON.parse(readFileSync(join(await scaffolded(), "cdktf.json"), "utf8")) as { app: string };
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
    exports: Record<string, { default: string }>;
  };

  expect(app).toBe(`node ${join("node_modules/meshwright", exports["./app"]?.default ?? "")}`);
});

describe("its workflow", () => {
  interface Job {
    readonly permissions?: object;
    readonly environment?: string;
    readonly if?: string;
    readonly steps: readonly { readonly run?: string; readonly env?: object }[];
  }
  async function workflow(): Promise<{ permissions: object; jobs: Record<string, Job> }> {
    const text = readFileSync(join(await scaffolded(), ".github/workflows/mesh.yml"), "utf8");
    return parse(text) as { permissions: object; jobs: Record<string, Job> };
  }

  test("reads alone, and only a deploy may ask for credentials", async () => {
    const { permissions, jobs } = await workflow();

    expect(permissions).toEqual({ contents: "read" });
    expect(jobs.check?.permissions).toBeUndefined();
    expect(jobs.changes?.permissions).toBeUndefined();
    expect(jobs.deploy?.permissions).toEqual({ contents: "read", "id-token": "write" });
  });

  test("checks before anything else", async () => {
    const { jobs } = await workflow();

    expect(jobs.check?.steps.flatMap((step) => step.run ?? [])).toEqual([
      "npm ci",
      "npx meshwright validate",
      "npx meshwright codeowners --check",
      "npx meshwright synth",
    ]);
    expect(jobs.changes).toMatchObject({ needs: "check" });
    expect(jobs.deploy).toMatchObject({ needs: "changes" });
  });

  test("asks for the locks once it has deployed, also when a deploy failed, and not of a pull request", async () => {
    const { jobs } = await workflow();

    expect(jobs.locks).toMatchObject({
      needs: ["changes", "deploy"],
      if: "always() && needs.changes.result == 'success'",
    });
    expect(jobs.locks?.steps.flatMap((step) => step.run ?? [])).toEqual([
      "npm ci",
      "npx meshwright lock --check",
    ]);
    expect(jobs.locks?.permissions).toBeUndefined();
  });

  test("never deploys a pull request, and each domain through the CI environment that its role trusts", async () => {
    const { jobs } = await workflow();

    expect(jobs.changes?.if).toBe("github.event_name != 'pull_request' && vars.MESHWRIGHT_ENV != ''");
    expect(jobs.deploy?.environment).toBe("${{ vars.MESHWRIGHT_ENV }}-${{ matrix.domain }}");
  });

  test("reviews a pull request with a token that can write comments and nothing else", async () => {
    const { jobs } = await workflow();

    expect(jobs.review?.if).toBe("github.event_name == 'pull_request'");
    expect(jobs.review?.permissions).toEqual({ contents: "read", "pull-requests": "write" });
  });

  test("puts nothing from outside into a script", async () => {
    const { jobs } = await workflow();

    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
    for (const script of scripts) expect(script).not.toContain("${{");
  });
});

test("the organisation has a default, and its form", async () => {
  const root = await scaffolded();

  expect(readFileSync(join(root, "mesh.yaml"), "utf8")).toContain(
    `\norganisation: ${DEFAULT_ORGANISATION}\n`,
  );
  expect(DEFAULT_ORGANISATION).toBe("example");
  expect((await run(root, "init other --organisation two-words")).stderr).toMatch(
    /^error: organisation 'two-words' must be one lower-case word/,
  );
});

test("nothing is overwritten, and then nothing is written at all", async () => {
  const cwd = meshDir({ "mesh/README.md": "mine", "mesh/CODEOWNERS": "mine" });

  const outcome = await run(cwd, "init mesh");

  expect(outcome).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: already there, and not overwritten: README.md, CODEOWNERS\n",
  });
  expect(Object.keys(filesIn(cwd))).toEqual(["mesh/CODEOWNERS", "mesh/README.md"]);
});

test("when one file cannot be written, none stays behind", async () => {
  const cwd = meshDir({ "mesh/.github": "a file where a folder has to be" });

  const { code, stdout } = await run(cwd, "init mesh");

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(Object.keys(filesIn(cwd))).toEqual(["mesh/.github"]);
});

test("the working directory can become the mesh, beside what is in it", async () => {
  const cwd = join(meshDir({}), "Data Mesh!");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "LICENSE"), "mine");

  const { code, stdout } = await run(cwd, "init .");

  expect(code).toBe(0);
  expect(stdout).not.toContain("cd ");
  expect(JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"))).toHaveProperty("name", "data-mesh");
});
