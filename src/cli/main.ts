import { Command, CommanderError } from "commander";
import { isNativeError } from "node:util/types";
import { ownVersion } from "../synth/versions";
import type { CommandContext, CommandModule } from "./command-module";
import { Interrupted } from "./deployment/interrupt";
import { EXIT, type ExitCode } from "./exit-code";
import type { Io } from "./io";
import { printError } from "./print";
import { COMMANDS } from "./registry";

const EXIT_CODES_HELP = `
Exit codes: 0 ok, 1 findings, 2 could not run; 128 and more after a signal, as 130 after Ctrl-C.
  plan, deploy, destroy: 0 ok or nothing to do, 1 error, 2 changes are planned, or could not run
  review: 0 nothing changes, 1 error, 2 changes, 3 loss, 4 break (both unaccepted), 5 access changes
MESHWRIGHT_TODAY sets the day; MESHWRIGHT_DEBUG=1 shows where in the code an error comes from.`;

/** Most columns of a help page. */
export const HELP_COLUMNS = 100;

/**
 * Runs one command.
 *
 * @param argv the words after the program's name
 * @returns the process's exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  // Only the command that is meant is read from disk; the others are names in a list.
  const meant = COMMANDS.find(
    ({ name }) => name === argv.find((word) => COMMANDS.some((each) => each.name === word)),
  );
  const module = meant?.load();
  const program = programOf(meant?.name, module, { io, finish: (ended) => (code = ended) });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return failed(error, io, module?.couldNotRun ?? EXIT.failed);
  }
}

function programOf(
  meant: string | undefined,
  module: CommandModule | undefined,
  context: CommandContext,
): Command {
  const { io } = context;
  const program = new Command("meshwright")
    .description("Provisions the infrastructure of a data mesh: domains in YAML in, Terraform stacks out.")
    .usage("<command> [options]")
    .version(ownVersion())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      getOutHelpWidth: () => HELP_COLUMNS,
      getErrHelpWidth: () => HELP_COLUMNS,
    })
    .addHelpText("after", EXIT_CODES_HELP);

  for (const { name, summary } of COMMANDS) {
    const command = program.command(name).summary(summary).description(sentence(summary));
    if (name === meant) module?.define(command, context);
  }
  return program;
}

/** What could not run is told in a line or two; the stack trace only to those who ask for it. */
function failed(error: unknown, io: Io, couldNotRun: ExitCode): ExitCode {
  // Commander has printed what there is to say: help that was asked for, or what is wrong with the words.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : couldNotRun;
  const code = error instanceof Interrupted ? error.exitCode : couldNotRun;
  const { message, stack } = isNativeError(error) ? error : new Error(String(error));
  const debug = (io.env.MESHWRIGHT_DEBUG ?? "") !== "";
  printError(io, (debug && stack !== undefined ? stack : `error: ${message}`).split("\n"));
  return code;
}

const sentence = (summary: string): string => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
