import { nearest } from "../../src/finding";

test.each([
  ["lifecylce", "lifecycle"],
  ["purpos", "purpose"],
  ["Contract", "contract"],
  ["ports", "ports"],
])("%s is taken for %s", (word, meant) => {
  expect(nearest(word, ["ports", "purpose", "lifecycle", "contract"])).toBe(meant);
});

test("nothing is suggested for what is no slip of the hand", () => {
  expect(nearest("zebra", ["ports", "purpose"])).toBeUndefined();
  expect(nearest("x", [])).toBeUndefined();
});

test("of two that are as close, the first in alphabetical order", () => {
  expect(nearest("rat", ["hat", "cat", "bat"])).toBe("bat");
});
