import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";

const STANDARD_INPUT = 0;

/**
 * The plans that `--plan` names, to be read one after another: `orders=plan.json`, or a file called after its stack.
 *
 * @throws Error that names everything that is wrong.
 */
export function planFiles(cwd: string, plans: readonly string[]): Map<string, () => Uint8Array> {
  const found = new Map<string, () => Uint8Array>();
  const problems: string[] = [];
  for (const plan of plans) {
    const { stack, file } = namesOf(plan);
    const path = resolve(cwd, file);
    if (stack === "" || stack === "-")
      problems.push(`'${plan}' does not name its stack; write orders=${file}`);
    else if (found.has(stack)) problems.push(`stack '${stack}' has two plans; a plan is for one stack`);
    else if (file !== "-" && !existsSync(path))
      problems.push(`there is no file '${file}', the plan of '${stack}'`);
    else found.set(stack, () => readFileSync(file === "-" ? STANDARD_INPUT : path));
  }
  if (problems.length > 0) throw new Error(problems.join("; "));
  return found;
}

function namesOf(plan: string): { readonly stack: string; readonly file: string } {
  const at = plan.indexOf("=");
  if (at >= 0) return { stack: plan.slice(0, at), file: plan.slice(at + 1) };
  return { stack: basename(plan).replace(/\.json$/, ""), file: plan };
}
