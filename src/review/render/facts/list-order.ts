import type { Finding, Severity } from "../../../finding";
import { plain, type AccessChange, type Approval, type LossSet } from "../../model";
import { byUnits, naturally, sortedBy } from "./order";

const DIRECTIONS: readonly AccessChange["direction"][] = ["gained", "changed", "lost"];
const KINDS: readonly Approval["kind"][] = ["approves", "consulted", "informed"];
const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** A review asks for its list several times, and it may be long. */
const SORTED = new WeakMap<readonly AccessChange[], readonly AccessChange[]>();

/** Changes of access, those first by which somebody gains something. */
export function sortedAccess(access: readonly AccessChange[]): readonly AccessChange[] {
  const sorted = SORTED.get(access) ?? inOrder(access);
  SORTED.set(access, sorted);
  return sorted;
}

function inOrder(access: readonly AccessChange[]): AccessChange[] {
  return access
    .map((change) => ({ change, place: DIRECTIONS.indexOf(change.direction), text: plain(change.sentence) }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        naturally(a.text, b.text) ||
        byUnits(a.change.system, b.change.system) ||
        naturally(a.change.stack ?? "", b.change.stack ?? "") ||
        naturally(a.change.address ?? "", b.change.address ?? ""),
    )
    .map(({ change }) => change);
}

/** Approvals, those first that a merge waits for. */
export function sortedApprovals(approvals: readonly Approval[]): Approval[] {
  return sortedBy(approvals, ({ team, kind }) => `${KINDS.indexOf(kind)} ${team}`);
}

/** Sets of losses, those first that nobody has accepted. */
export function sortedLossSets(sets: readonly LossSet[]): LossSet[] {
  return sortedBy(sets, ({ acknowledged, domain, losses, hash }) =>
    [acknowledged === undefined ? 0 : 1, domain, losses[0]?.stack, hash].join("\n"),
  );
}

/** What the mesh's own rules say, worst first. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      naturally(a.at.file, b.at.file) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column ||
      byUnits(a.code, b.code) ||
      byUnits(a.message, b.message) ||
      byUnits(a.value ?? "", b.value ?? ""),
  );
}
