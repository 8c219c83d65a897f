import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isRunning } from "../../offline/is-running";

const OWN_FILE = /^meshwright_offline_(?<pid>\d+)_override\.tf\.json$/;
const CONFIGURATION = /\.tf(\.json)?$/;

/** A folder with a configuration, and where its state is to be. */
export interface LocalState {
  readonly folder: string;
  /** Absolute path. */
  readonly stateFile: string;
}

/**
 * While `run` runs, Terraform keeps the states of configurations in local files, whatever backends they have. (Files whose
 * name ends in `_override.tf.json` are merged over the others.)
 *
 * @throws Error when a folder cannot be written to.
 */
export async function withLocalStates<Result>(
  states: readonly LocalState[],
  run: () => Promise<Result>,
): Promise<Result> {
  const written: string[] = [];
  const remove = (): void => written.splice(0).forEach((file) => rmSync(file, { force: true }));
  process.once("exit", remove);
  try {
    for (const state of states) {
      const names = sweepOverrides(state.folder);
      if (!names.some((name) => CONFIGURATION.test(name) && !OWN_FILE.test(name))) continue;
      const file = join(state.folder, `meshwright_offline_${process.pid}_override.tf.json`);
      written.push(file);
      writeFileSync(file, `${JSON.stringify(overrideOf(state))}\n`);
    }
    return await run();
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/**
 * Removes what processes that were killed have left in a folder: with it, what is real would be kept in a local state.
 *
 * @returns the names of what was in the folder.
 */
export function sweepOverrides(folder: string): string[] {
  const names = readdirSync(folder);
  for (const name of names) {
    const pid = Number(OWN_FILE.exec(name)?.groups?.pid);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
  return names;
}

/** The very path that a stack synthesised for the engine has: Terraform would take another one for a move. */
function overrideOf({ folder, stateFile }: LocalState): object {
  const path = relative(folder, stateFile).split(sep).join("/");
  return {
    "//": "of a command under 'meshwright offline'; delete it when there is none",
    terraform: { backend: { local: { path } } },
  };
}
