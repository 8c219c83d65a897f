import { InvalidArgumentError, Option, type Command } from "commander";
import { availableParallelism } from "node:os";
import { riskOf, type Risk } from "../names";

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

/** `--parallelism N`. @default - as many as there are cores */
export const parallelismOption = (): Option =>
  new Option("--parallelism <n>", "stacks at once (default: one per core)")
    .argParser(wholeNumber)
    .default(availableParallelism(), "cores");

/** `--accept loss:…`, once or several times, for what can be accepted by its hash. */
export const acceptOption = (description: string, risks: readonly Risk[]): Option =>
  new Option("--accept <hash>", `${description}, as a review prints it; repeatable`)
    .argParser((text: string, others: readonly string[]) => [...others, riskHash(text, risks)])
    .default([], "none");

function riskHash(text: string, risks: readonly Risk[]): string {
  const risk = riskOf(text);
  if (risk !== undefined && risks.includes(risk)) return text;
  const starts = risks.map((each) => `'${each}:'`).join(" or ");
  throw new InvalidArgumentError(`It must be ${starts} and 16 hexadecimal digits, as a review prints it.`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

/** Adds options in their order. */
export function withOptions(command: Command, ...options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}
