import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../finding";
import type { MeshIndex } from "../../mesh";
import { checkMesh } from "../../synth/check-mesh";
import { located } from "../checked-mesh";
import { copyMesh } from "./copy-mesh";
import type { NewFile } from "./new-file";
import { writeNewFiles } from "./write-files";

/** What the mesh would be, and what would be wrong with it. */
export interface DraftCheck {
  readonly index?: MeshIndex;
  readonly errors: readonly Finding[];
}

/**
 * Checks the mesh as it would be with these files, in a copy: nothing is written to the mesh itself.
 *
 * @param root of the mesh; undefined for one that does not exist yet
 */
export function checkDraft(root: string | undefined, files: readonly NewFile[], today: string): DraftCheck {
  const copy = mkdtempSync(join(tmpdir(), "meshwright-"));
  try {
    if (root !== undefined) copyMesh(root, copy);
    writeNewFiles(copy, files);
    const { index, problems } = checkMesh(copy, today);
    // Their places are looked up while the copy is there.
    const errors = problems.filter(({ severity }) => severity === "error");
    return { index, errors: located(copy, errors) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
