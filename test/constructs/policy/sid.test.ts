import fc from "fast-check";
import { policyValues, sidWord } from "../../../constructs/policy";
import { IDENTIFIERS } from "../../../src/names";

const kebab = fc
  .array(fc.stringMatching(/^[ab12]{1,3}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("-"))
  .filter((name) => new RegExp(IDENTIFIERS.domain.pattern).test(name));

describe("a name in a Sid", () => {
  it("reads like the name", () => {
    expect(sidWord("order-placed")).toBe("OrderPlaced");
    expect(sidWord("orders2")).toBe("Orders2");
    expect(sidWord("orders-2")).toMatch(/^0[0-9a-f]{12}Orders2$/);
  });

  it("is of letters and digits, and differs where names differ", () => {
    fc.assert(
      fc.property(kebab, kebab, (one, other) => {
        expect(sidWord(one)).toMatch(/^[A-Za-z0-9]+$/);
        expect(sidWord(one) === sidWord(other)).toBe(one === other);
      }),
    );
  });
});

describe("the values of a policy element", () => {
  it("are sorted and without repeats", () => {
    expect(policyValues(["b", "a", "b"])).toEqual(["a", "b"]);
  });

  it("stand alone when there is one", () => {
    expect(policyValues(["a", "a"])).toBe("a");
  });
});
