import { isPrintable, oneLine } from "./literal";
import { printable, problem, type MigrationProblem } from "./problem";

const CODE = "ControlCharacter";
const FIX = "write it in printable characters";

/** A description that would hide something from its reader; it may run over several lines. */
export function descriptionProblems(
  path: MigrationProblem["path"],
  text: string | undefined,
): MigrationProblem[] {
  return text === undefined ? [] : valueProblems(path, oneLine(text));
}

/** A value that would hide something from its reader. */
export function valueProblems(path: MigrationProblem["path"], text: string): MigrationProblem[] {
  return isPrintable(text) ? [] : problem(CODE, path, `${printable(text)} holds a control character`, FIX);
}
