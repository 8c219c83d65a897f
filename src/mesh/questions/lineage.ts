import { compare, sortedSet } from "../collections";
import { domainOf } from "../keys";
import type { MeshIndex } from "../mesh-index";
import type { PortKey } from "../model";
import { readersOf } from "./access";

/** What hangs together with a port, at any distance; both lists sorted. */
export interface Lineage {
  readonly ports: readonly PortKey[];
  readonly domains: readonly string[];
}

/**
 * Whatever would notice a change of `port` today: the ports made from it, from those, and so on, and every domain
 * that makes or reads one of them.
 */
export function downstreamOf(index: MeshIndex, port: PortKey): Lineage {
  const ports = reachable(index.live.into, port);
  const readers = [port, ...ports].flatMap((each) => readersOf(index, each).map(({ consumer }) => consumer));
  return { ports, domains: sortedSet([...ports.map(domainOf), ...readers]) };
}

/** Whatever `port` is made from today, at any distance, and the domains that make it. */
export function upstreamOf(index: MeshIndex, port: PortKey): Lineage {
  const ports = reachable(index.live.from, port);
  return { ports, domains: sortedSet(ports.map(domainOf)) };
}

/** Every port that can be reached; the start only if it lies on a cycle. */
function reachable(edges: ReadonlyMap<PortKey, readonly PortKey[]>, start: PortKey): PortKey[] {
  const seen = new Set<PortKey>();
  const waiting: PortKey[] = [start];
  for (let port = waiting.pop(); port !== undefined; port = waiting.pop()) {
    for (const next of edges.get(port) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return [...seen].sort(compare);
}
