import type { PortKey } from "../../mesh";
import type { Reader } from "./port-names";

/** A port that a resource holds data of, opens or watches. */
export interface Concern {
  readonly port: PortKey;
  /** Whom alone among its readers the resource serves; nobody for what is the producer's own. @default - everybody */
  readonly readers?: readonly Reader[];
}

/** A port of which every reader notices. */
export const forEverybody = (port: PortKey): Concern => ({ port });

/** A port of which no reader of another domain notices. */
export const forNobody = (port: PortKey): Concern => ({ port, readers: [] });

/** A port of which one reader notices. */
export const forReader =
  (reader: Reader) =>
  (port: PortKey): Concern => ({ port, readers: [reader] });

/** Each port once: who is concerned by one of two parts is concerned. */
export function merged(concerns: readonly Concern[]): Concern[] {
  const byPort = new Map<PortKey, Concern>();
  for (const concern of concerns) {
    const known = byPort.get(concern.port);
    byPort.set(concern.port, known === undefined ? concern : both(known, concern));
  }
  return [...byPort.values()];
}

function both(a: Concern, b: Concern): Concern {
  if (a.readers === undefined || b.readers === undefined) return forEverybody(a.port);
  return { port: a.port, readers: [...a.readers, ...b.readers] };
}
