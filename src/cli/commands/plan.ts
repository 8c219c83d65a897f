import { Option, type Command } from "commander";
import type { CommandContext } from "../command-module";
import { runOffline } from "../deployment/offline-run";
import { RUN_EXIT, withDeploymentOptions, type DeploymentOptions } from "../deployment/options";
import { runReal } from "../deployment/real-run";

/** 2 is for a plan with changes. */
export const couldNotRun = RUN_EXIT.failed;

/** `meshwright plan`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Plans stacks with the real Terraform over simulated providers, against what was deployed offline before, and says what that would lose, break, open and change.",
  );
  withDeploymentOptions(
    command,
    new Option("--no-offline", "ask the real environment, which --env has to name (cdktf diff)"),
  )
    .addOption(new Option("--offline", "use simulated providers, the default").default(true))
    .addHelpText("after", "\nExit codes: 0 nothing to change, 1 error, 2 changes.")
    .action(async (domains: string[], options: DeploymentOptions) => {
      const run = options.offline === false ? runReal : runOffline;
      finish(await run(io, "plan", domains, options));
    });
}
