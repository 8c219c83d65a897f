import { createHash } from "node:crypto";

/**
 * A hash over everything that decides a stack's bytes: its input, the library and the framework. Keys keep the order
 * in which the code builds them, which is the same in every run.
 */
export function fingerprint(input: object, versions: string): string {
  return createHash("sha256")
    .update(versions)
    .update("\0")
    .update(JSON.stringify(input, replacer))
    .digest("hex");
}

/** Maps and sets would vanish in JSON, and with them a difference that matters. */
function replacer(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
