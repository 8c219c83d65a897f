import { compare } from "../collections";
import type { MeshIndex } from "../mesh-index";
import type { Mesh, PortKey } from "../model";
import { stronglyConnected } from "./strongly-connected";
import { feedsItself } from "./feeds";

/** Every circle of parents, each once and from its first domain in alphabetical order: `[a, b]` for a → b → a. */
export function parentCycles(mesh: Mesh): string[][] {
  const cycles: string[][] = [];
  const settled = new Set<string>();
  for (const start of mesh.domains.keys()) {
    const path = new Set<string>();
    let domain: string | undefined = start;
    while (domain !== undefined && !path.has(domain) && !settled.has(domain)) {
      path.add(domain);
      domain = mesh.domains.get(domain)?.parent;
    }
    if (domain !== undefined && path.has(domain)) {
      const steps = [...path];
      cycles.push(fromSmallest(steps.slice(steps.indexOf(domain))));
    }
    for (const each of path) settled.add(each);
  }
  return cycles;
}

/**
 * Products that are made from themselves, as far as the manifests say: of each knot of products one shortest circle,
 * from its first port in alphabetical order, in the direction of the data.
 */
export function productCycles({ mesh, majors, declared }: MeshIndex): PortKey[][] {
  const self = [...mesh.ports.values()]
    .filter((product) => feedsItself({ majors }, product))
    .map(({ key }) => [key]);
  const knots = stronglyConnected(declared.into).filter((knot) => knot.length > 1);
  const cycles = knots.map((knot) => shortestCycle(declared.into, new Set(knot)));
  return [...self, ...cycles].sort(([a = ""], [b = ""]) => compare(a, b));
}

/** The shortest way from the knot's first port back to itself, within the knot. */
function shortestCycle(
  edges: ReadonlyMap<PortKey, readonly PortKey[]>,
  knot: ReadonlySet<PortKey>,
): PortKey[] {
  const [start = ""] = [...knot].sort(compare);
  const cameFrom = new Map<PortKey, PortKey>();
  const queue = new Set([start]);
  for (const port of queue) {
    for (const next of [...(edges.get(port) ?? [])].sort(compare)) {
      if (next === start) return pathTo(port, cameFrom);
      if (!knot.has(next) || queue.has(next)) continue;
      cameFrom.set(next, port);
      queue.add(next);
    }
  }
  return [start];
}

function pathTo(end: PortKey, cameFrom: ReadonlyMap<PortKey, PortKey>): PortKey[] {
  const path: PortKey[] = [];
  for (let port: PortKey | undefined = end; port !== undefined; port = cameFrom.get(port)) path.unshift(port);
  return path;
}

function fromSmallest(cycle: readonly string[]): string[] {
  const [smallest = ""] = [...cycle].sort(compare);
  const at = cycle.indexOf(smallest);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
