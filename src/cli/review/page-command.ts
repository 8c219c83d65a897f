import type { Io } from "../io";
import { environmentFlag, meshFlag, shellWord } from "../mesh-flag";
import { ownCommand } from "../own-command";
import type { ReviewOptions } from "./options";

/** The command that makes the same review as a page, with what the user had to say for it. */
export function pageCommand(io: Pick<Io, "env">, options: ReviewOptions): string {
  const { base, baseOutput, plan, accept } = options;
  const named: readonly (readonly [string, readonly string[]])[] = [
    ["base", base === undefined ? [] : [base]],
    ["base-output", baseOutput === undefined ? [] : [baseOutput]],
    ["plan", plan],
    ["accept", accept],
  ];
  const flags = named.flatMap(([flag, values]) => values.map((value) => ` --${flag} ${shellWord(value)}`));
  return `${ownCommand(io)} review${flags.join("")}${meshFlag(options)}${environmentFlag(options)} --output review.html`;
}
