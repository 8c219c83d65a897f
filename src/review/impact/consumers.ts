import { compare, domainOf, sortedSet, type Access, type PortKey } from "../../mesh";
import type { Consumer, MeshSide, ResourceChange } from "../model";
import { forEverybody, type Concern } from "./concern";
import { concernsOf } from "./concerns-of";
import type { Reader } from "./port-names";

/**
 * Everybody who reads one of the ports before or after the change, and then everybody who reads what is made from it,
 * at any distance; each domain and port once, those that read directly first.
 */
export function consumersOf(ports: readonly PortKey[], base?: MeshSide, head?: MeshSide): Consumer[] {
  return consumersBy(ports.map(forEverybody), base, head);
}

/** The same for one change: a permission or a login of one reader is nobody else's. */
export function consumersOfChange(change: ResourceChange, base?: MeshSide, head?: MeshSide): Consumer[] {
  return consumersBy(concernsOf(change, sidesIn(base, head)), base, head);
}

function consumersBy(concerns: readonly Concern[], base?: MeshSide, head?: MeshSide): Consumer[] {
  const sides = sidesIn(base, head);
  const direct = concerns.flatMap((concern) => directConsumers(concern, sides));
  const known = new Set(direct.map(keyOf));
  const indirect = portsMadeFrom(concerns, direct, sides)
    .flatMap((port) => directConsumers(forEverybody(port), sides))
    .filter((consumer) => !known.has(keyOf(consumer)))
    .map(({ domain, team, port, products }) => ({ domain, team, port, apps: [], products, direct: false }));
  return [...direct.sort(byName), ...indirect.sort(byName)];
}

/** The newer side last: what it says counts where both say something. */
const sidesIn = (base?: MeshSide, head?: MeshSide): readonly MeshSide[] =>
  [base, head].filter((side) => side !== undefined);

const keyOf = ({ domain, port }: Consumer): string => `${domain} ${port}`;

const byName = (a: Consumer, b: Consumer): number => compare(a.domain, b.domain) || compare(a.port, b.port);

function directConsumers({ port, readers }: Concern, sides: readonly MeshSide[]): Consumer[] {
  const found = sides.map(({ index }) =>
    (index.accessesByPort.get(port) ?? []).filter((access) => isMeant(access, readers)),
  );
  return sortedSet(found.flat().map(({ consumer }) => consumer)).map((domain): Consumer => {
    const own = found.map((accesses) => accesses.filter(({ consumer }) => consumer === domain));
    const until = lastOf(own.findLast((accesses) => accesses.length > 0) ?? []);
    return {
      ...{ domain, team: teamOf(domain, sides), port },
      apps: sortedSet(own.flat().map(({ app }) => app)),
      products: productsMadeFrom(port, domain, sides),
      ...(until === undefined ? {} : { until }),
      direct: true,
    };
  });
}

const isMeant = ({ consumer, app }: Access, readers: readonly Reader[] | undefined): boolean =>
  readers === undefined ||
  readers.some((reader) => reader.domain === consumer && (reader.app ?? app) === app);

/** When the last app of a domain has to stop. */
const lastOf = (accesses: readonly Access[]): string | undefined =>
  accesses
    .map(({ until }) => until)
    .sort(compare)
    .at(-1);

/** The team that owns a domain; empty when no manifest says it. */
export function teamOf(domain: string, sides: readonly MeshSide[]): string {
  return (
    sides.findLast(({ index }) => index.mesh.domains.has(domain))?.index.mesh.domains.get(domain)?.owner
      .team ?? ""
  );
}

const madeFrom = (port: PortKey, sides: readonly MeshSide[]): PortKey[] =>
  sortedSet(sides.flatMap(({ index }) => index.live.into.get(port) ?? []));

const productsMadeFrom = (port: PortKey, domain: string, sides: readonly MeshSide[]): PortKey[] =>
  madeFrom(port, sides).filter((made) => domainOf(made) === domain);

/** Every port down the lineage: products of those who notice, and of the producing domain itself. */
function portsMadeFrom(
  concerns: readonly Concern[],
  direct: readonly Consumer[],
  sides: readonly MeshSide[],
): PortKey[] {
  const open = concerns.filter(({ readers }) => readers === undefined);
  const own = open.flatMap(({ port }) => productsMadeFrom(port, domainOf(port), sides));
  const seen = new Set([...direct.flatMap(({ products }) => products), ...own]);
  // A set that grows while it is walked is the queue of a breadth-first search.
  for (const port of seen) for (const made of madeFrom(port, sides)) seen.add(made);
  return sortedSet(seen);
}
