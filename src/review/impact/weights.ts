import type { Compatibility, ContractChangeKind } from "../../contract";
import type { ContractWeight, MeshPolicy } from "../../mesh";

/** How the platform weighs changes of contracts on a day, where it does not weigh them as usual. */
export interface Weights {
  readonly counts: Partial<Readonly<Record<ContractChangeKind, Compatibility>>>;
  readonly entries: ReadonlyMap<string, ContractWeight>;
}

/** The entries that hold on the day `today`; of two for one kind of change the first counts. */
export function weightsOf({ contractWeights }: Pick<MeshPolicy, "contractWeights">, today: string): Weights {
  const entries = new Map<ContractChangeKind, ContractWeight>();
  for (const weight of contractWeights) {
    if (weight.until >= today && !entries.has(weight.change)) entries.set(weight.change, weight);
  }
  return {
    counts: Object.fromEntries([...entries].map(([change, { counts }]) => [change, counts])),
    entries,
  };
}
