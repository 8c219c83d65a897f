import { productReviews } from "../../../src/review/impact";
import { plain, type ProductReview } from "../../../src/review/model";
import { PORT, side, TODAY, type Over } from "./side";

/** What is said of the product when it changes. */
const review = (before: Over, after: Over): ProductReview | undefined =>
  productReviews(side(before), side(after), TODAY).find(({ port }) => port === PORT);

const said = (found: ProductReview | undefined) => found?.changes.map(({ sentence }) => plain(sentence));

describe("a port", () => {
  const withoutBucket: Over = { product: { ports: { topic: {}, schema: { tables: ["orders"] } } } };

  test("that goes breaks those who read the product, with a way out", () => {
    const found = review({}, withoutBucket);

    expect(found).toMatchObject({ verdict: "breaks", needed: "none" });
    expect(said(found)).toEqual([
      `port \`bucket\` is removed; \`analytics/reader\` and \`analytics/revenue\` read it`,
    ]);
    expect(plain(found?.wayOut ?? [])).toBe("keep port `bucket` until its readers have moved");
  });

  test("that nobody reads goes without a noise, and so does one that never was built", () => {
    const alone: Over = { without: "revenue", product: { shares: [] } };
    const unread = { ...alone, product: { ...alone.product, ...withoutBucket.product } };
    const draft = { lifecycle: "draft" } as const;

    expect(review(alone, unread)).toMatchObject({ verdict: "none", changes: [{ kind: "portRemoved" }] });
    expect(review({ product: draft }, { product: { ...draft, ...withoutBucket.product } })?.verdict).toBe(
      "none",
    );
  });

  test("that comes is additive", () => {
    const found = review(withoutBucket, {});

    expect(found).toMatchObject({ verdict: "additive", changes: [{ kind: "portAdded" }] });
    expect(said(found)).toEqual(["port `bucket` is added"]);
  });
});
