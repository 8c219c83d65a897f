import { InvalidArgumentError, Option, type Command } from "commander";
import { availableParallelism } from "node:os";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
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
    new Option("--parallelism <n>", "stacks at once (default: one per core)")
      .argParser(wholeNumber)
      .default(availableParallelism(), "cores"),
    formatOption(),
  );
}

/** `--offline`. */
export const offlineOption = (): Option =>
  new Option("--offline", "use simulated providers: no cloud, no credentials, no registry");

/** `--yes`. */
export const yesOption = (): Option => new Option("--yes", "do not ask");

/** `--accept loss:…`, once or several times. */
export const acceptOption = (): Option =>
  new Option(
    "--accept <hash>",
    "accept exactly the losses of this hash, as a review prints it; repeatable",
  ).argParser((text: string, before: readonly string[] = []): readonly string[] => [
    ...before,
    lossHash(text),
  ]);

function lossHash(text: string): string {
  if (/^loss:[0-9a-f]{16}$/.test(text)) return text;
  throw new InvalidArgumentError("It must be loss: and sixteen digits or letters from a to f.");
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}
