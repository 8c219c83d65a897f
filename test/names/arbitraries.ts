import fc from "fast-check";
import { isReserved, type Site } from "../../src/names";

const first = fc.constantFrom(..."abcxyz");
const rest = (max: number) => fc.string({ unit: fc.constantFrom(..."abcxyz019"), maxLength: max });

/** One word of at most `max` characters. */
const word = (max: number) => fc.tuple(first, rest(max - 1)).map(([head, tail]) => head + tail);

/** Words joined by hyphens, of at most `max` characters; small alphabets make near-collisions likely. */
const kebab = (max: number) =>
  fc
    .tuple(
      word(6),
      fc.array(fc.string({ unit: fc.constantFrom(..."abx01"), minLength: 1, maxLength: 8 }), {
        maxLength: 5,
      }),
    )
    .map(([head, parts]) => [head, ...parts].join("-"))
    .filter((name) => name.length <= max);

export const domain = kebab(20).filter((name) => !isReserved("domain", name));
export const product = kebab(32).filter((name) => !isReserved("product", name));
export const app = kebab(32).filter((name) => !isReserved("app", name));
export const major = fc.integer({ min: 1, max: 99 });

export const site: fc.Arbitrary<Site> = fc.record({
  organisation: word(12).filter((name) => !isReserved("organisation", name)),
  environment: word(8),
  account: fc.string({ unit: fc.constantFrom(..."0189"), minLength: 12, maxLength: 12 }),
  region: fc.constantFrom("eu-central-1", "eu-central-2", "us-east-1", "ap-southeast-1", "us-gov-west-1"),
});

/** The longest of everything. */
export const longest = {
  domain: "a".repeat(20),
  product: "b".repeat(32),
  app: "c".repeat(32),
  major: 99,
  site: {
    organisation: "o".repeat(12),
    environment: "e".repeat(8),
    account: "123456789012",
    region: "ap-southeast-1",
  },
};

/** One list of words, cut into two names at two different places. */
export const splitTwoWays = fc
  .array(fc.constantFrom("a", "b", "x", "ab", "bx"), { minLength: 3, maxLength: 5 })
  .chain((words) =>
    fc.shuffledSubarray(
      words
        .slice(1)
        .map(
          (_, index) =>
            [words.slice(0, index + 1).join("-"), words.slice(index + 1).join("-")] as [string, string],
        ),
      { minLength: 2, maxLength: 2 },
    ),
  )
  .map(([one, other]) => [one ?? ["", ""], other ?? ["", ""]] as const);
