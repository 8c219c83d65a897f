import { addDays, DAY, type Mesh, type PlanAcknowledgement } from "../../mesh";
import type { LossSet, MeshSide, StackInput } from "../model";
import { lossesOf } from "./losses-of";
import { riskHash } from "./risk-hash";

/** A month: what the proposed entry lasts. */
export const ACCEPTED_FOR = 30 * DAY;

/** Who accepts what the platform's own stack would lose. */
const PLATFORM = "platform";

/** A stack with its plan, when there is one. */
export type LossSource = Pick<StackInput, "stack" | "domain" | "plan" | "outcome">;

/**
 * What each stack would lose, with the hash that accepts exactly that, and whether it is accepted; stacks that lose
 * nothing are left out.
 *
 * @param accepted hashes that a label or a flag accepts
 * @param today `YYYY-MM-DD`
 * @param environment its name, where it is known without the mesh
 */
export function lossSets(
  stacks: readonly LossSource[],
  head: MeshSide | undefined,
  accepted: readonly string[],
  today: string,
  environment = head?.environment.name ?? "",
): LossSet[] {
  return stacks.flatMap(({ stack, domain, plan }): LossSet[] => {
    const losses = plan === undefined ? [] : lossesOf(plan);
    if (losses.length === 0) return [];
    const hash = riskHash({ environment, stack }, losses);
    const place = head && placeOf(head.index.mesh, domain);
    const entry = place?.entries.find(({ plan: accepts, until }) => accepts === hash && until >= today);
    return [
      {
        domain: domain ?? PLATFORM,
        hash,
        losses: losses.map(({ address, sentence }) => ({ stack, address, sentence })),
        ...(entry !== undefined
          ? { acknowledged: { by: "manifest", reason: entry.reason } as const }
          : accepted.includes(hash)
            ? { acknowledged: { by: "label" } as const }
            : {}),
        entry: entryOf(hash, today),
        ...(place === undefined ? {} : { file: place.file }),
      },
    ];
  });
}

/** Where a domain accepts; for the platform, and for a domain that is gone, `mesh.yaml`. */
function placeOf(
  mesh: Mesh,
  domain: string | undefined,
): { readonly file: string; readonly entries: readonly PlanAcknowledgement[] } {
  const { file, acceptedPlans } = (domain === undefined ? undefined : mesh.domains.get(domain)) ?? mesh;
  return { file, entries: acceptedPlans };
}

/** The line below `acknowledgements`, in the manifest's own form. */
const entryOf = (hash: string, today: string): string =>
  `- { plan: "${hash}", reason: "…", until: ${addDays(today, ACCEPTED_FOR)} }`;
