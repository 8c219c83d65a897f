import { ownVersion } from "../../src/synth/versions";
import { COMMANDS } from "../../src/cli/registry";
import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN } from "./support/files";
import { run } from "./support/run";

const ESCAPE = "\u001b";
const PAGES = [
  "--help",
  ...COMMANDS.map(({ name }) => `${name} --help`),
  "new domain --help",
  "new product --help",
  ...["world show --help", "world mark --help", "world reset --help"],
];

/** A row per command, and what is around them. */
const MOST_LINES_OF_FIRST_PAGE = COMMANDS.length + 17;

test.each(PAGES)("meshwright %s fits a screen of 24 lines and 100 columns", async (words) => {
  const { code, stdout, stderr } = await run("/", words);

  const lines = stdout.split("\n");
  expect(lines.length).toBeLessThanOrEqual(words === "--help" ? MOST_LINES_OF_FIRST_PAGE : 24);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(stdout).toMatch(/^Usage: meshwright /);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("the first page lists every command", async () => {
  const { stdout } = await run("/", "--help");

  for (const { name, summary } of COMMANDS) expect(stdout).toContain(`${name.padEnd(14)}  ${summary}`);
});

test("help of a command is the same page by both ways", async () => {
  expect((await run("/", "help validate")).stdout).toBe((await run("/", "validate --help")).stdout);
});

test("without a command there is nothing to run: the page goes to the other stream", async () => {
  const { code, stdout, stderr } = await run("/", []);

  expect(stdout).toBe("");
  expect(stderr).toContain("Commands:");
  expect(code).toBe(2);
});

test("--version prints the package's version", async () => {
  expect(await run("/", "--version")).toEqual({ code: 0, stdout: `${ownVersion()}\n`, stderr: "" });
});

test("a misspelt command or option names the one that may be meant", async () => {
  expect(await run("/", "valdate")).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: unknown command 'valdate'\n(Did you mean validate?)\n",
  });
  expect(await run("/", "validate --frmat json")).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: unknown option '--frmat'\n(Did you mean --format?)\n",
  });
});

test("a value that an option does not take could not run", async () => {
  const { code, stderr } = await run("/", "list --format sarif");

  expect(stderr).toBe(
    "error: option '--format <format>' argument 'sarif' is invalid. Allowed choices are human, json.\n",
  );
  expect(code).toBe(2);
});

test("a stack trace is for those who ask for it", async () => {
  const env = { MESHWRIGHT_DEBUG: "1" };

  expect((await run("/", "list --mesh nowhere")).stderr.split("\n")).toHaveLength(2);
  expect((await run("/", "list --mesh nowhere", { env })).stderr).toMatch(/\n {4}at /);
});

test("the mesh is that of MESHWRIGHT_MESH, and --mesh wins", async () => {
  const root = meshDir(validMesh());
  const env = { MESHWRIGHT_MESH: root };

  expect((await run("/", "list", { env })).code).toBe(0);
  expect((await run("/", "list --mesh nowhere", { env })).code).toBe(2);
  expect((await run("/", "list", { env: { MESHWRIGHT_MESH: "" } })).stderr).toBe(
    "error: there is no mesh.yaml in the working directory; name the mesh with --mesh or MESHWRIGHT_MESH, or start one with meshwright init\n",
  );
});

test("beside the working directory itself, the sample mesh of a clone is found", async () => {
  const files = Object.entries(validMesh()).map(([path, text]) => [`examples/shop/${path}`, text] as const);

  expect((await run(meshDir(Object.fromEntries(files)), "list")).code).toBe(0);
});

describe("colour", () => {
  const root = () => meshDir(validMesh(changed(DOMAIN, "order-management", "nobody")));

  test("is on a terminal alone", async () => {
    for (const words of ["validate", "list", "show orders", "show orders/order-placed"]) {
      expect((await run(root(), words)).stdout).not.toContain(ESCAPE);
      expect((await run(root(), words, { isTTY: true })).stdout).toContain(ESCAPE);
    }
  });

  test("is off with NO_COLOR, and on a terminal that has none", async () => {
    for (const env of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
      expect((await run(root(), "validate", { isTTY: true, env })).stdout).not.toContain(ESCAPE);
    }
    const empty = await run(root(), "validate", { isTTY: true, env: { NO_COLOR: "" } });
    expect(empty.stdout).toContain(ESCAPE);
  });

  test("is never in JSON", async () => {
    const { stdout } = await run(root(), "validate --format json", { isTTY: true });

    expect(stdout).not.toContain(ESCAPE);
  });
});
