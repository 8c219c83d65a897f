import type { Planned } from "./planned";

/** A place where the two sides differ; `undefined` where a side has nothing. */
export interface Difference {
  /** Names from the top of the planned change, such as `change.after.config`. */
  readonly path: string;
  readonly engine: unknown;
  readonly real: unknown;
}

/** Where the engine's plan is not the real provider's, leaf by leaf. */
export const differences = (engine: Planned, real: Planned): Difference[] => differ("", engine, real);

function differ(path: string, engine: unknown, real: unknown): Difference[] {
  if (Object.is(engine, real)) return [];
  if (!isTree(engine) || !isTree(real) || Array.isArray(engine) !== Array.isArray(real)) {
    return [{ path, engine, real }];
  }
  const names = [...new Set([...Object.keys(engine), ...Object.keys(real)])].sort();
  return names.flatMap((name) => differ(path === "" ? name : `${path}.${name}`, engine[name], real[name]));
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
