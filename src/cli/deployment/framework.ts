import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError, runCommand } from "../../offline/run";
import type { ExitCode } from "../exit-code";

/**
 * Runs the framework's command line, `cdktf`: the one installed for the working directory, else the one in PATH.
 *
 * @throws Error when there is none.
 */
export async function runFramework(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ExitCode> {
  try {
    return await runCommand(installed(directory) ?? "cdktf", args, { directory, environment });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new Error("cdktf was not found; install it beside the mesh with npm install --save-dev cdktf-cli");
  }
}

function installed(folder: string): string | undefined {
  const candidate = join(folder, "node_modules", ".bin", "cdktf");
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : installed(parent);
}
