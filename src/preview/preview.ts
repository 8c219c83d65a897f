import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StackComparison, type ComparedSides, type StackFacts } from "./compare-stacks";
import { publicWordsOf } from "./public-words";
import { NOTHING } from "./side";
import { planAll, type PlannedChange, type PlanningOptions } from "./terraform";

/** What is compared, and with what. */
export interface PreviewOptions extends ComparedSides, Omit<PlanningOptions, "folder" | "publicWords"> {}

/** One stack, with its plan unless equal bytes prove that nothing changes. */
export interface PlannedStack extends PlannedChange, StackFacts {
  /** Equal bytes on both sides. */
  readonly proven: boolean;
  /** It differs, and nobody planned it. @default false */
  readonly missing?: boolean;
}

/**
 * Plans what a change of the mesh does, with the real Terraform and nothing else: both sides are made, and the stacks
 * that differ are planned from the one to the other on simulated providers. In deployment order.
 *
 * @throws Error when `baseOutput` is no output folder.
 */
export async function preview(options: PreviewOptions): Promise<PlannedStack[]> {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const { head, base = NOTHING } = options;
    const comparison = new StackComparison(options, { folder });
    const planned = await planAll(comparison.changed, {
      ...options,
      publicWords: publicWordsOf(head, base),
      folder: join(folder, "plans"),
    });
    options.stop?.throwIfAborted();
    return comparison.names.map((stack) => {
      const error = comparison.failures.get(stack);
      const change = error === undefined ? planned.get(stack) : { error };
      return { ...comparison.factsOf(stack, change?.read?.plan), ...change, proven: change === undefined };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
