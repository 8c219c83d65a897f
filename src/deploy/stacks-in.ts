import { readIndex } from "../synth/output-index";
import type { Order } from "./schedule";
import { wavesOf } from "./waves";

/** Every stack of an output folder, each behind those to deploy before it. */
export function stacksIn(outdir: string): Order {
  const after: Order = new Map([...readIndex(outdir)].map(([stack, entry]) => [stack, entry.after]));
  return new Map(
    wavesOf(after).flatMap((wave) => wave.map((stack) => [stack, after.get(stack) ?? []] as const)),
  );
}
