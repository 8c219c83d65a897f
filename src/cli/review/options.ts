import { InvalidArgumentError, Option, type Command } from "commander";
import { availableParallelism } from "node:os";
import { DEFAULT_GATES, GATES, type Gate } from "../../review/render";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
import type { EnvironmentOptions, MeshOptions } from "../options";

/** The forms a review can take, by what a file of that form is called. */
export const FORMS = { markdown: ".md", json: ".json", sarif: ".sarif", html: ".html" } as const;

/** A form for machines and documents. */
export type Form = keyof typeof FORMS;

/** Options of `meshwright review`. */
export interface ReviewOptions extends MeshOptions, EnvironmentOptions {
  readonly base?: string;
  readonly baseOutput?: string;
  readonly plan: readonly string[];
  readonly format: "human" | Form;
  readonly output: readonly string[];
  readonly failOn: readonly Gate[];
  readonly accept: readonly string[];
  readonly parallelism: number;
}

const HASH = /^loss:[0-9a-f]{16}$/;

/** Adds the options. */
export function withReviewOptions(command: Command): Command {
  return withOptions(
    command,
    new Option("--base <commit>", "what to compare with (default: where the branch left the main branch)"),
    new Option("--base-output <dir>", "stacks of the base that other constructs made, such as cdktf.out"),
    new Option("--plan <stack=file>", "plan from terraform show -json; '-' is standard input, repeatable")
      .argParser(collected)
      .default([], "none"),
    environmentOption(),
    meshOption(),
    formatOption(["human", ...Object.keys(FORMS)]),
    new Option("--output <file>", `also write it to a file (${Object.values(FORMS).join(", ")}), repeatable`)
      .argParser(collected)
      .default([], "none"),
    new Option("--fail-on <gates>", `what stops a pipeline: ${GATES.join(", ")}, none`)
      .argParser(gates)
      .default(DEFAULT_GATES, DEFAULT_GATES.join(",")),
    new Option("--accept <hash>", "accept exactly these losses, repeatable")
      .argParser(hashes)
      .default([], "none"),
    new Option("--parallelism <n>", "stacks at once (default: one per core)")
      .argParser(wholeNumber)
      .default(availableParallelism(), "cores"),
  );
}

const collected = (text: string, others: readonly string[]): readonly string[] => [...others, text];

function gates(text: string): readonly Gate[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.length === 1 && (names[0] === "none" || names[0] === "")) return [];
  const found = GATES.filter((gate) => names.includes(gate));
  const unknown = names.find((name) => !GATES.some((gate) => gate === name));
  if (unknown === undefined) return found;
  throw new InvalidArgumentError(`'${unknown}' is none of ${GATES.join(", ")}, none.`);
}

function hashes(text: string, others: readonly string[]): readonly string[] {
  if (HASH.test(text)) return [...others, text];
  throw new InvalidArgumentError("It must be 'loss:' and 16 hexadecimal digits, as a review prints it.");
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}
