import { InvalidArgumentError, Option, type Command } from "commander";
import { RISKS } from "../../names";
import { DEFAULT_GATES, GATES, type Gate } from "../../review/render";
import {
  acceptOption,
  environmentOption,
  formatOption,
  meshOption,
  parallelismOption,
  withOptions,
} from "../options";
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
    new Option("--fail-on <gates>", `what fails it: ${GATES.join(", ")}, none`)
      .argParser(gates)
      .default(DEFAULT_GATES, DEFAULT_GATES.join(",")),
    acceptOption("accept exactly the losses or breaks of this hash, for this review alone", RISKS),
    parallelismOption(),
  );
}

const collected = (text: string, others: readonly string[]): readonly string[] => [...others, text];

function gates(text: string): readonly Gate[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.length === 1 && (names[0] === "none" || names[0] === "")) return [];
  if (names.includes("none")) throw new InvalidArgumentError("'none' stands alone: with it, nothing stops.");
  const found = GATES.filter((gate) => names.includes(gate));
  const unknown = names.find((name) => !GATES.some((gate) => gate === name));
  if (unknown === undefined) return found;
  throw new InvalidArgumentError(`'${unknown}' is none of ${GATES.join(", ")}; 'none' stands alone.`);
}
