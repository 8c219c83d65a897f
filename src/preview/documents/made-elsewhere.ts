import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stackFile } from "../../synth/output-index";
import { previewDocument, type PreviewDocument } from "./preview-document";

/**
 * Every stack of an output folder such as `cdktf.out`, whoever made it.
 *
 * @throws Error when it is no output folder.
 */
export function stacksMadeElsewhere(outdir: string): Map<string, PreviewDocument> {
  const stacks = join(outdir, "stacks");
  if (!existsSync(stacks)) {
    throw new Error(
      `'${outdir}' has no folder 'stacks'; name the folder that a synthesis wrote, such as cdktf.out`,
    );
  }
  const names = readdirSync(stacks).sort();
  return new Map(
    names
      .filter((name) => existsSync(stackFile(outdir, name)))
      .map((name) => [name, previewDocument(stackFile(outdir, name))]),
  );
}
