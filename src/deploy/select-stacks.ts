import { boundaryStackName, PLATFORM_STACK } from "../names";
import type { Order } from "./schedule";

/** Where the names of stacks come from, and what is known of them. */
export interface Stacks {
  /** Every stack with those to deploy before it, in an order that fits. */
  readonly after: Order;
  /** True for a stack that is deployed as it is now. */
  readonly isDeployed: (stack: string) => boolean;
}

/**
 * The stacks that a run is about, with their order.
 *
 * @param names domains or stacks; none is all stacks. What they stand on comes with them, unless it is deployed as it is.
 * @throws Error when there is no stack of a name.
 */
export function selectForDeploy({ after, isDeployed }: Stacks, names: readonly string[]): Order {
  if (names.length === 0) return after;
  const selected = new Set(names.map((name) => known(after, name)));
  const queue = [...selected];
  for (let stack = queue.pop(); stack !== undefined; stack = queue.pop()) {
    for (const needed of after.get(stack) ?? []) {
      if (selected.has(needed) || isDeployed(needed)) continue;
      selected.add(needed);
      queue.push(needed);
    }
  }
  return within(after, selected);
}

/**
 * The stacks to destroy, each after those that stand on it. Boundaries are the platform's and serve other domains too:
 * they go only when named, or with everything.
 *
 * @throws Error when there is no stack of a name.
 */
export function selectForDestroy({ after }: Stacks, names: readonly string[]): Order {
  const selected = new Set(names.length === 0 ? after.keys() : names.map((name) => known(after, name)));
  const stacks = [...after.keys()].filter((name) => selected.has(name)).reverse();
  return new Map(
    stacks.map((stack) => [stack, stacks.filter((other) => (after.get(other) ?? []).includes(stack))]),
  );
}

function within(after: Order, selected: ReadonlySet<string>): Order {
  return new Map(
    [...after].flatMap(([stack, before]) =>
      selected.has(stack) ? [[stack, before.filter((each) => selected.has(each))]] : [],
    ),
  );
}

function known(after: Order, name: string): string {
  if (after.has(name)) return name;
  const isDomain = (stack: string): boolean =>
    stack !== PLATFORM_STACK && !stack.endsWith("-boundary") && after.has(boundaryStackName(stack));
  const domains = [...after.keys()].filter(isDomain);
  throw new Error(`there is no stack '${name}' in this environment; there are: ${domains.join(", ")}`);
}
