import { Option, type Command } from "commander";

/** Options that every command about a mesh has. */
export interface MeshOptions {
  readonly mesh?: string;
}

/** How an answer is written. */
export interface FormatOptions {
  readonly format: "human" | "json";
}

/** Which environment an answer is for. */
export interface EnvironmentOptions {
  readonly env?: string;
}

/** `--mesh DIR`. */
export const meshOption = (): Option => new Option("--mesh <dir>", "folder of mesh.yaml (MESHWRIGHT_MESH)");

/** `--format human|json`. */
export const formatOption = (choices: readonly string[] = ["human", "json"]): Option =>
  new Option("--format <format>", "how the answer is written").choices(choices).default("human");

/** `--env NAME`. */
export const environmentOption = (): Option =>
  new Option("--env <name>", "environment of mesh.yaml (MESHWRIGHT_ENV)");

/** Adds options in their order. */
export function withOptions(command: Command, ...options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}
