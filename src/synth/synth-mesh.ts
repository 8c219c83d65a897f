import { resolve } from "node:path";
import { FileCache } from "../manifest";
import { checkMesh, hasErrors, type MeshCheck } from "./check-mesh";
import { chooseEnvironment } from "./choose-environment";
import { viewOf, type MeshView } from "./mesh-view";
import { planStacks } from "./plan-stacks";
import { ownVersion, versionsOfEverything } from "./versions";
import { writeStacks, type WriteResult } from "./write-stacks";

/** What to synthesise, and where to. */
export interface SynthOptions {
  /** The folder of `mesh.yaml`. */
  readonly root: string;
  /** The framework's output folder, such as `cdktf.out`. */
  readonly outdir: string;
  /**
   * An environment of `mesh.yaml`.
   * @default - the first unprotected one
   */
  readonly environment?: string;
  /** `YYYY-MM-DD`: the day that decides which agreements hold. */
  readonly today: string;
  /**
   * Where results of reading files are kept.
   * @default - nowhere: every file is read anew
   */
  readonly cacheFile?: string;
  /** Called after each stack, for progress. */
  readonly onStack?: (name: string, written: boolean) => void;
}

/** The outcome: stacks are there only when nothing was found that stops them. */
export interface SynthResult {
  readonly check: MeshCheck;
  readonly view?: MeshView;
  readonly stacks?: WriteResult;
}

/**
 * Checks a mesh and brings the output folder up to date with it. When there is an error, nothing is written.
 *
 * @throws Error when there is no environment of that name, or the output cannot be written.
 */
export function synthMesh(options: SynthOptions): SynthResult {
  const { root, today, cacheFile, environment, onStack } = options;
  const cache = cacheFile === undefined ? undefined : FileCache.open(cacheFile, ownVersion());
  const check = checkMesh(root, today, cache);
  const { index } = check;
  cache?.save();
  if (index === undefined || hasErrors(check.problems)) return { check };

  const view = viewOf(index, chooseEnvironment(index.mesh.environments, environment));
  const outdir = resolve(options.outdir);
  const stacks = writeStacks(planStacks(view), { outdir, versions: versionsOfEverything(), onStack });
  return { check, view, stacks };
}
