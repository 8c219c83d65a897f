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

/** Joins plans from elsewhere with what the mesh on either side knows of their stacks; others come last. */
export function plannedElsewhere(
  plans: PlansByStack,
  head: Side = NOTHING,
  base: Side = NOTHING,
): PlannedStack[] {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const publicWords = publicWordsOf(head, base);
    const names = new Set([...head.stacks.keys(), ...base.stacks.keys()]);
    const order = new Map([...names].map((name, at) => [name, at]));
    const plansRead = [...plans]
      .sort(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
      .map(([stack, read]) => ({ stack, read: readStackPlan(stack, read(), publicWords) }));
    // Making a stack takes longer than reading its plan: only what changes is worth it.
    const changed = plansRead.filter(({ read }) => read.plan.changes.length > 0).map(({ stack }) => stack);
    const known = [base, head].map((side, at) => {
      const toMake = new Set(changed.filter((name) => side.stacks.has(name)));
      return makeStacks(toMake, side.plans, join(folder, String(at))).documents;
    });
    return plansRead.map(({ stack, read }) => {
      const documents = known.flatMap((side) => side.get(stack) ?? []);
      const domain = (head.stacks.get(stack) ?? base.stacks.get(stack))?.domain;
      return {
        ...{ stack, read, proven: false },
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
