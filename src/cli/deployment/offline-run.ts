import { createRequire } from "node:module";
import type { OfflineResult, Progress, Verb } from "../../deploy";
import { findTerraform } from "../../deploy/terraform";
import type { MeshView } from "../../synth";
import { environmentNameOf, meshRootOf, todayOf } from "../../synth/settings";
import { runDocument } from "../data/run-report";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print, printError, printJson } from "../print";
import { columnsOf, styleOf } from "../style";
import { renderRun } from "../views/run-report";
import { interruptible } from "./interrupt";
import { loadDeploy } from "./load";
import { RUN_EXIT, type DeploymentOptions } from "./options";
import type * as PlannedChanges from "./planned-changes";
import { lineProgress, ScreenProgress } from "./progress";
import { refuseSynth } from "./refuse-synth";

/** A run that reached Terraform. */
export interface FinishedRun extends Required<Pick<OfflineResult, "workspace" | "report">> {
  readonly view?: MeshView;
}

/** What a review knows is read only when there is a plan to tell of. */
const load = createRequire(__filename);

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
  else print(io, [...renderRun(run.report, styleOf(io)), ...(verb === "plan" ? changesOf(io, run) : [])]);
  return code;
}

/** What the plans of a run change; nothing when none of them changes anything. */
function changesOf(io: Io, { workspace, report, view }: FinishedRun): string[] {
  const stacks = report.stacks.filter(({ planFile }) => planFile !== undefined);
  if (stacks.length === 0 || view === undefined) return [];
  const { plannedChanges } = load("./planned-changes") as typeof PlannedChanges;
  return ["", ...plannedChanges({ stacks, workspace, view, today: todayOf(io) }, styleOf(io), columnsOf(io))];
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
  const { synth, workspace, report, warnings = [] } = result;
  for (const warning of warnings) say(`warning: ${warning}`);
  if (workspace === undefined || report === undefined) {
    return { code: refuseSynth(io, root, synth, options) };
  }
  const ended = hasFailed(report) ? RUN_EXIT.failed : hasChanges(report) ? RUN_EXIT.changes : RUN_EXIT.ok;
  const run = { workspace, report, ...(synth.view === undefined ? {} : { view: synth.view }) };
  return { run, code: code ?? ended };
}
