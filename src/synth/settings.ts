import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isCalendarDate } from "../manifest";

/** What a run depends on besides the mesh: where it runs, and when. */
export interface Surroundings {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** The mesh of a clone of Meshwright's own repository. */
const SAMPLE_MESH = join("examples", "shop");

/**
 * The absolute path of the mesh: `folder`, else `MESHWRIGHT_MESH`, else the working directory if it is a mesh, else the
 * sample mesh if it is there.
 *
 * @throws Error when there is no `mesh.yaml`.
 */
export function meshRootOf({ cwd, env }: Surroundings, folder?: string): string {
  const given = folder ?? nonEmpty(env.MESHWRIGHT_MESH);
  const candidates = given === undefined ? [".", SAMPLE_MESH] : [given];
  const found = candidates
    .map((candidate) => resolve(cwd, candidate))
    .find((candidate) => existsSync(join(candidate, "mesh.yaml")));
  if (found !== undefined) return found;

  const where = given === undefined ? "the working directory" : `'${given}'`;
  throw new Error(
    `there is no mesh.yaml in ${where}; name the mesh with --mesh or MESHWRIGHT_MESH, or start one with meshwright init`,
  );
}

/** The environment that `MESHWRIGHT_ENV` names; undefined for the default one. */
export function environmentNameOf({ env }: Surroundings, name?: string): string | undefined {
  return name ?? nonEmpty(env.MESHWRIGHT_ENV);
}

/**
 * The day all answers are for, `YYYY-MM-DD`: `MESHWRIGHT_TODAY`, else today in UTC.
 *
 * @throws Error when `MESHWRIGHT_TODAY` is no day.
 */
export function todayOf({ env, now }: Surroundings): string {
  const today = nonEmpty(env.MESHWRIGHT_TODAY) ?? now().toISOString().slice(0, 10);
  if (isCalendarDate(today)) return today;
  throw new Error(`MESHWRIGHT_TODAY must be a day such as 2027-06-30, got '${today}'`);
}

/** Where everything offline is kept: the states and the simulated world of each environment. */
export function offlineFolder(workspace: string): string {
  return join(workspace, ".meshwright", "offline");
}

/** The folder of offline states below `workspace` when `MESHWRIGHT_OFFLINE` is `1`, as `meshwright offline` sets it. */
export function offlineDirectoryOf({ env }: Surroundings, workspace: string): string | undefined {
  return env.MESHWRIGHT_OFFLINE === "1" ? offlineFolder(workspace) : undefined;
}

const nonEmpty = (value: string | undefined): string | undefined => (value === "" ? undefined : value);
