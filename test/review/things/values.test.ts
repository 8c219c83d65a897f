import { plain, Secret, UNKNOWN, type Value } from "../../../src/review/model";
import { isEmpty, numberOf, same, shown, strings, thingOf } from "../../../src/review/things";
import { change } from "../support/change";

describe("values in sentences", () => {
  it.each<[Value | undefined, string]>([
    [UNKNOWN, "(known after apply)"],
    [new Secret(1), "(sensitive)"],
    [null, "(none)"],
    [undefined, "(none)"],
    [["b", "a"], "b, a"],
    [{ a: 1 }, "(a block)"],
    [9_007_199_254_740_993n, "9007199254740993"],
    [false, "false"],
  ])("show %p as %s", (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it("take all ways to say nothing for one", () => {
    expect([null, undefined, "", [], {}].map(isEmpty)).toEqual([true, true, true, true, true]);
    expect(same(null, "")).toBe(true);
    expect(same({ a: null }, {})).toBe(true);
    expect(same(false, null)).toBe(false);
  });

  it("are the same part by part, unknown ones like themselves alone", () => {
    const secret = new Secret(1);

    expect(same([1, { a: secret }], [1, { a: secret }])).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same({ a: UNKNOWN }, { a: 1 })).toBe(false);
    expect(same(secret, new Secret(1))).toBe(false);
  });

  it("are numbers also where a text writes one", () => {
    expect([numberOf("12"), numberOf(3n), numberOf("12d"), numberOf(""), numberOf(UNKNOWN)]).toEqual([
      ...[12, 3, undefined, undefined, undefined],
    ]);
  });

  it("are lists of texts, sorted", () => {
    expect([strings(["b", "a"]), strings("a"), strings(null)]).toEqual([["a", "b"], ["a"], []]);
  });
});

describe("the name of a thing", () => {
  it("is its name before the change, in the words of the mesh", () => {
    const renamed = change({ type: "kafka_topic", before: { name: "a" }, after: { name: "b" } });

    expect(plain(thingOf(renamed))).toBe("topic `a`");
  });

  it("is its address when its type or its name is not known", () => {
    const unknown = change({ type: "kafka_topic", after: { name: UNKNOWN } });
    const strange = change({ type: "acme_thing", after: { name: "x" } });

    expect([plain(thingOf(unknown)), plain(thingOf(strange))]).toEqual([
      "`kafka_topic.it`",
      "`acme_thing.it`",
    ]);
  });
});
