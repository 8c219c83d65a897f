import { planEntry } from "../../mesh";
import { say, type LossSet, type MeshSide, type StackInput } from "../model";
import { lossesOf } from "./losses-of";
import { acknowledgedOf, placeOf, PLATFORM } from "./place";
import { riskHash } from "./risk-hash";

/** A stack with its plan, when there is one. */
export type LossSource = Pick<StackInput, "stack" | "domain" | "plan" | "outcome">;

/**
 * What each stack would lose, with the hash that accepts exactly that, and whether it is accepted; stacks that lose
 * nothing are left out.
 *
 * @param accepted hashes that a label or a flag accepts
 * @param today `YYYY-MM-DD`
 * @param environment its name, where it is known without the mesh
 */
export function lossSets(
  stacks: readonly LossSource[],
  head: MeshSide | undefined,
  accepted: readonly string[],
  today: string,
  environment = head?.environment.name ?? "",
): LossSet[] {
  return stacks.flatMap(({ stack, domain = PLATFORM, plan }): LossSet[] => {
    const losses = plan === undefined ? [] : lossesOf(plan);
    if (losses.length === 0) return [];
    const hash = riskHash("loss", { environment, of: stack }, losses);
    const place = head && placeOf(head.index.mesh, domain);
    const acknowledged = acknowledgedOf(hash, place, accepted, today);
    return [
      {
        ...{ domain, stack, hash },
        about: say`stack ${stack} in ${environment}: ${[losses.length === 1 ? "1 data loss" : `${losses.length} data losses`]}`,
        losses: losses.map(({ address, sentence }) => ({ stack, address, sentence })),
        ...(acknowledged === undefined ? {} : { acknowledged }),
        entry: planEntry(hash, today),
        ...(place === undefined ? {} : { file: place.file }),
      },
    ];
  });
}
