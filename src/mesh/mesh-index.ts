import { groupBy, push } from "./collections";
import { majorOf, productReference } from "./keys";
import type { Access, Mesh, PortKey, Product, ProductReference, Subscription } from "./model";
import { accessesOf } from "./questions/access";
import { feedsOf, type Feeds } from "./questions/feeds";

/** What questions look things up in; built once per mesh and day. */
export interface MeshIndex {
  readonly mesh: Mesh;
  /** `YYYY-MM-DD`: the day all answers are for. */
  readonly today: string;
  /** All majors of a product, lowest first. */
  readonly majors: ReadonlyMap<ProductReference, readonly Product[]>;
  /** Subscriptions of all domains by the port they name, there or not. */
  readonly subscriptions: ReadonlyMap<PortKey, readonly Subscription[]>;
  /** Domains by their parent. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** What may be read today. */
  readonly accesses: readonly Access[];
  readonly accessesByPort: ReadonlyMap<PortKey, readonly Access[]>;
  readonly accessesByConsumer: ReadonlyMap<string, readonly Access[]>;
  /** Which port is made from which, as far as the manifests say, allowed today or not. */
  readonly declared: Feeds;
  /** Which port is made from which, as far as it may be read today. */
  readonly live: Feeds;
}

/** Builds the index; linear in the size of the mesh. */
export function indexOf(mesh: Mesh, today: string): MeshIndex {
  const majors = groupBy(mesh.ports.values(), ({ domain, name }) => productReference(domain, name));
  const subscriptions = subscriptionsByPort(mesh);
  const accesses = accessesOf(mesh, today);
  const accessesByPort = groupBy(accesses, ({ port }) => port);
  const accessesByConsumer = groupBy(accesses, ({ consumer }) => consumer);
  const readable = new Set(accesses.map(({ consumer, port }) => readerOf(consumer, port)));
  const parts = { mesh, majors, subscriptions };

  return {
    ...parts,
    today,
    children: childrenOf(mesh),
    accesses,
    accessesByPort,
    accessesByConsumer,
    declared: feedsOf(parts, () => true),
    live: feedsOf(parts, (consumer, port) => readable.has(readerOf(consumer, port))),
  };
}

const readerOf = (consumer: string, port: PortKey): string => `${consumer} ${port}`;

function subscriptionsByPort(mesh: Mesh): Map<PortKey, Subscription[]> {
  const byPort = new Map<PortKey, Subscription[]>();
  for (const { subscriptions } of mesh.domains.values()) {
    for (const subscription of subscriptions) {
      push(byPort, majorOf(subscription.product, subscription.major), subscription);
    }
  }
  return byPort;
}

function childrenOf(mesh: Mesh): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { name, parent } of mesh.domains.values()) {
    if (parent !== undefined) push(children, parent, name);
  }
  return children;
}
