import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { World } from "../../offline/world";
import { meshRootOf } from "../../synth/settings";
import { prefixOf } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { worldDocument } from "../data/world";
import { offlineRun } from "../deployment/offline-run";
import { RUN_EXIT } from "../deployment/options";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { meshFlag } from "../mesh-flag";
import {
  environmentOption,
  meshOption,
  withOptions,
  type EnvironmentOptions,
  type MeshOptions,
} from "../options";
import { ownCommand } from "../own-command";
import { print } from "../print";
import { styleOf } from "../style";
import { renderNext, renderVerified } from "../views/demo";
import { renderRun } from "../views/run-report";
import { renderWorld } from "../views/world";

type DemoOptions = MeshOptions & EnvironmentOptions;

/** `meshwright demo`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Deploys the whole mesh with the real Terraform over simulated providers, shows what was made, and proves that a " +
      "second plan is empty. Nothing leaves this machine.",
  );
  withOptions(command, meshOption(), environmentOption()).action(async (options: DemoOptions) =>
    finish(await demo(io, options)),
  );
}

async function demo(io: Io, options: DemoOptions): Promise<ExitCode> {
  const style = styleOf(io);
  const all = { ...options, offline: true, format: "human", parallelism: availableParallelism() } as const;
  print(io, [style.bold("Deploying the mesh: the real Terraform, simulated AWS, Kafka and Postgres"), ""]);
  const deployed = await offlineRun(io, "deploy", [], all);
  if (deployed.run === undefined) return deployed.code;
  const { report, workspace } = deployed.run;
  print(io, ["", ...renderRun(report, style)]);
  if (deployed.code !== EXIT.ok) return deployed.code;

  print(io, [
    "",
    style.bold("What was made"),
    ...renderWorld(worldDocument(World.open(workspace.worldFile), workspace.environment), style),
  ]);
  print(io, ["", style.bold("Planning once more"), ""]);
  const planned = await offlineRun(io, "plan", [], all);
  if (planned.run === undefined) return planned.code;
  const folder = prefixOf(io.cwd, meshRootOf(io, options.mesh));
  print(io, [
    "",
    ...renderVerified(planned.run.report, style),
    ...renderNext(ownCommand(io), folder, meshFlag(options), style),
  ]);
  return planned.code === RUN_EXIT.ok ? EXIT.ok : RUN_EXIT.failed;
}
