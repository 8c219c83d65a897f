import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readAhead } from "../../preview/read-ahead";
import type { Io } from "../io";

/** What stands for standard input. */
const STANDARD_INPUT = "-";

/**
 * The plans that `--plan` names, to be read one after another: `orders=plan.json`, or a file called after its stack.
 *
 * @throws Error that names everything that is wrong.
 */
export async function planFiles(
  { cwd, input }: Pick<Io, "cwd" | "input">,
  plans: readonly string[],
): Promise<Map<string, () => Uint8Array>> {
  const found = new Map<string, string>();
  const problems: string[] = [];
  for (const plan of plans) {
    const { stack, file } = namesOf(plan);
    const problem = found.has(stack)
      ? `stack '${stack}' has two plans; a plan is for one stack`
      : (problemOf(plan, stack, file) ?? problemOfFile(cwd, stack, file));
    if (problem !== undefined) problems.push(problem);
    found.set(stack, file);
  }
  if ([...found.values()].filter((file) => file === STANDARD_INPUT).length > 1)
    problems.push("standard input is the plan of one stack; name files for the others");
  if (problems.length > 0) throw new Error(problems.join("; "));

  const isPiped = [...found.values()].includes(STANDARD_INPUT);
  const piped = isPiped ? ((await input?.()) ?? new Uint8Array()) : new Uint8Array();
  const regular = [...new Set([...found.values()].map((file) => resolve(cwd, file)))].filter(
    (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  );
  const readers = new Map(readAhead(regular).map((read, at) => [regular[at] ?? "", read]));
  return new Map(
    [...found].map(([stack, file]) => {
      const path = resolve(cwd, file);
      const fromFile = readers.get(path) ?? (() => readFileSync(path));
      return [stack, file === STANDARD_INPUT ? () => piped : fromFile];
    }),
  );
}

function namesOf(plan: string): { readonly stack: string; readonly file: string } {
  const at = plan.indexOf("=");
  if (at >= 0) return { stack: plan.slice(0, at), file: plan.slice(at + 1) };
  return { stack: basename(plan).replace(/\.json$/, ""), file: plan };
}

const problemOf = (plan: string, stack: string, file: string): string | undefined =>
  stack === "" || stack === STANDARD_INPUT
    ? `'${plan}' does not name its stack; write orders=${file}`
    : undefined;

function problemOfFile(cwd: string, stack: string, file: string): string | undefined {
  if (file === STANDARD_INPUT) return undefined;
  const stat = statSync(resolve(cwd, file), { throwIfNoEntry: false });
  if (stat === undefined) return `there is no file '${file}', the plan of '${stack}'`;
  return stat.isDirectory() ? `'${file}', the plan of '${stack}', is a folder` : undefined;
}
