import { durationSeconds } from "../../contract";
import { formatDuration, type MeshIndex, type PortKey, type Product, type Seconds } from "../../mesh";
import { say, type Text } from "../model";
import type { Judged, ProductPair } from "./judged";

/** Something that needs data to stay longer than it is kept. */
interface Shortage {
  /** Stable: tells whether it was so before. */
  readonly key: string;
  readonly sentence: Text;
}

/** Where data goes sooner than a reader is sure to have read it, or than the contract promises, and did not before. */
export function retentionChanges({ before, after, base, head }: ProductPair): Judged[] {
  const known = new Set(shortagesOf(before, base.index).map(({ key }) => key));
  return shortagesOf(after, head.index)
    .filter(({ key }) => !known.has(key))
    .map(({ sentence }) => ({
      verdict: "breaks",
      change: { kind: "retentionTooShort", compatibility: "none", sentence },
    }));
}

function shortagesOf(product: Product, index: MeshIndex): Shortage[] {
  const kept = keptIn(product);
  return [
    ...kept.flatMap(({ what, seconds }) =>
      productsMadeFrom(product.key, index).flatMap(({ key, slo: { freshness = 0 } }): Shortage[] =>
        freshness <= seconds
          ? []
          : [
              {
                key: `${what} ${key}`,
                sentence: say`${[what]} are kept for ${formatDuration(seconds)}, and ${key}, which is made from them, may be ${formatDuration(freshness)} old: it misses some`,
              },
            ],
      ),
    ),
    ...promiseShortages(product, Math.max(0, ...kept.map(({ seconds }) => seconds))),
  ];
}

/** The port that keeps longest has to keep what the contract promises. */
function promiseShortages({ contract }: Product, longest: Seconds): Shortage[] {
  if (longest === 0) return [];
  return (contract?.sla ?? []).flatMap((sla) => {
    const promised = sla.property === "retention" ? durationSeconds(sla.value, sla.unit) : undefined;
    if (promised === undefined || promised <= longest) return [];
    return {
      key: `contract ${sla.element ?? ""} ${sla.driver ?? ""}`,
      sentence: say`data is kept for ${formatDuration(longest)}, and the contract promises ${formatDuration(promised)}`,
    };
  });
}

/** How long each port keeps its data; a schema keeps it for ever. */
function keptIn({ topic, bucket, schema }: Product): { what: string; seconds: Seconds }[] {
  return [
    ...(topic === undefined
      ? []
      : [{ what: "records", seconds: topic.cleanup === "compact" ? Infinity : topic.retention }]),
    ...(bucket === undefined ? [] : [{ what: "objects", seconds: bucket.retention ?? Infinity }]),
    ...(schema === undefined ? [] : [{ what: "rows", seconds: Infinity }]),
  ];
}

const productsMadeFrom = (port: PortKey, { live, mesh }: MeshIndex): readonly Product[] =>
  (live.into.get(port) ?? []).flatMap((key) => mesh.ports.get(key) ?? []);
