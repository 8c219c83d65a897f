import type { Command } from "commander";
import type { CommandContext } from "../command-module";
import { runReview } from "../review";
import { withReviewOptions, type ReviewOptions } from "../review/options";

/** 1 is for what could not be reviewed: 2 means changes. */
export const couldNotRun = 1;

/** `meshwright review`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Says before a merge what can be lost, who is hurt and who must approve: of the working tree against a commit, with no cloud, or of plans made elsewhere.",
  );
  withReviewOptions(command)
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing changes, 1 error, 2 changes, 3 unaccepted loss, 4 unaccepted break, 5 access.",
    )
    .action(async (options: ReviewOptions) => finish(await runReview(io, options)));
}
