/** A value that is known after the apply only. */
export const UNKNOWN: unique symbol = Symbol("known after apply");

/**
 * A value that must not be shown. The literal is not in it; equal literals of one report have one and the same secret,
 * so that `===` tells whether it changed.
 */
export class Secret {
  constructor(readonly number: number) {}
}

/** What a plan holds once its secrets are taken out. Integers too large for a number are bigints. */
export type Value =
  null | boolean | number | bigint | string | typeof UNKNOWN | Secret | readonly Value[] | Fields;

/** An object or a map. */
export interface Fields {
  readonly [key: string]: Value;
}

/** From the root of a resource to a part of it. */
export type Path = readonly (string | number)[];

/** `config.retention.ms`, `rule[0].expiration`: a path for people. */
export function pathText(path: Path): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join("");
}

/** True for an object or a map. */
export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Secret);
}

/** The part of a value that a path leads to; undefined when there is none. */
export function at(value: Value | undefined, ...path: Path): Value | undefined {
  let here: Value | undefined = value;
  for (const step of path) {
    if (Array.isArray(here)) here = (here as readonly Value[])[Number(step)];
    else if (isFields(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}
