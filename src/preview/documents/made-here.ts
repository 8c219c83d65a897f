import { join } from "node:path";
import { writeStacks, type StackFailure, type StackPlan } from "../../synth";
import { stackFile } from "../../synth/output-index";
import { versionsOfEverything } from "../../synth/versions";
import { previewDocument, type PreviewDocument } from "./preview-document";

/** Stacks of one side, made by these constructs. */
export interface MadeStacks {
  readonly documents: ReadonlyMap<string, PreviewDocument>;
  /** Those that cannot be made, with the reason. */
  readonly failures: readonly StackFailure[];
}

/**
 * Makes the stacks of these names.
 *
 * @param plans gives the stacks of some names; called again for the others when some cannot be made
 * @param folder for their JSON; it must not be there
 */
export function makeStacks(
  names: ReadonlySet<string>,
  plans: (names: ReadonlySet<string>) => Iterable<StackPlan>,
  folder: string,
): MadeStacks {
  if (names.size === 0) return { documents: new Map(), failures: [] };
  const versions = versionsOfEverything();
  const all = writeStacks(plans(names), { outdir: join(folder, "all"), versions });
  if (all.failed.length === 0) return { documents: read(join(folder, "all"), all.written), failures: [] };

  const failed = new Set(all.failed.map(({ name }) => name));
  const others = new Set([...names].filter((name) => !failed.has(name)));
  const { written } = writeStacks(plans(others), { outdir: join(folder, "others"), versions });
  return { documents: read(join(folder, "others"), written), failures: all.failed };
}

function read(outdir: string, names: readonly string[]): Map<string, PreviewDocument> {
  return new Map(names.map((name) => [name, previewDocument(stackFile(outdir, name))]));
}
