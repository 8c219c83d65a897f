import fc from "fast-check";
import { parseAnyYaml } from "../../src/manifest/yaml/read-yaml";
import { readSimpleYaml } from "../../src/manifest/yaml/simple-yaml";
import { ANALYTICS, CONTRACT, MESH, ORDER_PLACED, ORDERS } from "../support/mesh-dir";
import { mutatedText, yamlLikeText } from "./arbitraries";

/** Where the simple reader answers, the full one has to give the same answer. */
function agrees(text: string): boolean {
  const value = readSimpleYaml(text);
  if (value === undefined) return false;
  expect({ text, value, problems: [] }).toStrictEqual({ text, ...parseAnyYaml("f", text) });
  return true;
}

test.each([MESH, ORDERS, ANALYTICS, ORDER_PLACED, CONTRACT])("reads manifests and contracts %#", (text) => {
  expect(agrees(text)).toBe(true);
});

test("agrees with the full reader on manifests with mistakes", () => {
  let answered = 0;
  fc.assert(
    fc.property(mutatedText, (text) => {
      if (agrees(text)) answered++;
    }),
    { numRuns: 3000 },
  );
  expect(answered).toBeGreaterThan(300);
});

test("agrees with the full reader on texts made of YAML's own pieces", () => {
  const line = fc.tuple(fc.constantFrom("a: ", "b: [", "c: {k: ", "d:\n  ", "e: - ", "f:\n- "), yamlLikeText);
  let answered = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      if (agrees(lines.map(([start, rest]) => `${start}${rest}\n`).join(""))) answered++;
    }),
    { numRuns: 4000 },
  );
  expect(answered).toBeGreaterThan(100);
});

test.each([
  ["a: 1\na: 2\n"],
  ["a: b: c\n"],
  ["a: 'it''s'\n"],
  ['a: "\\n"\n'],
  ["a: b\n  c\n"],
  ["__proto__: 1\n"],
  ["a: {b: 1, b: 2}\n"],
  ["a: *b\n"],
  ["a: |\n  b\n"],
  ["a:\tb\n"],
  ["- a\n"],
  ["a: [b\n"],
  ["a: .inf\n"],
  [`a: ${"[".repeat(40)}${"]".repeat(40)}\n`],
  ["a: 1\n---\nb: 2\n"],
  [Array.from({ length: 40 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
])("leaves %j to the full reader", (text) => {
  expect(readSimpleYaml(text)).toBeUndefined();
});
