import { compare, type Domain, type Mesh, type PlanAcknowledgement } from "../../mesh";
import type { Acknowledged, MeshSide } from "../model";

/** Who accepts what the platform's own stack would lose. */
export const PLATFORM = "platform";

/** The manifest in which something is accepted. */
export interface Place {
  readonly file: string;
  readonly acceptedPlans: readonly PlanAcknowledgement[];
  /** It has acknowledgements, of whatever kind. */
  readonly hasEntries: boolean;
}

/** Where a domain accepts; for the platform, and for a domain that is gone, `mesh.yaml`. */
export function placeOf(mesh: Mesh, domain: string): Place {
  const found = mesh.domains.get(domain);
  const { file, acceptedPlans } = found ?? mesh;
  return {
    file,
    acceptedPlans,
    hasEntries: acceptedPlans.length + (found?.acknowledgements.length ?? 0) > 0,
  };
}

/** How all that a hash stands for is accepted today; undefined when it is not. */
export function acknowledgedOf(
  hash: string,
  place: Place | undefined,
  accepted: readonly string[],
  today: string,
): Acknowledged | undefined {
  const entry = place?.acceptedPlans.find(({ plan, until }) => plan === hash && until >= today);
  if (entry !== undefined) return { by: "manifest", reason: entry.reason };
  return accepted.includes(hash) ? { by: "label" } : undefined;
}

/** The domain as it will be; as it was when it goes. */
export const domainOn = (
  name: string,
  head: MeshSide | undefined,
  base: MeshSide | undefined,
): Domain | undefined => head?.index.mesh.domains.get(name) ?? base?.index.mesh.domains.get(name);

/** The first team of `mesh.yaml` owns what is in no domain's folder; empty when nothing is known of it. */
export function platformTeam(head: MeshSide | undefined, base: MeshSide | undefined): string {
  const [team = ""] = (head ?? base)?.index.mesh.teams ?? [];
  return team;
}

/** The teams that accept for a domain, sorted: its owner and who is accountable; the platform where there is none. */
export function acceptorsOf(
  name: string,
  head: MeshSide | undefined,
  base: MeshSide | undefined,
): readonly string[] {
  const domain = domainOn(name, head, base);
  const teams =
    domain === undefined ? [platformTeam(head, base)] : [domain.owner.team, ...domain.raci.accountable];
  return [...new Set(teams)].filter((team) => team !== "").sort(compare);
}
