import { Option, type Command } from "commander";
import {
  acceptOption,
  environmentOption,
  formatOption,
  meshOption,
  parallelismOption,
  withOptions,
} from "../options";
import type { EnvironmentOptions, FormatOptions, MeshOptions } from "../options";

/** Options of the commands that take stacks through Terraform. */
export interface DeploymentOptions extends MeshOptions, EnvironmentOptions, FormatOptions {
  readonly offline?: boolean;
  readonly parallelism: number;
  readonly yes?: boolean;
  /** Hashes of losses that are accepted. */
  readonly accept?: readonly string[];
}

/** Exit codes of the commands that take stacks through Terraform, as of `terraform plan -detailed-exitcode`. */
export const RUN_EXIT = { ok: 0, failed: 1, changes: 2 } as const;

/** The options that all of them have; what `--offline` says is each command's own. */
export function withDeploymentOptions(command: Command, offline: Option): Command {
  return withOptions(
    command.argument("[domains...]", "domains or stacks (default: all)"),
    offline,
    environmentOption(),
    meshOption(),
    parallelismOption(),
    formatOption(),
  );
}

/** `--offline`. */
export const offlineOption = (): Option =>
  new Option("--offline", "use simulated providers: no cloud, no credentials, no registry");

/** `--yes`. */
export const yesOption = (): Option => new Option("--yes", "do not ask");

/** `--accept loss:…`, once or several times. */
export const acceptLossOption = (): Option =>
  acceptOption("accept exactly the losses of this hash", ["loss"]);
