import { encode, ExtData } from "@msgpack/msgpack";
import fc from "fast-check";
import {
  attribute,
  canonical,
  completeBlock,
  CtyError,
  decodeJsonValue,
  decodeValue,
  encodeValue,
  impliedType,
  sortedSet,
  typeFromJson,
  typeToJson,
} from "../../../src/offline/cty";
import type { Block, CtyType, Value } from "../../../src/offline/model";
import { UNKNOWN } from "../../../src/offline/model";

const NAMES = fc.constantFrom("a", "b", "name", "tags_all", "x1");

const types: fc.Arbitrary<CtyType> = fc.letrec<{ type: CtyType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<CtyType>("string", "number", "bool"),
    fc.tuple(fc.constantFrom("list", "set", "map"), tie("type")) as fc.Arbitrary<CtyType>,
    fc.dictionary(NAMES, tie("type"), { noNullPrototype: true }).map((inner): CtyType => ["object", inner]),
    fc.array(tie("type"), { maxLength: 3 }).map((inner): CtyType => ["tuple", inner]),
  ),
})).type;

function valuesOf(type: CtyType): fc.Arbitrary<Value> {
  const known = (): fc.Arbitrary<Value> => {
    switch (type) {
      case "string":
        return fc.string({ unit: "binary" });
      case "number":
        return fc.oneof(fc.integer(), fc.maxSafeInteger(), fractions, bigIntegers);
      case "bool":
        return fc.boolean();
      case "dynamic":
        return fc.constant(null);
    }
    switch (type[0]) {
      case "list":
        return fc.array(valuesOf(type[1]), { maxLength: 4 });
      case "set":
        return fc.array(valuesOf(type[1]), { maxLength: 4 }).map(sortedSet);
      case "map":
        return fc
          .dictionary(fc.string(), valuesOf(type[1]), { maxKeys: 4, noNullPrototype: true })
          .filter(isWireMap);
      case "object":
        return fc.record(
          Object.fromEntries(Object.entries(type[1]).map(([name, inner]) => [name, valuesOf(inner)])),
          {
            noNullPrototype: true,
          },
        );
      case "tuple":
        return fc.tuple(...type[1].map(valuesOf));
    }
  };
  return fc.oneof(
    { weight: 6, arbitrary: known() },
    { weight: 1, arbitrary: fc.constantFrom<Value>(null, UNKNOWN) },
  );
}

const fractions = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((number) => !Number.isInteger(number));
const bigIntegers = fc.bigInt().filter((integer) => !Number.isSafeInteger(Number(integer)));
// The MessagePack library refuses this key rather than setting a prototype; the error is tested below.
const isWireMap = (value: object) => !Object.hasOwn(value, "__proto__");

const typedValues = types.chain((type) => valuesOf(type).map((value) => [type, value] as const));

