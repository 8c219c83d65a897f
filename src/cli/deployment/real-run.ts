import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Verb } from "../../deploy";
import type { LossJudge } from "../../deploy/judge-losses";
import { loadJudge } from "../../deploy/load-judge";
import type { MeshView } from "../../synth";
import { meshRootOf, todayOf } from "../../synth/settings";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print, printError } from "../print";
import { counted, listed } from "../views/text";
import { sweepOverrides } from "../../deploy/command/backend-override";
import { checkLosses } from "./check-losses";
import { runFramework } from "./framework";
import { interruptible } from "./interrupt";
import { loadDeploy } from "./load";
import { RUN_EXIT, type DeploymentOptions } from "./options";
import { refuseSynth } from "./refuse-synth";
import { staleLockLines } from "./stale-locks";

/**
 * Takes stacks to the real environment with the framework's own command line, one group after another: the framework
 * knows no order between them. A group of which a stack would lose what nobody accepted is not deployed, and none after.
 *
 * @throws Error when it is not said, or not confirmed, which environment is meant.
 */
export async function runReal(
  io: Io,
  verb: Verb,
  names: readonly string[],
  options: DeploymentOptions,
): Promise<ExitCode> {
  const environment = realEnvironment(io, verb, options);
  const root = meshRootOf(io, options.mesh);
  const { realWaves } = loadDeploy();
  const outdir = join(io.cwd, "cdktf.out");
  const { synth, waves } = realWaves({ verb, root, outdir, environment, names, today: todayOf(io) });
  if (synth.stacks === undefined) return refuseSynth(io, root, synth, options);

  await confirm(io, verb, waves.flat(), environment, options);
  const { view } = synth;
  const judge = verb === "deploy" && view !== undefined ? judgeOf(view, options) : undefined;
  const runAll = async (stop: AbortSignal): Promise<ExitCode> => {
    for (const { args, stacks } of commandsFor(verb, waves, options)) {
      stop.throwIfAborted();
      // A local state that a killed offline command has left behind is not the real one.
      for (const stack of stacks) sweepOverrides(join(outdir, "stacks", stack));
      if (judge !== undefined && !(await checkLosses(io, { stacks, outdir, judge, stop })))
        return RUN_EXIT.failed;
      print(io, [`cdktf ${args.join(" ")}`]);
      const code = await runFramework(io.cwd, args, {
        ...{ MESHWRIGHT_ENV: environment, MESHWRIGHT_MESH: root, MESHWRIGHT_TODAY: todayOf(io) },
        // This is real, whatever this process was started under.
        ...{ MESHWRIGHT_OFFLINE: "", TF_REATTACH_PROVIDERS: "" },
      });
      if (code !== 0) return code;
    }
    return RUN_EXIT.ok;
  };
  const { result, code = result } = await interruptible((line) => printError(io, [line]), runAll);
  for (const warning of judge?.unmatched() ?? []) printError(io, [`warning: ${warning}`]);
  if (verb === "deploy" && code === RUN_EXIT.ok && view !== undefined)
    printError(io, staleLockLines(io, root, view, waves.flat()));
  return code;
}

/** The rules of a review are read only when something is deployed for real. */
function judgeOf({ index, manifest }: MeshView, { accept = [] }: DeploymentOptions): LossJudge {
  const { LossJudge } = loadJudge();
  return new LossJudge({ index, environment: manifest, accepted: accept });
}

function realEnvironment({ cwd }: Io, verb: Verb, { env }: DeploymentOptions): string {
  if (env === undefined) {
    throw new Error(
      `'meshwright ${verb}' without simulated providers is real: name the environment with --env, or use --offline`,
    );
  }
  if (existsSync(join(cwd, "cdktf.json"))) return env;
  throw new Error("there is no cdktf.json in the working directory, which says how cdktf makes the stacks");
}

/** @throws Error when it is not confirmed. */
async function confirm(
  { ask }: Io,
  verb: Verb,
  stacks: readonly string[],
  environment: string,
  { yes }: DeploymentOptions,
): Promise<void> {
  if (verb === "plan" || yes === true) return;
  const what = stacks.length <= 8 ? listed(stacks) : counted(stacks.length, "stack");
  if (ask === undefined) {
    throw new Error(
      `to ${verb} ${what} in '${environment}' is real, and nobody is there to confirm it; use --yes`,
    );
  }
  const answer = await ask(`This will really ${verb} ${what}. Type the environment's name, ${environment}: `);
  if (answer.trim() !== environment) throw new Error(`that is not '${environment}'; nothing was done`);
}

/** Each plan is confirmed once more, in the framework's own words, unless `--yes` was given. */
function commandsFor(
  verb: Verb,
  waves: readonly (readonly string[])[],
  { yes, parallelism }: DeploymentOptions,
): { readonly args: readonly string[]; readonly stacks: readonly string[] }[] {
  if (verb === "plan") return waves.flat().map((stack) => ({ args: ["diff", stack], stacks: [stack] }));
  const flags = ["--parallelism", String(parallelism), ...(yes === true ? ["--auto-approve"] : [])];
  return waves.map((stacks) => ({ args: [verb, ...stacks, ...flags], stacks }));
}
