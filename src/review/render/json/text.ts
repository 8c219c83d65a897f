import type { Review } from "../../model";
import { documentOf, reviewDocument, stackDocument } from "./document";

/** From so many resources on, a text that people could read is too long for any of them, and for the memory. */
const MANY = 10_000;

/**
 * A review for programs as text: with line breaks and blanks for people who look at it, or, when it is very long, with
 * one line for each stack. Nothing is ever left out.
 *
 * @param many resources from which on it is very long
 */
export function reviewText(review: Review, many: number = MANY): string {
  const number = review.stacks.reduce((sum, { resources }) => sum + resources.length, 0);
  return number < many ? `${JSON.stringify(reviewDocument(review), undefined, 2)}\n` : byStack(review);
}

/** One stack after the other, so that they are never all there as objects and as text at once. */
function byStack(review: Review): string {
  const parts = Object.entries(documentOf(review, [])).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "stacks")
      return value === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}`];
    const stacks = review.stacks.map((stack) => JSON.stringify(stackDocument(stack)));
    return [`"stacks": [\n${stacks.join(",\n")}\n]`];
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
