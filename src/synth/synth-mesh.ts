import { join, relative, resolve, sep } from "node:path";
import { offlineState } from "../../stacks/state";
import { FileCache, type EnvironmentManifest } from "../manifest";
import { checkMesh, hasErrors, type MeshCheck } from "./check-mesh";
import { chooseEnvironment } from "./choose-environment";
import { stateOf } from "./environment-of";
import { viewOf, type MeshView } from "./mesh-view";
import { planStacks } from "./plan-stacks";
import { versionsOfEverything } from "./versions";
import { writeStacks, type StackFailure, type WriteResult } from "./write-stacks";

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
   * Folder for the state of all stacks, when they are for the offline engine.
   * @default - state is where the environment keeps it
   */
  readonly offlineDirectory?: string;
  /**
   * Where results of reading files are kept.
   * @default - nowhere: every file is read anew
   */
  readonly cacheFile?: string;
  /** Called after each stack, for progress. */
  readonly onStack?: (name: string, written: boolean) => void;
}

/** The outcome. Unless the mesh is right and every stack can be made, the output folder is as it was. */
export interface SynthResult {
  readonly check: MeshCheck;
  /** Undefined when the mesh has errors. */
  readonly view?: MeshView;
  /** Undefined when the mesh has errors, or a stack cannot be made. */
  readonly stacks?: WriteResult;
  /** Why stacks cannot be made. */
  readonly failures: readonly StackFailure[];
}

/**
 * Checks a mesh and brings the output folder up to date with it. When there is an error, nothing is written.
 *
 * @throws Error when there is no environment of that name, or the output cannot be written.
 */
export function synthMesh(options: SynthOptions): SynthResult {
  const { root, today, cacheFile, environment, onStack } = options;
  const versions = versionsOfEverything();
  const cache = cacheFile === undefined ? undefined : FileCache.open(cacheFile, versions);
  const check = checkMesh(root, today, cache);
  const { index } = check;
  cache?.save();
  if (index === undefined || hasErrors(check.problems)) return { check, failures: [] };

  const manifest = chooseEnvironment(index.mesh.environments, environment);
  const outdir = resolve(options.outdir);
  const view = viewOf(index, manifest, stateLocationOf(manifest, outdir, options));
  const stacks = writeStacks(planStacks(view), { outdir, versions, onStack });
  const { failed } = stacks;
  return failed.length > 0 ? { check, view, failures: failed } : { check, view, stacks, failures: [] };
}

function stateLocationOf(manifest: EnvironmentManifest, outdir: string, { offlineDirectory }: SynthOptions) {
  const real = stateOf(manifest);
  if (offlineDirectory === undefined) return real;
  const stackFolder = join(outdir, "stacks", "any");
  return offlineState(real, relative(stackFolder, offlineDirectory).split(sep).join("/"));
}
