import type { PortKey } from "../../../mesh";
import type { ResourceReview, Review } from "../../model";
import { weighed } from "./losses";

/** What a review says of readers that fail, in numbers; what is in no set counts as not acknowledged. */
export interface Breaks {
  /** Resources and products. */
  readonly open: number;
  readonly acknowledged: number;
  /** Whether what is at an address of a stack is accepted. */
  readonly isAcknowledged: (stack: string, address: string) => boolean;
  readonly isProductAcknowledged: (port: PortKey) => boolean;
}

/** Counts what breaks. */
export function breaksOf({
  breakSets,
  stacks,
  products,
}: Pick<Review, "breakSets" | "stacks" | "products">): Breaks {
  const accepted = new Set(
    breakSets
      .filter(({ acknowledged }) => acknowledged !== undefined)
      .flatMap(({ breaks }) =>
        breaks.map(({ stack, address, port }) => (port === undefined ? keyOf(stack, address) : port)),
      ),
  );
  const found = [
    ...stacks.flatMap(({ stack, resources }) =>
      resources.filter(isBreaking).map(({ address }) => keyOf(stack, address)),
    ),
    ...products.filter(({ verdict }) => verdict === "breaks").map(({ port }) => port),
  ];
  const acknowledged = found.filter((key) => accepted.has(key)).length;
  return {
    open: found.length - acknowledged,
    acknowledged,
    isAcknowledged: (stack, address) => accepted.has(keyOf(stack, address)),
    isProductAcknowledged: (port) => accepted.has(port),
  };
}

/** True for a resource on which readers fail, whatever is worse about it. */
export const isBreaking = (resource: ResourceReview): boolean =>
  resource.verdict === "breaks" || resource.effects.some((effect) => weighed(effect, resource) === "breaks");

const keyOf = (stack = "", address = ""): string => JSON.stringify([stack, address]);
