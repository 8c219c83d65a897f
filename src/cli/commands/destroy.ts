import type { Command } from "commander";
import type { CommandContext } from "../command-module";
import { runOffline } from "../deployment/offline-run";
import {
  offlineOption,
  withDeploymentOptions,
  yesOption,
  type DeploymentOptions,
} from "../deployment/options";
import { runReal } from "../deployment/real-run";

/** `meshwright destroy`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Destroys stacks in reverse order; a boundary only by its own name, or with everything. What is protected stays. Without --offline this is real: --env has to name the environment, and it is confirmed.",
  );
  withDeploymentOptions(command, offlineOption())
    .addOption(yesOption())
    .addHelpText("after", "\nExit codes: 0 ok, 1 a stack failed, 2 could not run.")
    .action(async (domains: string[], options: DeploymentOptions) => {
      const run = options.offline === true ? runOffline : runReal;
      finish(await run(io, "destroy", domains, options));
    });
}
