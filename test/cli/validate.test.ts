import { run } from "./support/run";
import { meshDir, ORDER_PLACED, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN, PRODUCT } from "./support/files";

const unknownTeam = validMesh(changed(DOMAIN, "team: order-management", "team: order-managment"));
const expiring = changed(PRODUCT, "until: 2027-12-31", "until: 2026-07-01");
const unread = validMesh({
  ...changed(PRODUCT, ORDER_PLACED.slice(ORDER_PLACED.indexOf("shares:")), ""),
  "domains/analytics/domain.yaml": undefined,
});

test("a sound mesh passes with one line", async () => {
  const { code, stdout, stderr } = await run(meshDir(validMesh()), "validate");

  expect(stdout).toBe("0 errors, 0 warnings in 5 files, 1 product of 2 domains, 0.0 s\n");
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("a finding is shown with its place, value, rule and fix, and the summary after an empty line", async () => {
  const { code, stdout } = await run(meshDir(unknownTeam), "validate");

  expect(stdout).toBe(
    [
      "domains/orders/domain.yaml:4:16 error OwnerMissing domain 'orders' is owned by 'order-managment', which is no team of the mesh",
      "  value: order-managment",
      "  fix:   write team: order-management, or add 'order-managment' to teams in mesh.yaml",
      "",
      "1 error, 0 warnings in 5 files, 1 product of 2 domains, 0.0 s",
      "",
    ].join("\n"),
  );
  expect(code).toBe(1);
});

test("files are apart by an empty line, and paths lead from the working directory to the file", async () => {
  const root = meshDir({ ...unknownTeam, ...expiring });

  const { stdout } = await run("/", ["validate", "--mesh", root]);

  const places = stdout.split("\n").filter((line) => /:[0-9]+ (error|warning) /.test(line));
  const prefix = root.slice(1);
  expect(places.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    `${prefix}/domains/orders/domain.yaml:4:16 error OwnerMissing`,
    `${prefix}/${PRODUCT}:16:12 warning AccessExpiring`,
  ]);
  expect(stdout).toContain(`teams in mesh.yaml\n\n${prefix}/${PRODUCT}`);
});

test("the summary says how long it took", async () => {
  const times = [0, 0, 430];

  const { stdout } = await run(meshDir(validMesh()), "validate", {
    env: { MESHWRIGHT_TODAY: "2026-06-15" },
    now: () => new Date(times.length > 2 ? (times.shift() ?? 0) : 430),
  });

  expect(stdout).toMatch(/, 0\.4 s\n$/);
});

test("warnings pass, and fail with --strict", async () => {
  const root = meshDir(validMesh(expiring));

  expect((await run(root, "validate")).code).toBe(0);
  expect((await run(root, "validate --strict")).code).toBe(1);
});

test("notes are shown and counted with --notes alone", async () => {
  const root = meshDir(unread);

  const quiet = await run(root, "validate");
  const all = await run(root, "validate --notes");

  expect(quiet.stdout).toBe("0 errors, 0 warnings in 4 files, 1 product of 1 domain, 0.0 s\n");
  expect(all.stdout).toContain(`${PRODUCT}:3:7 note OrphanProduct nobody reads`);
  expect(all.stdout).toContain("\n0 errors, 0 warnings, 1 note in 4 files");
  expect(all.code).toBe(0);
});

test("the day is an input", async () => {
  const root = meshDir(validMesh());

  const later = await run(root, "validate", { env: { MESHWRIGHT_TODAY: "2027-07-01" } });

  expect(later.stdout).toContain("AccessExpired");
});

test("JSON has a versioned form, counts, and findings with their places in the mesh", async () => {
  const root = meshDir(unknownTeam);

  const { code, stdout } = await run("/", ["validate", "--format", "json", "--mesh", root]);

  expect(JSON.parse(stdout)).toEqual({
    format: "meshwright.findings/1",
    today: "2026-06-15",
    summary: { errors: 1, warnings: 0, notes: 0, files: 5, products: 1, domains: 2 },
    findings: [
      {
        code: "OwnerMissing",
        severity: "error",
        message: "domain 'orders' is owned by 'order-managment', which is no team of the mesh",
        value: "order-managment",
        fix: "write team: order-management, or add 'order-managment' to teams in mesh.yaml",
        file: DOMAIN,
        line: 4,
        column: 16,
        path: ["owner", "team"],
      },
    ],
  });
  expect(code).toBe(1);
});

test("what cannot run ends with 2 and one line", async () => {
  const root = meshDir(validMesh());

  expect(await run(root, "validate --env prd")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: environment 'prd' is not in mesh.yaml, which has dev; name one of them with --env or MESHWRIGHT_ENV\n",
  });
  expect(await run(root, "validate --mesh nowhere")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: there is no mesh.yaml in 'nowhere'; name the mesh with --mesh or MESHWRIGHT_MESH, or start one with meshwright init\n",
  });
  expect(await run(root, "validate", { env: { MESHWRIGHT_TODAY: "2026-02-30" } })).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: MESHWRIGHT_TODAY must be a day such as 2027-06-30, got '2026-02-30'\n",
  });
});

test("an unreadable mesh.yaml is a finding", async () => {
  const { code, stdout } = await run(meshDir({ "mesh.yaml": "kind: [" }), "validate");

  expect(stdout).toContain("mesh.yaml:1:8 error YamlSyntax");
  expect(code).toBe(1);
});
