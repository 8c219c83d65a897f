import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { StackJson } from "../stack-json";
import type { OfflineWorkspace } from "../workspace";
import type { LocalState } from "./backend-override";
import type { CommandLine } from "./command-line";
import { isStackFolder } from "./place";

/** The framework's output folder, as `cdktf.json` of every mesh says. */
const OUTPUT = "cdktf.out";

/** The configurations that a command may run Terraform in, and another environment when they are of that one. */
export interface Reached {
  readonly states: readonly LocalState[];
  /** Set when the stacks below the working directory are of an environment that the command is not about. */
  readonly otherEnvironment?: string;
}

/**
 * Terraform by itself says where it works. A script may go to any stack below the working directory, and so may the
 * framework's command line when it does not make them anew.
 */
export function reachedBy(
  line: CommandLine,
  workspace: Pick<OfflineWorkspace, "stateFile" | "environment">,
): Reached {
  const stateOf = (folder: string): LocalState => ({
    folder,
    stateFile: workspace.stateFile(basename(folder)),
  });
  if (line.kind === "terraform" || isStackFolder(line.folder)) return { states: [stateOf(line.folder)] };
  if (line.kind === "framework" && !line.args.includes("--skip-synth")) return { states: [] };

  const folders = stackFolders(join(line.folder, OUTPUT, "stacks"));
  const [first] = folders;
  if (first === undefined) return { states: [] };
  // All of them were made at once, for one environment.
  const environment = new StackJson(first).owner?.split("/")[0];
  return environment === undefined || environment === workspace.environment
    ? { states: folders.map(stateOf) }
    : { states: [], otherEnvironment: environment };
}

const stackFolders = (parent: string): string[] =>
  existsSync(parent)
    ? readdirSync(parent)
        .map((name) => join(parent, name))
        .filter(isStackFolder)
    : [];
