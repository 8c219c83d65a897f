import { InvalidArgumentError, Option, type Command } from "commander";
import { ACTIONS_ACCOUNT } from "../../posting";
import { withOptions } from "../options";

/** What `meshwright comment` takes. */
export interface CommentOptions {
  readonly file?: string;
  readonly outdated?: boolean;
  readonly shorterFile?: string;
  readonly host?: Host;
  readonly pullRequest?: number;
  readonly repository?: string;
  readonly head?: string;
  readonly account?: string;
  readonly api?: string;
  readonly unchanged?: boolean;
  readonly untrusted?: string;
}

export const HOSTS = ["github", "gitlab"] as const;

/** Where pull requests live; GitLab calls them merge requests. */
export type Host = (typeof HOSTS)[number];

/** Adds the options of `meshwright comment`. */
export function withCommentOptions(command: Command): Command {
  return withOptions(
    command,
    new Option("--file <path>", "Markdown that starts with a marker"),
    new Option(
      "--outdated",
      "there is no review of the head: mark those of older commits as outdated",
    ).conflicts(["file", "shorterFile", "unchanged", "untrusted"]),
    new Option("--shorter-file <path>", "is posted when the host finds the other one too long"),
    new Option("--host <host>", "where the pull request is (default: the one that runs this)").choices(HOSTS),
    new Option("--pull-request <number>", "its number (default: the open one with this head)").argParser(
      numberOf,
    ),
    new Option("--repository <name>", "owner/name, or GitLab's project (GITHUB_REPOSITORY, CI_PROJECT_ID)"),
    new Option(
      "--head <sha>",
      "commit the comment is about; once another is the head, it is not posted",
    ).argParser(commitOf),
    new Option("--account <login>", `who posts, such as ${ACTIONS_ACCOUNT} (default: asked for)`),
    new Option("--api <url>", "base of the API (GITHUB_API_URL, CI_API_V4_URL)"),
    new Option("--unchanged", "nothing changes: put an earlier comment right, write no new one"),
    new Option("--untrusted <id>", "the file is from the pull request's own code: expect this id, disarm it"),
  );
}

function numberOf(text: string): number {
  if (/^[1-9][0-9]{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A pull request has a number, such as 12.");
}

function commitOf(text: string): string {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text)) return text;
  throw new InvalidArgumentError("A commit is given whole, as 40 hexadecimal digits.");
}
