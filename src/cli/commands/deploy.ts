import type { Command } from "commander";
import type { CommandContext } from "../command-module";
import { runOffline } from "../deployment/offline-run";
import {
  acceptLossOption,
  offlineOption,
  withDeploymentOptions,
  yesOption,
  type DeploymentOptions,
} from "../deployment/options";
import { runReal } from "../deployment/real-run";

/** `meshwright deploy`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Deploys stacks in order: a domain's boundaries first, and only if they are not deployed as they are. Without --offline this is real: --env has to name the environment, and the deployment is confirmed. A stack whose plan loses data is refused unless exactly that is accepted, in the manifest or with --accept.",
  );
  withDeploymentOptions(command, offlineOption())
    .addOption(yesOption())
    .addOption(acceptLossOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 ok, 1 a stack failed or would lose what nobody accepted, 2 could not run.",
    )
    .action(async (domains: string[], options: DeploymentOptions) => {
      const run = options.offline === true ? runOffline : runReal;
      finish(await run(io, "deploy", domains, options));
    });
}
