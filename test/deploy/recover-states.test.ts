import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recoverStates } from "../../src/deploy/recover-states";

const WHOLE = '{"serial": 1}';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mw-states-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): void =>
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

it.each([
  ["empty", ""],
  ["half", '{"serial": 2, "resou'],
])("a state that Terraform left %s when it was killed is as it was before that run", async (_what, text) => {
  write({ "orders.tfstate": text, "orders.tfstate.backup": WHOLE });

  expect(await recoverStates(folder)).toEqual(["orders.tfstate"]);
  expect(read("orders.tfstate")).toBe(WHOLE);
  expect(readdirSync(folder)).toEqual(["orders.tfstate", "orders.tfstate.backup"]);
});

it("whole states stay, and so do those with nothing better beside them", async () => {
  const files = {
    ...{ "orders.tfstate": '{"serial": 2}', "orders.tfstate.backup": WHOLE },
    ...{ "erp.tfstate": "", "users.tfstate": "", "users.tfstate.backup": "" },
  };
  write(files);

  expect(await recoverStates(folder)).toEqual([]);
  expect(Object.keys(files).map(read)).toEqual(Object.values(files));
});

it("a state that is being written is left to its writer", async () => {
  write({ "orders.tfstate": "", "orders.tfstate.backup": WHOLE });

  const recovered = recoverStates(folder);
  write({ "orders.tfstate": '{"serial": 2}' });

  expect(await recovered).toEqual([]);
  expect(read("orders.tfstate")).toBe('{"serial": 2}');
});

it("a folder that is not there has no states", async () => {
  expect(await recoverStates(join(folder, "none"))).toEqual([]);
  expect(existsSync(join(folder, "none"))).toBe(false);
});
