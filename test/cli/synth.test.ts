import { existsSync } from "node:fs";
import { join } from "node:path";
import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN } from "./support/files";
import { run } from "./support/run";

const SHOP = `${process.cwd()}/examples/shop`;
const ROW =
  /^ {2}(?<domain>\S+) +(?<counts>[-0-9 ]+?) +changed, boundary first {2}(?<command>npx cdktf deploy \S+)$/;

interface Summary {
  readonly platform: { readonly resources: number };
  readonly domains: readonly {
    readonly domain: string;
    readonly changed: boolean;
    readonly resources: Readonly<Record<string, number>>;
    readonly deploy: readonly string[];
  }[];
}

test("every domain has a row with what it would provision and what deploys it", async () => {
  const { code, stdout } = await run(meshDir({}), ["synth", "--mesh", SHOP, "--env", "prod"]);

  const rows = stdout.split("\n").flatMap((line) => {
    const { domain, command } = ROW.exec(line)?.groups ?? {};
    return domain === undefined ? [] : [{ domain, command }];
  });
  expect(rows.map(({ domain }) => domain)).toEqual(["analytics", "erp", "orders", "traffic", "users"]);
  expect(rows.map(({ command }) => command)).toContain("npx cdktf deploy orders");
  expect(stdout).toMatch(/^prod: 5 domains, \d+ resources\n\nWould provision\n {2}domain +topics +buckets/);
  expect(stdout).toMatch(/\ncdktf\.out: 11 written, 0 unchanged, 0 removed\n$/);
  expect(code).toBe(0);
});

test("the platform and the boundaries come first", async () => {
  const { stdout } = await run(meshDir({}), ["synth", "--mesh", SHOP]);

  expect(stdout).toMatch(
    /\nDeploy before the first domain\n {2}npx cdktf deploy platform {6}\d+ resources that all domains share\n {2}npx cdktf deploy '\*-boundary' {2}what each domain may ever do\n/,
  );
});

test("JSON says which domains changed, so that CI deploys those alone", async () => {
  const cwd = meshDir(validMesh());
  const words = "synth --format json";

  const first = JSON.parse((await run(cwd, words)).stdout) as Summary;
  const second = JSON.parse((await run(cwd, words)).stdout) as Summary;

  expect(first).toMatchObject({
    format: "meshwright.synth/1",
    environment: "dev",
    written: ["platform", "analytics-boundary", "orders-boundary", "analytics", "orders"],
    unchanged: [],
    removed: [],
  });
  expect(first.domains).toMatchObject([
    { domain: "analytics", changed: true, boundaryChanged: true },
    {
      domain: "orders",
      changed: true,
      boundaryChanged: true,
      resources: { topics: 1, buckets: 1, schemas: 2 },
      deploy: ["npx cdktf deploy orders-boundary", "npx cdktf deploy orders"],
    },
  ]);
  expect(second.domains.map(({ changed: isChanged }) => isChanged)).toEqual([false, false]);
});

test("counts are of the stacks' own resources, both stacks of a domain together", async () => {
  const { stdout } = await run(meshDir(validMesh()), "synth --format json");
  const { domains } = JSON.parse(stdout) as Summary;

  for (const { resources } of domains) {
    const { resources: total = 0, ...kinds } = resources;
    const counted = Object.values(kinds).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(counted);
    expect(counted).toBeGreaterThan(0);
  }
});

test("a mesh with errors writes nothing", async () => {
  const cwd = meshDir(validMesh(changed(DOMAIN, "order-management", "nobody")));

  const { code, stdout, stderr } = await run(cwd, "synth");

  expect(stdout).toContain("error OwnerMissing");
  expect(stderr).toBe("1 error; correct it first\n");
  expect(existsSync(join(cwd, "cdktf.out"))).toBe(false);
  expect(code).toBe(1);
});

test("an unknown environment could not run", async () => {
  const { code, stderr } = await run(meshDir(validMesh()), "synth", { env: { MESHWRIGHT_ENV: "live" } });

  expect(stderr).toBe(
    "error: environment 'live' is not in mesh.yaml, which has dev; name one of them with --env or MESHWRIGHT_ENV\n",
  );
  expect(code).toBe(2);
});
