import { at, type Path, type Value } from "../model";

/** The text that a path leads to; empty when there is none, or it is not known yet. */
export function textAt(value: Value | undefined, ...path: Path): string {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
}
