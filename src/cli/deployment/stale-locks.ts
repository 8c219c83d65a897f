import { prefixOf } from "../checked-mesh";
import { lockFiles } from "../data/lock-files";
import { staleOf } from "../generated-files";
import type { Io } from "../io";
import { ownCommand } from "../own-command";
import type { MeshView } from "../../synth";
import { listed, plural } from "../views/text";

/**
 * What to say when the locks do not hold what was deployed: nothing would keep a later change from losing it unsaid.
 */
export function staleLockLines(
  io: Pick<Io, "env" | "cwd">,
  root: string,
  { index }: MeshView,
  stacks: readonly string[],
): string[] {
  const prefix = prefixOf(io.cwd, root);
  const domains = [...index.mesh.domains.values()].filter(({ name }) => stacks.includes(name));
  const stale = staleOf(root, lockFiles(index, domains)).map(({ path }) => `${prefix}${path}`);
  if (stale.length === 0) return [];
  const verb = plural(stale.length, "does", "do");
  return [
    `${listed(stale)} ${verb} not hold what was deployed: run ${ownCommand(io)} lock and commit what it writes, ` +
      "or nothing keeps a later change from losing it unsaid",
  ];
}
