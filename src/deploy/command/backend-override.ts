import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const OWN_FILE = /^meshwright_offline_(?<pid>\d+)_override\.tf\.json$/;
const CONFIGURATION = /\.tf(\.json)?$/;

/**
 * While `run` runs, Terraform keeps the state of the configuration in `folder` in a local file, whatever backend the
 * configuration has. (Files whose name ends in `_override.tf.json` are merged over the others.)
 *
 * @param stateFile absolute path
 * @throws Error when the folder cannot be written to.
 */
export async function withLocalBackend<Result>(
  folder: string,
  stateFile: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const names = readdirSync(folder);
  sweep(folder, names);
  if (!names.some((name) => CONFIGURATION.test(name) && !OWN_FILE.test(name))) return run();

  const file = join(folder, `meshwright_offline_${process.pid}_override.tf.json`);
  const remove = (): void => rmSync(file, { force: true });
  // The very path that a stack synthesised for the engine has: Terraform would take another one for a move.
  const path = relative(folder, stateFile).split(sep).join("/");
  const terraform = { backend: { local: { path } } };
  const note = "of a command under 'meshwright offline'; delete it when there is none";
  process.once("exit", remove);
  try {
    writeFileSync(file, `${JSON.stringify({ "//": note, terraform })}\n`);
    return await run();
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** Removes the files of processes that were killed. */
function sweep(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const pid = Number(OWN_FILE.exec(name)?.groups?.pid);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
