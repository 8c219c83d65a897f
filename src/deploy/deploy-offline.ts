import { join } from "node:path";
import { withEngine } from "../offline/run";
import { Simulation, simulatedTypes } from "../offline/simulation";
import { World } from "../offline/world";
import { checkMesh, findEnvironment, synthMesh, type SynthResult } from "../synth";
import { offlineFolder } from "../synth/settings";
import { holdRun } from "./hold-run";
import type { LossJudge } from "./judge-losses";
import { loadJudge } from "./load-judge";
import { recoverStates } from "./recover-states";
import type { RunReport, Verb } from "./report";
import { runStacks, type Progress, type RunOptions } from "./run-stacks";
import type { Order } from "./schedule";
import { selectForDeploy, selectForDestroy } from "./select-stacks";
import { StackJson } from "./stack-json";
import { stacksIn } from "./stacks-in";
import type { Terraform } from "./terraform";
import { OfflineWorkspace } from "./workspace";

/** What is deployed to simulated providers, and how. */
export interface OfflineOptions {
  readonly verb: Verb;
  /** Absolute path of the folder that `.meshwright` is in. */
  readonly directory: string;
  /** The folder of `mesh.yaml`. */
  readonly root: string;
  /**
   * An environment of `mesh.yaml`.
   * @default - the first unprotected one
   */
  readonly environment?: string;
  /** `YYYY-MM-DD`: the day that decides which agreements hold. */
  readonly today: string;
  /** Domains or stacks; none is all stacks. */
  readonly names: readonly string[];
  /**
   * Hashes of losses that whoever deploys accepts: `loss:` and digits.
   * @default - none
   */
  readonly accepted?: readonly string[];
  readonly parallelism: number;
  readonly terraform: Terraform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Makes what shows the progress, once it is known how many stacks there are. */
  readonly progress?: (stacks: readonly string[]) => Progress;
  /** Called once when another run has to end first, with its process. */
  readonly onWait?: (pid: string) => void;
  /** Asks everything to stop; what is under way ends cleanly. */
  readonly stop?: AbortSignal;
}

/** What a run came to; without a report when the mesh has errors. */
export interface OfflineResult {
  readonly synth: Pick<SynthResult, "check" | "view" | "failures">;
  readonly workspace?: OfflineWorkspace;
  readonly report?: RunReport;
  /** What was asked for and did nothing, one line each. */
  readonly warnings?: readonly string[];
}

/**
 * Synthesises the mesh into a folder of its own and takes the stacks through the real Terraform with simulated
 * providers under it. Runs on the same environment take turns.
 *
 * @throws Error when there is no environment or stack of a name, or the engine cannot be started.
 */
export async function deployOffline(options: OfflineOptions): Promise<OfflineResult> {
  const { root, directory, environment, today, onWait, stop } = options;
  const manifest = findEnvironment(root, environment);
  if (manifest === undefined) return { synth: { check: checkMesh(root, today), failures: [] } };

  const workspace = new OfflineWorkspace(directory, manifest.name);
  return holdRun(workspace.runFile, () => run(workspace, options), {
    ...(onWait === undefined ? {} : { onWait }),
    ...(stop === undefined ? {} : { stop }),
  });
}

async function run(workspace: OfflineWorkspace, options: OfflineOptions): Promise<OfflineResult> {
  const synth = synthesised(workspace, options);
  if (synth.stacks === undefined) return { synth, workspace };

  const order = orderOf(workspace, options);
  const world = World.open(workspace.worldFile);
  await recoverStates(workspace.folder);
  const providers = simulationFor([...order.keys()], workspace).providers(world);
  const losses = judgeOf(synth, options);
  const report = await withEngine({ providers }, ({ environment }) =>
    runStacks({
      ...runOptions(order, workspace, options, environment),
      ...(losses === undefined ? {} : { judgeLosses: losses.judge }),
    }),
  );
  await world.settle();
  return { synth, workspace, report, warnings: losses?.unmatched() ?? [] };
}

function judgeOf({ view }: SynthResult, { verb, accepted = [] }: OfflineOptions): LossJudge | undefined {
  if (view === undefined || verb !== "deploy") return undefined;
  const { LossJudge } = loadJudge();
  return new LossJudge({ index: view.index, environment: view.manifest, accepted });
}

function runOptions(
  order: Order,
  workspace: OfflineWorkspace,
  { verb, terraform, env, parallelism, progress, stop }: OfflineOptions,
  variables: Readonly<Record<string, string>>,
): RunOptions {
  return {
    ...{ order, verb, workspace, terraform, parallelism, env: { ...env, ...variables } },
    ...(progress === undefined ? {} : { progress: progress([...order.keys()]) }),
    ...(stop === undefined ? {} : { stop }),
  };
}

function synthesised(workspace: OfflineWorkspace, { root, today, directory }: OfflineOptions): SynthResult {
  return synthMesh({
    ...{ root, today, environment: workspace.environment },
    outdir: workspace.outdir,
    offlineDirectory: offlineFolder(directory),
    cacheFile: join(directory, ".meshwright", "cache", "manifests.json"),
  });
}

/** Plans need no order: none of them changes anything. */
function orderOf(workspace: OfflineWorkspace, { verb, names }: OfflineOptions): Order {
  const stacks = {
    after: stacksIn(workspace.outdir),
    isDeployed: (stack: string) => workspace.isDeployed(stack),
  };
  if (verb === "destroy") return selectForDestroy(stacks, names);
  const selected = selectForDeploy(stacks, names);
  return verb === "deploy" ? selected : new Map([...selected.keys()].map((stack) => [stack, []]));
}

/** The providers for all resource types of the stacks, and those that only a state may still hold. */
function simulationFor(stacks: readonly string[], workspace: OfflineWorkspace): Simulation {
  const types = new Set(stacks.flatMap((stack) => new StackJson(workspace.stackFolder(stack)).types));
  return new Simulation([...simulatedTypes(), ...types]);
}
