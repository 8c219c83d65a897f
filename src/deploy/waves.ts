import type { Order } from "./schedule";

/** Stacks in groups: those of a group wait for earlier groups only. */
export function wavesOf(order: Order): string[][] {
  const depths = new Map<string, number>();
  const depthOf = (stack: string): number => {
    const known = depths.get(stack);
    if (known !== undefined) return known;
    const before = (order.get(stack) ?? []).filter((each) => order.has(each));
    const depth = Math.max(0, ...before.map((each) => depthOf(each) + 1));
    depths.set(stack, depth);
    return depth;
  };
  const waves: string[][] = [];
  for (const stack of order.keys()) (waves[depthOf(stack)] ??= []).push(stack);
  return waves;
}
