interface Visit {
  readonly node: string;
  readonly targets: readonly string[];
  /** How many of the targets have been looked at. */
  done: number;
}

/**
 * The strongly connected components of a graph, by Tarjan's algorithm. It keeps its own stack, so that a long chain
 * of products does not overflow the call stack.
 */
export function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];
  const visits: Visit[] = [];

  const enter = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    visits.push({ node, targets: edges.get(node) ?? [], done: 0 });
  };
  const lower = (node: string, to: number): void => void low.set(node, Math.min(low.get(node) ?? to, to));
  const leave = (node: string): void => {
    if (low.get(node) !== order.get(node)) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const each of component) isOpen.delete(each);
    components.push(component);
  };

  for (const start of edges.keys()) {
    if (!order.has(start)) enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const next = visit.targets[visit.done++];
      if (next === undefined) {
        visits.pop();
        leave(node);
        const above = visits.at(-1);
        if (above !== undefined) lower(above.node, low.get(node) ?? 0);
      } else if (!order.has(next)) {
        enter(next);
      } else if (isOpen.has(next)) {
        lower(node, order.get(next) ?? 0);
      }
    }
  }
  return components;
}
