import type { SynthResult } from "../../synth";
import { prefixOf, refuseFindings } from "../checked-mesh";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import type { FormatOptions } from "../options";
import { printError } from "../print";
import { counted } from "../views/text";
import { RUN_EXIT } from "./options";

/** Prints why there are no stacks to run: what is wrong with the mesh, or with a stack made from it. */
export function refuseSynth(
  io: Io,
  root: string,
  { check, failures }: Pick<SynthResult, "check" | "failures">,
  options: FormatOptions,
): ExitCode {
  if (failures.length === 0) refuseFindings(io, check.findings, prefixOf(io.cwd, root), options);
  else {
    printError(io, [
      ...failures.flatMap(({ message }) => message.split("\n")),
      `${counted(failures.length, "stack")} cannot be made`,
    ]);
  }
  return RUN_EXIT.failed;
}
