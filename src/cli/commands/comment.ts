import type { Command } from "commander";
import { runComment, withCommentOptions, type CommentOptions } from "../comment";
import type { CommandContext } from "../command-module";

/** `meshwright comment`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Makes the one comment of a pull request say what a file says: writes it, or updates it where it differs. Nobody else's comment is touched.",
  );
  withCommentOptions(command)
    .addHelpText(
      "after",
      "\nThe token is read from GITHUB_TOKEN, GH_TOKEN or GITLAB_TOKEN alone.\nExit codes: 0 the comment is right, 2 could not be posted.",
    )
    .action(async (options: CommentOptions) => finish(await runComment(io, options)));
}
