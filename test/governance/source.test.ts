import fc from "fast-check";
import { parse } from "yaml";
import { quotedList, yamlEntry } from "../../src/governance/source";

describe("YAML in a fix", () => {
  it("is plain where that is enough", () => {
    expect(
      yamlEntry({ product: "users/user-profile", version: 1, purpose: "a: b", until: "2027-06-30" }),
    ).toBe('- { product: users/user-profile, version: 1, purpose: "a: b", until: 2027-06-30 }');
  });

  it("is read back as the same, whatever the text", () => {
    const words = fc.constantFrom(
      "true",
      "No",
      "null",
      "~",
      "- a",
      "# b",
      "1e3",
      "{}",
      "a: b",
      'say "hi"',
      "*x",
      "é",
    );
    const text = fc.oneof(words, fc.string({ unit: "grapheme", minLength: 1 }));

    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 99 }), (purpose, version) => {
        for (const yamlVersion of ["1.1", "1.2"] as const) {
          expect(parse(yamlEntry({ purpose, version }), { version: yamlVersion })).toEqual([
            { purpose, version },
          ]);
        }
      }),
    );
  });
});

describe("a list in words", () => {
  it("joins the last with 'and'", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(quotedList)).toEqual([
      "",
      "'a'",
      "'a' and 'b'",
      "'a', 'b' and 'c'",
    ]);
  });
});
