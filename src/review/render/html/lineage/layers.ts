import type { Graph } from "./graph";

/**
 * Nodes in columns from left to right: what changes first, each other one column after the first that leads to it. Within
 * a column, nodes stand near those they are joined to, so that few lines cross.
 */
export function layersOf({ nodes, edges }: Graph): string[][] {
  const depths = depthsOf({ nodes, edges });
  const columns: string[][] = [];
  for (const { id } of nodes) (columns[depths.get(id) ?? 0] ??= []).push(id);
  // There, back and there again: more changes little.
  const before = neighbours(edges.map(({ from, to }) => [to, from]));
  const after = neighbours(edges.map(({ from, to }) => [from, to]));
  const order = columns.filter((column) => column !== undefined);
  for (let at = 1; at < order.length; at++) sortBy(order, at, at - 1, before);
  for (let at = order.length - 2; at >= 0; at--) sortBy(order, at, at + 1, after);
  for (let at = 1; at < order.length; at++) sortBy(order, at, at - 1, before);
  return order;
}

/** The least number of edges from a node that nothing leads to; circles start at their first node. */
function depthsOf({ nodes, edges }: Graph): Map<string, number> {
  const next = neighbours(edges.map(({ from, to }) => [from, to]));
  const reached = new Set(edges.map(({ to }) => to));
  const depths = new Map<string, number>();
  const roots = nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
  spread(roots, next, depths);
  for (const { id } of nodes) if (!depths.has(id)) spread([id], next, depths);
  return depths;
}

function spread(
  roots: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
  depths: Map<string, number>,
): void {
  for (const root of roots) depths.set(root, 0);
  // A list that grows while it is walked: breadth first.
  const queue = [...roots];
  for (const id of queue) {
    for (const to of next.get(id) ?? []) {
      if (depths.has(to)) continue;
      depths.set(to, (depths.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
}

function sortBy(
  columns: readonly string[][],
  at: number,
  by: number,
  joined: ReadonlyMap<string, readonly string[]>,
): void {
  const places = new Map(columns[by]?.map((id, place) => [id, place]));
  const column = columns[at] ?? [];
  const weights = new Map(
    column.map((id, place) => {
      const near = (joined.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
      return [id, near.length === 0 ? place : near.reduce((sum, each) => sum + each, 0) / near.length];
    }),
  );
  column.sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
}

function neighbours(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const list = found.get(from);
    if (list === undefined) found.set(from, [to]);
    else list.push(to);
  }
  return found;
}
