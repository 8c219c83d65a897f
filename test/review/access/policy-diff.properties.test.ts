import fc from "fast-check";
import { diffLines, policy } from "./texts";
import { anyStatement, rewritten } from "./statements";

test("a policy does not differ from itself, however it is written", () => {
  fc.assert(
    fc.property(
      fc.array(anyStatement, { maxLength: 6 }),
      fc.infiniteStream(fc.boolean()),
      (statements, coins) => {
        const again = rewritten(statements, coins);

        expect(
          diffLines(policy(...statements), JSON.stringify({ Statement: again, Version: "2012-10-17" })),
        ).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("a statement that is added is never silent, nor is one that is removed", () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 5 }), anyStatement, fc.nat(), (statements, more, at) => {
      const index = at % (statements.length + 1);
      const with_ = [...statements.slice(0, index), more, ...statements.slice(index)];

      expect(diffLines(policy(...statements), policy(...with_))).not.toEqual([]);
      expect(diffLines(policy(...with_), policy(...statements))).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("the lines do not depend on the order of the statements", () => {
  fc.assert(
    fc.property(
      fc.array(anyStatement, { maxLength: 5 }),
      fc.array(anyStatement, { maxLength: 5 }),
      (before, after) => {
        const backwards = diffLines(policy(...[...before].reverse()), policy(...[...after].reverse()));

        expect(backwards).toEqual(diffLines(policy(...before), policy(...after)));
      },
    ),
    { numRuns: 200 },
  );
});

test("any two texts have a diff, and it is empty for equal ones", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.oneof(fc.string(), fc.json()), (before, after) => {
      expect(diffLines(before, before)).toEqual([]);
      expect(Array.isArray(diffLines(before, after))).toBe(true);
    }),
  );
});
