import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeStacks } from "./documents";
import type { PlannedStack } from "./preview";
import { publicWordsOf } from "./public-words";
import { readStackPlan } from "./read-stack-plan";
import { NOTHING, type Side } from "./side";

/** Plans made elsewhere, by stack, as `terraform show -json` tells them; read one after another. */
export type PlansByStack = ReadonlyMap<string, () => Uint8Array>;

/** Joins plans from elsewhere with what the mesh on either side knows of their stacks. */
export function plannedElsewhere(
  plans: PlansByStack,
  head: Side = NOTHING,
  base: Side = NOTHING,
): PlannedStack[] {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const known = [base, head].map((side, at) => {
      const names = new Set([...plans.keys()].filter((name) => side.stacks.has(name)));
      return makeStacks(names, side.plans, join(folder, String(at))).documents;
    });
    const publicWords = publicWordsOf(head, base);
    const order = [...head.stacks.keys(), ...base.stacks.keys()];
    return [...plans]
      .sort(([a], [b]) => positionIn(order, a) - positionIn(order, b))
      .map(([stack, read]) => {
        const documents = known.flatMap((side) => side.get(stack) ?? []);
        const domain = (head.stacks.get(stack) ?? base.stacks.get(stack))?.domain;
        return {
          ...{ stack, read: readStackPlan(stack, read(), publicWords), proven: false },
          ...(domain === undefined ? {} : { domain }),
          constructs: new Map(documents.flatMap(({ constructs }) => [...constructs])),
          // These plans are Terraform's own answer: what it refuses is an error of theirs.
          prevented: new Set<string>(),
        };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stacks that the mesh does not know come last. */
function positionIn(order: readonly string[], stack: string): number {
  const at = order.indexOf(stack);
  return at < 0 ? order.length : at;
}
