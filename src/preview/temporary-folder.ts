import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs something with a folder that only this user can enter, and that is gone afterwards. */
export async function inTemporaryFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "meshwright-review-"));
  try {
    return await run(join(folder, "base"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
