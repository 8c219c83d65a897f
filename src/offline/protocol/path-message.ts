import type { CtyType, Path } from "../model";
import type { PathMessage } from "./messages";

/**
 * A path on the wire. A step into a set cannot be written there, so the path ends before it and means the
 * whole set, as it does with real providers.
 */
export function pathMessage(type: CtyType, path: Path): PathMessage {
  const steps: PathMessage["steps"][number][] = [];
  let current: CtyType | undefined = type;
  for (const step of path) {
    if (current?.[0] === "set") break;
    if (typeof step === "number") steps.push({ elementKeyInt: step });
    else steps.push(current?.[0] === "map" ? { elementKeyString: step } : { attributeName: step });
    current = inside(current, step);
  }
  return { steps };
}

function inside(type: CtyType | undefined, step: string | number): CtyType | undefined {
  if (type === undefined || typeof type === "string") return undefined;
  if (type[0] === "object") return type[1][step];
  if (type[0] === "tuple") return typeof step === "number" ? type[1][step] : undefined;
  return type[1];
}
