import type { Command } from "commander";
import type { CommandContext } from "../command-module";
import { loadDeploy } from "../deployment/load";
import { defaultEnvironment, meshRootIn } from "../deployment/open-workspace";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import {
  environmentOption,
  meshOption,
  withOptions,
  type EnvironmentOptions,
  type MeshOptions,
} from "../options";
import { printError } from "../print";
import { findEnvironment } from "../../synth/choose-environment";
import { meshRootOf } from "../../synth/settings";

type OfflineOptions = MeshOptions & EnvironmentOptions;

const EXAMPLES = `
Examples:
  meshwright offline -- npx cdktf deploy orders
  meshwright offline -- terraform -chdir=cdktf.out/stacks/orders plan   (after meshwright synth)

The exit code is the command's own.`;

/** `meshwright offline`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      "Runs a command with simulated providers under the real Terraform: no cloud, no credentials, no registry. States " +
        "and what the providers have made are kept in .meshwright/offline.",
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "the command and its arguments")
    .passThroughOptions();
  withOptions(command, environmentOption(), meshOption())
    .addHelpText("after", EXAMPLES)
    .action(async (words: string[], options: OfflineOptions) => finish(await offline(io, words, options)));
}

function offline(io: Io, words: readonly string[], options: OfflineOptions): Promise<ExitCode> {
  const { env: environment, mesh } = options;
  const root = meshRootIn(io, options);
  // A mesh that is there says which environments there are.
  if (root !== undefined) findEnvironment(root, environment);
  return loadDeploy().runOfflineCommand({
    ...{ words, cwd: io.cwd, env: io.env },
    ...(mesh === undefined ? {} : { mesh: meshRootOf(io, mesh) }),
    ...(environment === undefined ? {} : { environment }),
    otherwise: () => defaultEnvironment(io, options),
    say: (line) => printError(io, [line]),
  });
}