function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof CtyError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("values on the wire", () => {
  test("every value of every type comes back as it was sent", () => {
    fc.assert(
      fc.property(typedValues, ([type, value]) => {
        const back = decodeValue(type, encodeValue(type, value));

        expect(canonical(back)).toBe(canonical(value));
      }),
      { numRuns: 500 },
    );
  });

  test("every value without unknowns comes back when its type is only known at run time", () => {
    const known = typedValues.filter(([, value]) => !canonical(value).includes("\u0000"));

    fc.assert(
      fc.property(known, ([, value]) => {
        expect(canonical(decodeValue("dynamic", encodeValue("dynamic", value)))).toBe(canonical(value));
      }),
      { numRuns: 200 },
    );
  });

  test("arbitrary bytes are a value or a CtyError, nothing else", () => {
    fc.assert(
      fc.property(types, fc.uint8Array({ maxLength: 64 }), (type, bytes) => {
        expect(problemOf(() => decodeValue(type, bytes))).toEqual(expect.any(String));
        expect(problemOf(() => decodeJsonValue(type, bytes))).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });

  test.each([0, 1, 12, -1, 99])("extension %i is an unknown value, whatever it carries", (code) => {
    const bytes = encode(new ExtData(code, encode({ 1: false, 2: "arn:" })));

    expect(decodeValue("string", bytes)).toBe(UNKNOWN);
  });

  test("an unknown value is written as Terraform writes it", () => {
    expect(encodeValue("string", UNKNOWN).toString("hex")).toBe("d40000");
  });

  test.each<[string, unknown, Value]>([
    ["an integer beyond a float", "12345678901234567890123", 12345678901234567890123n],
    ["an unsigned 64-bit integer", 18446744073709551615n, 18446744073709551615n],
    ["a small integer as text", "42", 42],
    ["a decimal fraction as text", "0.1", 0.1],
    ["a float", 0.5, 0.5],
    ["an exponent", "1e3", 1000],
  ])("%s is read as a number", (_, sent, value) => {
    expect(decodeValue("number", encode(sent, { useBigInt64: true }))).toBe(value);
  });

  test("a fraction is written as decimal text, so Terraform reads what the configuration says", () => {
    expect(encodeValue("number", 0.1)).toEqual(Buffer.from(encode("0.1")));
  });

  test("sets have one order and no duplicates", () => {
    const type: CtyType = ["set", "string"];

    expect(decodeValue(type, encode(["b", "a", "b"]))).toEqual(["a", "b"]);
    expect(encodeValue(type, ["c", "a", "c"])).toEqual(Buffer.from(encode(["a", "c"])));
  });

  test("two unknown elements of a set are both kept", () => {
    expect(
      decodeValue(["set", "string"], encodeValue(["set", "string"], [UNKNOWN, "a", UNKNOWN])),
    ).toHaveLength(3);
  });

  test.each<[string, CtyType, unknown, string]>([
    [
      "a wrong primitive",
      ["object", { a: ["list", "number"] }],
      { a: [1, true] },
      "a[1]: a number is required, not a bool",
    ],
    ["a word as a number", "number", "many", "a number is required, not a string"],
    ["a list instead of an object", ["object", { a: "bool" }], [], "an object is required, not a list"],
    ["a string instead of a map", ["map", "string"], "x", "an object is required, not a string"],
    ["a short tuple", ["tuple", ["bool", "bool"]], [true], "2 elements are required, not 1"],
    ["a value without its type", "dynamic", "x", "a pair of type and value is required"],
    [
      "a type that is none",
      "dynamic",
      [Buffer.from('["heap","string"]'), 1],
      "a list beginning with a string is no type",
    ],
  ])("%s is refused with its path", (_, type, sent, message) => {
    expect(problemOf(() => decodeValue(type, encode(sent)))).toBe(message);
  });

  test("truncated bytes and a key that would reach the prototype are refused", () => {
    const hostile = Buffer.concat([Buffer.from([0x81, 0xa9]), Buffer.from("__proto__"), Buffer.from([0x80])]);

    expect(problemOf(() => decodeValue("string", Buffer.from([0xa5, 0x61])))).toMatch(
      /^not valid MessagePack/,
    );
    expect(problemOf(() => decodeValue(["map", "bool"], hostile))).toMatch(/^not valid MessagePack/);
  });

  test.each<[string, CtyType, Value, string]>([
    ["a stray attribute", ["object", { a: "bool" }], { b: 1 }, "b: the schema has no such attribute"],
    ["a wrong type", ["map", "string"], { k: 1 }, "k: a string is required, not a number"],
    ["not a number", "number", Number.NaN, "a finite number is required, not a number"],
  ])("%s is not written", (_, type, value, message) => {
    expect(problemOf(() => encodeValue(type, value))).toBe(message);
  });
});

describe("values in a state file", () => {
  const type: CtyType = ["object", { name: "string", sizes: ["set", "number"], extra: "dynamic" }];
  const read = (json: string) => decodeJsonValue(type, Buffer.from(json));

  test("are read by type, with what the schema no longer has left out and what is missing null", () => {
    expect(read('{"name":"a","sizes":[2,1],"gone":true}')).toEqual({ name: "a", sizes: [1, 2], extra: null });
  });

  test("carry the type of a dynamic value beside it", () => {
    expect(read('{"extra":{"type":["list","string"],"value":["x"]}}')).toMatchObject({ extra: ["x"] });
  });

  test("are refused with a path when malformed", () => {
    expect(problemOf(() => read('{"name":7}'))).toBe("name: a string is required, not a number");
    expect(problemOf(() => read("{"))).toBe("not valid JSON");
  });
});

describe("types", () => {
  test("every type survives its JSON notation", () => {
    fc.assert(fc.property(types, (type) => expect(typeFromJson(typeToJson(type))).toEqual(type)));
  });

  const inner: Block = { attributes: { prefix: attribute("string", { optional: true }) }, blocks: {} };
  const block: Block = {
    attributes: { id: attribute("string", { computed: true }) },
    blocks: {
      rule: { nesting: "list", min: 0, max: 0, block: inner },
      tag: { nesting: "set", min: 0, max: 0, block: inner },
      timeouts: { nesting: "single", min: 0, max: 1, block: inner },
    },
  };

  test("a block is an object of its attributes and blocks", () => {
    const content: CtyType = ["object", { prefix: "string" }];

    expect(impliedType(block)).toEqual([
      "object",
      { id: "string", rule: ["list", content], tag: ["set", content], timeouts: content },
    ]);
  });

  test("a block is completed with nulls and empty lists, at every level", () => {
    expect(completeBlock(block, { rule: [{}] })).toEqual({
      id: null,
      rule: [{ prefix: null }],
      tag: [],
      timeouts: null,
    });
  });

  test("an attribute has every flag off by default", () => {
    expect(attribute("bool")).toEqual({
      type: "bool",
      required: false,
      optional: false,
      computed: false,
      sensitive: false,
      writeOnly: false,
    });
  });
});
