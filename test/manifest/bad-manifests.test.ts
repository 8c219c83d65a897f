import { FILES } from "./cases/bad-manifest";
import { NAMES } from "./cases/names";
import { FIELDS } from "./cases/fields";
import { KINDS_OF_VALUES } from "./cases/kinds-of-values";
import { VALUES } from "./cases/values";
import { PORTS_AND_OBJECTIVES } from "./cases/ports-and-objectives";
import { findingsIn, headline, replaced } from "./support";

const CASES = {
  names: NAMES,
  fields: FIELDS,
  "kinds of values": KINDS_OF_VALUES,
  values: VALUES,
  "ports and objectives": PORTS_AND_OBJECTIVES,
};

describe.each(Object.entries(CASES))("bad %s", (_what, cases) => {
  test.each(cases.map((each) => [each.to.slice(0, 40), each] as const))("%s", (_to, each) => {
    const { path, text } = FILES[each.file];

    const findings = findingsIn({ [path]: replaced(text, each.from, each.to) });

    const found = findings.find((finding) => headline(finding) === `${path}:${each.at}`);
    expect(found ?? findings.map(headline)).toMatchObject({
      severity: "error",
      message: each.message,
      ...(each.value === undefined ? {} : { value: each.value }),
      ...(each.rule === undefined ? {} : { rule: each.rule }),
      fix: each.fix,
    });
  });
});

test("no finding speaks the schema library's words", () => {
  for (const { file, from, to } of Object.values(CASES).flat()) {
    const { path, text } = FILES[file];
    for (const { message } of findingsIn({ [path]: replaced(text, from, to) })) {
      expect(message).not.toMatch(/Invalid input|expected|received|Unrecognized|Too (big|small)|undefined/);
    }
  }
});

test.each([
  [`name: ${"X".repeat(70)}`, "3:7 NameTooLong"],
  ['name: "${A}"', "3:7 TemplateInjection"],
  [`name: "${"\\n".repeat(30)}"`, "3:7 ControlCharacter"],
])("a value has one finding, however many patterns it breaks: %s", (name, at) => {
  const { path, text } = FILES.orders;

  const findings = findingsIn({ [path]: replaced(text, "name: orders", name) });

  expect(findings.map(headline)).toEqual([`${path}:${at}`]);
});

test("a manifest that is a list, or text, is refused as a whole", () => {
  expect(findingsIn({ [FILES.orders.path]: "- a\n" }).map(headline)).toEqual([
    `${FILES.orders.path}:1:1 TypeInvalid`,
  ]);
  expect(findingsIn({ [FILES.orders.path]: "orders\n" })).toMatchObject([
    { code: "TypeInvalid", message: "this file is text, not fields with values" },
  ]);
});
