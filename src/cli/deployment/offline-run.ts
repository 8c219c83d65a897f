import type { OfflineResult, Progress, Verb } from "../../deploy";
import { findTerraform } from "../../deploy/terraform";
import { environmentNameOf, meshRootOf, todayOf } from "../../synth/settings";
import { runDocument } from "../data/run-report";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print, printError, printJson } from "../print";
import { styleOf } from "../style";
import { renderRun } from "../views/run-report";
import { interruptible } from "./interrupt";
import { loadDeploy } from "./load";
import { RUN_EXIT, type DeploymentOptions } from "./options";
import { lineProgress, ScreenProgress } from "./progress";
import { refuseSynth } from "./refuse-synth";

/** A run that reached Terraform. */
export type FinishedRun = Required<Pick<OfflineResult, "workspace" | "report">>;

/** Takes stacks through Terraform with simulated providers under it, prints what happened and says how it ended. */
export async function runOffline(
  io: Io,
  verb: Verb,
  names: readonly string[],
  options: DeploymentOptions,
): Promise<ExitCode> {
  const { run, code } = await offlineRun(io, verb, names, options);
  if (run === undefined) return code;
  if (options.format === "json") printJson(io, runDocument(run.report, io.cwd));
  else print(io, renderRun(run.report, styleOf(io)));
  return code;
}

/** The same without printing the outcome; without a run when the mesh has errors, which are printed. */
export async function offlineRun(
  io: Io,
  verb: Verb,
  names: readonly string[],
  options: DeploymentOptions,
): Promise<{ readonly run?: FinishedRun; readonly code: ExitCode }> {
  const root = meshRootOf(io, options.mesh);
  const terraform = await findTerraform(io.env);
  const { deployOffline, hasChanges, hasFailed } = loadDeploy();
  const isJson = options.format === "json";
  let screen: ScreenProgress | undefined;
  const progress = (stacks: readonly string[]): Progress => {
    if (!io.isTTY || isJson) return lineProgress(io, stacks.length, isJson);
    return (screen = new ScreenProgress(io, stacks.length));
  };
  const say = (line: string): void => {
    screen?.clear();
    printError(io, [line]);
  };

  const { result, code } = await interruptible(say, (stop) =>
    deployOffline({
      ...{ verb, root, names, terraform, stop, progress },
      directory: io.cwd,
      environment: environmentNameOf(io, options.env),
      today: todayOf(io),
      parallelism: options.parallelism,
      env: io.env,
      accepted: options.accept ?? [],
      onWait: (pid) => say(`another run is under way in this environment (process ${pid}); waiting for it`),
    }),
  );
  const { synth, workspace, report } = result;
  if (workspace === undefined || report === undefined) {
    return { code: refuseSynth(io, root, synth, options) };
  }
  const ended = hasFailed(report) ? RUN_EXIT.failed : hasChanges(report) ? RUN_EXIT.changes : RUN_EXIT.ok;
  return { run: { workspace, report }, code: code ?? ended };
}
