import { domainOf, type PortKey } from "../../../../mesh";
import { worst, type Consumer, type Review, type Verdict } from "../../../model";

/** A port, or a domain that reads. */
export interface GraphNode {
  readonly id: string;
  readonly kind: "port" | "reader";
  /** The port's key, or the domain. */
  readonly name: string;
  /** What stands in its box: the name without the domain. */
  readonly label: string;
  /** What there is to say of it, in short lines. */
  readonly notes: readonly string[];
  /** The worst that happens to a port; a reader's is that of what it reads directly. */
  readonly verdict: Verdict;
}

/** From what is read to who reads it, and from there to what is made of it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** False when something lies between that is not drawn. */
  readonly direct: boolean;
}

/** Who is reached by what changes. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The changed ports that somebody reads, who reads them, and what those make for others. */
export function lineageOf(review: Review): Graph {
  const verdicts = portVerdicts(review);
  const consumers = consumersIn(review);
  const read = new Set(consumers.map(({ port }) => port));
  const made = new Map(consumers.flatMap(({ domain, products }) => products.map((port) => [port, domain])));

  const ports = [...read].map((port): GraphNode => {
    const verdict = verdicts.get(port) ?? "none";
    return {
      id: portId(port),
      kind: "port",
      name: port,
      label: nameIn(port),
      notes: [`of ${domainOf(port)}`],
      verdict,
    };
  });
  const edges = [
    ...consumers.map(({ port, domain, direct }) => ({ from: portId(port), to: readerId(domain), direct })),
    // What a reader makes is drawn when it is read in turn.
    ...[...made].flatMap(([port, domain]) =>
      read.has(port) ? [{ from: readerId(domain), to: portId(port), direct: true }] : [],
    ),
  ];
  return { nodes: [...ports, ...readersOf(consumers, verdicts)], edges: distinct(edges) };
}

/** The worst that happens to each port, by its resources and its contract. */
function portVerdicts({ stacks, products }: Review): Map<PortKey, Verdict> {
  const found = new Map<PortKey, Verdict>();
  const add = (port: PortKey, verdict: Verdict): void =>
    void found.set(port, worst([found.get(port) ?? "none", verdict]));
  for (const { resources } of stacks) {
    for (const { ports, verdict } of resources) for (const port of ports) add(port, verdict);
  }
  for (const { port, verdict } of products) add(port, verdict);
  return found;
}

/** Everybody who reads, once for each port. */
function consumersIn({ stacks, products }: Review): Consumer[] {
  const all = [
    ...stacks.flatMap(({ resources }) => resources.flatMap(({ consumers }) => consumers)),
    ...products.flatMap(({ consumers }) => consumers),
  ];
  // Of one that also reads directly, this is what counts: the last one with a key stays.
  const sorted = [...all].sort((a, b) => Number(a.direct) - Number(b.direct));
  return [...new Map(sorted.map((consumer) => [`${consumer.port} ${consumer.domain}`, consumer])).values()];
}

function readersOf(consumers: readonly Consumer[], verdicts: ReadonlyMap<PortKey, Verdict>): GraphNode[] {
  const domains = [...new Set(consumers.map(({ domain }) => domain))].sort();
  return domains.map((domain): GraphNode => {
    const own = consumers.filter((consumer) => consumer.domain === domain);
    const direct = own.filter((consumer) => consumer.direct);
    const untils = [...new Set(direct.flatMap(({ until }) => until ?? []))].sort();
    return {
      id: readerId(domain),
      kind: "reader",
      name: domain,
      label: domain,
      notes: [
        `team ${own[0]?.team ?? ""}`,
        ...listed("app", new Set(own.flatMap(({ apps }) => apps))),
        ...listed("product", new Set(own.flatMap(({ products }) => products).map(nameIn))),
        ...(untils.length === 0 ? [] : [`agreed until ${untils[0] ?? ""}`]),
      ],
      verdict: worst(direct.map(({ port }) => verdicts.get(port) ?? "none")),
    };
  });
}

function listed(what: string, names: ReadonlySet<string>): string[] {
  const [first, ...others] = [...names].sort();
  if (first === undefined) return [];
  return [`${what} ${first}${others.length === 0 ? "" : ` and ${others.length} more`}`];
}

function distinct(edges: readonly GraphEdge[]): GraphEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge])).values()];
}

/** The name of a port without its domain. */
const nameIn = (port: PortKey): string => port.slice(domainOf(port).length + 1);

const portId = (port: PortKey): string => `port:${port}`;
const readerId = (domain: string): string => `reader:${domain}`;
