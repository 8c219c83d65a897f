import fc from "fast-check";
import { print, printJson } from "../../src/cli/print";

function printed(write: (io: { stdout: (text: string) => void }) => void): string {
  let out = "";
  write({ stdout: (text) => (out += text) });
  return out;
}

test("lines end with a line feed, and no lines are no text", () => {
  expect(printed((io) => print(io, ["a", "b"]))).toBe("a\nb\n");
  expect(printed((io) => print(io, []))).toBe("");
});

test("what a terminal would act on is written out, colours apart", () => {
  const hostile = "a\u001b]0;title\u0007b\rc\u202ed\u200be\u009bf\u001b[2Jg\u001b[31mred\u001b[39m";

  expect(printed((io) => print(io, [hostile]))).toBe(
    "a\\u001b]0;title\\u0007b\\u000dc\\u202ed\\u200be\\u009bf\\u001b[2Jg\u001b[31mred\u001b[39m\n",
  );
});

test("a line stays one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const lines = printed((io) => print(io, [text])).split(/\r\n|[\n\r\u2028\u2029\u0085]/);

      expect(lines).toHaveLength(2);
    }),
  );
});

test("JSON reads as what was written, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(JSON.parse(printed((io) => printJson(io, { text })))).toEqual({ text });
    }),
  );
});
