import type { Action, Counts, ResourceChange } from "./model";

type Counted = Exclude<keyof Counts, "drift" | "move" | "import">;

/** Which count an action adds to. */
const COUNTED: Readonly<Partial<Record<Action, Counted>>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "delete",
  forget: "forget",
  "create-forget": "create",
  other: "update",
};

/** Counts changes; one that also moves or is imported counts for both. */
export function countsOf(changes: readonly ResourceChange[], drift: number): Counts {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, move: 0, import: 0, forget: 0 };
  for (const { action, previousAddress, importing } of changes) {
    const counted = COUNTED[action];
    if (counted !== undefined) counts[counted] += 1;
    if (previousAddress !== undefined) counts.move += 1;
    if (importing !== undefined) counts.import += 1;
    if (action === "create-forget") counts.forget += 1;
  }
  return { ...counts, drift };
}
