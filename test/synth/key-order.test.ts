import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { checkMesh, chooseEnvironment, planStacks, viewOf } from "../../src/synth";
import { meshDir, type Files } from "../support/mesh-dir";
import { SHOP, TODAY } from "../support/shop";

/** Every file that a mesh is read from, as plain data. */
const MANIFESTS = readdirSync(SHOP, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(yaml|json)$/.test(path))
  .map((path): [string, unknown] => [path, parse(richer(path, readFileSync(join(SHOP, path), "utf8")))]);

/** With several keys of a person's choice, in an order that is not the alphabet's, where the shop has at most one. */
function richer(path: string, text: string): string {
  if (path === "mesh.yaml") {
    return text
      .replace("restricted: [eu-central-1]", "restricted: [eu-central-1]\n    confidential: [eu-central-1]")
      .replace('erp: { account: "777788889999" }', "$&\n      analytics: { region: eu-central-1 }");
  }
  return path.includes("products/page-view/")
    ? text.replace(/topic: \{/, '$& config: { segment.ms: "86400000", retention.bytes: "1000000" },')
    : text;
}

/** The same data with the keys of every object in another order; lists keep theirs. */
function reordered(value: unknown, orderOf: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => reordered(each, orderOf));
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    orderOf(Object.keys(fields)).map((key) => [key, reordered(fields[key], orderOf)]),
  );
}

function written(orderOf: (keys: string[]) => string[]): string {
  const files: Files = Object.fromEntries(
    MANIFESTS.map(([path, value]) => [path, stringify(reordered(value, orderOf), { lineWidth: 0 })]),
  );
  return meshDir(files);
}

/** What is found, and by its name the exact text of what every stack of every environment is made from. */
function outcome(root: string): ReadonlyMap<string, string> {
  const { index, problems } = checkMesh(root, TODAY);
  if (index === undefined) throw new Error("mesh.yaml cannot be read");
  const findings = problems.map(({ code, at, message }) => `${code} ${at.file} ${message}`).sort();
  const stacks = ["dev", "prod"].flatMap((name) => {
    const view = viewOf(index, chooseEnvironment(index.mesh.environments, name));
    return [...planStacks(view)].map((plan): [string, string] => [
      `${name} ${plan.name}`,
      JSON.stringify(plan.input),
    ]);
  });
  return new Map([["findings", findings.join("\n")], ...stacks]);
}

describe("the order of keys in a manifest changes nothing: not what is found, no byte that a stack is made from", () => {
  const expected = outcome(written((keys) => keys));
  const differing = (orderOf: (keys: string[]) => string[]): string[] => {
    const actual = outcome(written(orderOf));
    expect(actual.size).toBe(expected.size);
    return [...expected].filter(([name, text]) => actual.get(name) !== text).map(([name]) => name);
  };

  test("there is something to compare", () => {
    expect(expected.size).toBeGreaterThan(20);
    expect(expected.get("prod traffic")).toContain('"retention.bytes":"1000000","segment.ms":"86400000"');
  });

  test("turned round", () => {
    expect(differing((keys) => [...keys].reverse())).toEqual([]);
  });

  test("in any order", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const shuffled = (keys: string[]): string[] =>
          keys
            .map((key) => ({ key, weight: numbers.next().value as number }))
            .sort((a, b) => a.weight - b.weight)
            .map(({ key }) => key);
        expect(differing(shuffled)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
