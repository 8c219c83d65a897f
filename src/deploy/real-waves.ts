import { synthMesh, type SynthOptions, type SynthResult } from "../synth";
import type { Verb } from "./report";
import { selectForDeploy, selectForDestroy } from "./select-stacks";
import { stacksIn } from "./stacks-in";
import { wavesOf } from "./waves";

/** What goes to a real environment. */
export interface RealOptions extends Pick<SynthOptions, "root" | "outdir" | "today"> {
  readonly verb: Verb;
  readonly environment: string;
  /** Domains or stacks, each for itself; none is all stacks. */
  readonly names: readonly string[];
}

/**
 * The stacks in groups that wait for earlier groups only. What was deployed before is not known here, so that a name
 * means its own stack alone.
 *
 * @throws Error when there is no environment or stack of a name.
 */
export function realWaves({ verb, names, ...input }: RealOptions): {
  readonly synth: SynthResult;
  /** None when the mesh has errors. */
  readonly waves: readonly (readonly string[])[];
} {
  const synth = synthMesh(input);
  if (synth.stacks === undefined) return { synth, waves: [] };
  const stacks = { after: stacksIn(input.outdir), isDeployed: () => true };
  const select = verb === "destroy" ? selectForDestroy : selectForDeploy;
  return { synth, waves: wavesOf(select(stacks, names)) };
}
