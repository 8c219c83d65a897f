import { domainOf, type PortKey } from "../../mesh";
import { listedUpTo, type Consumer, type MeshSide, type Text } from "../model";

/** More names than these say nothing new in a sentence; all are in the list of consumers. */
const MOST_NAMES = 6;

/** Who reads a port directly, before or after a change. */
export interface PortReaders {
  readonly consumers: readonly Consumer[];
  /** `analytics/revenue-daily`: the apps of other domains, and own products that are made from the port; sorted. */
  readonly names: readonly string[];
}

/** The readers of a port, of other domains and of its own. */
export function readersOfPort(
  port: PortKey,
  consumers: readonly Consumer[],
  sides: readonly MeshSide[],
): PortReaders {
  const foreign = consumers
    .filter((consumer) => consumer.direct && consumer.port === port)
    .flatMap(({ domain, apps }) => apps.map((app) => `${domain}/${app}`));
  const own = sides
    .flatMap(({ index }) => index.live.into.get(port) ?? [])
    .filter((made) => domainOf(made) === domainOf(port));
  return { consumers, names: [...new Set([...foreign, ...own])].sort() };
}

/** `analytics/revenue` reads it. */
export function readIt({ names }: PortReaders): Text {
  return [...namesOf(names), names.length === 1 ? " reads it" : " read it"];
}

/** Names in a row, the first few of them. */
export const namesOf = (names: readonly string[]): Text => listedUpTo(names, MOST_NAMES);
