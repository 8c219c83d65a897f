import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stackFile } from "../../synth/output-index";
import { previewDocument, type PreviewDocument } from "./preview-document";

/**
 * Every stack of an output folder such as `cdktf.out`, whoever made it.
 *
 * @param environment that they have to be of, when it is known
 * @throws Error when it is no output folder, or one of another environment.
 */
export function stacksMadeElsewhere(
  outdir: string,
  environment: string | undefined,
): Map<string, PreviewDocument> {
  const stacks = join(outdir, "stacks");
  if (!existsSync(stacks)) {
    throw new Error(
      `'${outdir}' has no folder 'stacks'; name the folder that a synthesis wrote, such as cdktf.out`,
    );
  }
  const names = readdirSync(stacks).sort();
  const documents = new Map(
    names
      .filter((name) => existsSync(stackFile(outdir, name)))
      .map((name) => [name, previewDocument(stackFile(outdir, name))]),
  );
  if (environment !== undefined) refuseOthers(outdir, environment, documents);
  return documents;
}

function refuseOthers(
  outdir: string,
  environment: string,
  documents: ReadonlyMap<string, PreviewDocument>,
): void {
  for (const { seal } of documents.values()) {
    if (seal === undefined || seal.startsWith(`${environment}/`)) continue;
    throw new Error(
      `'${outdir}' has stacks of another environment (one is sealed as '${seal}'), and this is a review of '${environment}'; ` +
        `synthesise them with MESHWRIGHT_ENV=${environment}`,
    );
  }
}
