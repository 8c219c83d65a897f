import { durationSeconds } from "../../contract";
import { formatDuration, type MeshIndex, type PortKey, type Product, type Seconds } from "../../mesh";
import { joined, say, type Text } from "../model";
import type { Judged, ProductPair } from "./judged";

/** A reader for which data goes too soon. */
interface LateReader {
  readonly what: Kept["what"];
  readonly seconds: Seconds;
  readonly reader: PortKey;
  readonly freshness: Seconds;
}

/** Where data goes sooner than a reader is sure to have read it, or than the contract promises, and did not before. */
export function retentionChanges({ before, after, base, head }: ProductPair): Judged[] {
  const late = new Set(lateReaders(before, base.index).map(readerKey));
  const promised = new Set(promiseShortages(before).map(({ key }) => key));
  return [
    ...byPort(lateReaders(after, head.index).filter((each) => !late.has(readerKey(each)))),
    ...promiseShortages(after)
      .filter(({ key }) => !promised.has(key))
      .map(({ sentence }) => judged(sentence)),
  ];
}

function judged(sentence: Text, wayOut?: Text): Judged {
  return {
    verdict: "breaks",
    change: { kind: "retentionTooShort", compatibility: "none", sentence },
    ...(wayOut === undefined ? {} : { wayOut }),
  };
}

const readerKey = ({ what, reader }: LateReader): string => `${what} ${reader}`;

function lateReaders(product: Product, index: MeshIndex): LateReader[] {
  return keptIn(product).flatMap(({ what, seconds }) =>
    productsMadeFrom(product.key, index)
      .filter(({ slo: { freshness = 0 } }) => freshness > seconds)
      .map(({ key, slo: { freshness = 0 } }) => ({ what, seconds, reader: key, freshness })),
  );
}

/** One sentence for all who miss something of the same port. */
function byPort(late: readonly LateReader[]): Judged[] {
  const ports = [...new Set(late.map(({ what }) => what))];
  return ports.flatMap((port) => {
    const readers = late.filter(({ what }) => what === port);
    const seconds = readers[0]?.seconds ?? 0;
    const slowest = Math.max(...readers.map(({ freshness }) => freshness));
    const names = joined(
      readers.map(({ reader, freshness }) => say`${reader} (${formatDuration(freshness)})`),
      ", ",
    );
    return judged(
      [
        ...say`${[port]} are kept for ${formatDuration(seconds)}; what is made from them may be older, and then misses some: `,
        ...names,
      ],
      say`keep ${[port]} for ${formatDuration(slowest)} at least, or agree on a better freshness with those who make something from them`,
    );
  });
}

/** A promise of the contract that no port keeps. */
interface Shortage {
  /** Stable: tells whether it was so before. */
  readonly key: string;
  readonly sentence: Text;
}

/** The port that keeps longest has to keep what the contract promises. */
function promiseShortages(product: Product): Shortage[] {
  const longest = Math.max(0, ...keptIn(product).map(({ seconds }) => seconds));
  if (longest === 0) return [];
  return (product.contract?.sla ?? []).flatMap((sla) => {
    const promised = sla.property === "retention" ? durationSeconds(sla.value, sla.unit) : undefined;
    if (promised === undefined || promised <= longest) return [];
    return {
      key: `contract ${sla.element ?? ""} ${sla.driver ?? ""}`,
      sentence: say`data is kept for ${formatDuration(longest)}, and the contract promises ${formatDuration(promised)}`,
    };
  });
}

interface Kept {
  readonly what: "records" | "objects" | "rows";
  readonly seconds: Seconds;
}

/** How long each port keeps its data; a schema keeps it for ever. */
function keptIn({ topic, bucket, schema }: Product): Kept[] {
  return [
    ...(topic === undefined
      ? []
      : [{ what: "records", seconds: topic.cleanup === "compact" ? Infinity : topic.retention } as const]),
    ...(bucket === undefined ? [] : [{ what: "objects", seconds: bucket.retention ?? Infinity } as const]),
    ...(schema === undefined ? [] : [{ what: "rows", seconds: Infinity } as const]),
  ];
}

const productsMadeFrom = (port: PortKey, { live, mesh }: MeshIndex): readonly Product[] =>
  (live.into.get(port) ?? []).flatMap((key) => mesh.ports.get(key) ?? []);
