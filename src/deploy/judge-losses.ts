import type { EnvironmentManifest } from "../manifest";
import type { MeshIndex } from "../mesh";
import { boundaryStackName } from "../names";
import { lossSets } from "../review/approvals";
import { plain, type LossSet } from "../review/model";
import { readPlan } from "../review/plan";
import type { Remark } from "./terraform";

/** Whom a plan that loses data has to be accepted by. */
export interface Acceptance {
  readonly index: MeshIndex;
  readonly environment: EnvironmentManifest;
  /** Hashes that whoever deploys accepts: `loss:` and digits. */
  readonly accepted: readonly string[];
}

/** What is said of a plan that would lose data, and whether it may be applied all the same. */
export interface Judgement {
  readonly mayApply: boolean;
  readonly remark: Remark;
}

/** Says what the plan of a stack, as `terraform show -json` tells it, would lose; undefined when it loses nothing. */
export type JudgeLosses = (stack: string, plan: Uint8Array) => Judgement | undefined;

/** More losses than these are counted. */
const MOST_LOSSES = 20;

/**
 * A judge that lets nothing pass that is not accepted exactly, by the manifests as they are or by whoever deploys. An
 * environment in which data may be destroyed is only told.
 */
export function judgeBy({ index, environment, accepted }: Acceptance): JudgeLosses {
  return (stack, bytes) => {
    const { plan, secrets } = readPlan(bytes, { stack });
    const domain = domainOfStack(stack, index);
    const source = { stack, plan, outcome: "planned", ...(domain === undefined ? {} : { domain }) } as const;
    const [losses] = lossSets([source], { index, environment }, accepted, index.today);
    if (losses === undefined || losses.acknowledged !== undefined) return undefined;
    const mayApply = environment.allowDestroy === true;
    const remark = mayApply ? toldOf(losses, environment.name) : refusalOf(losses);
    return { mayApply, remark: { ...remark, detail: secrets.redact(remark.detail) } };
  };
}

/** The domain whose stack or boundary it is; undefined for the platform's. */
function domainOfStack(stack: string, { mesh }: MeshIndex): string | undefined {
  if (mesh.domains.has(stack)) return stack;
  return [...mesh.domains.keys()].find((domain) => boundaryStackName(domain) === stack);
}

function refusalOf({ losses, hash, entry, file = "the manifest" }: LossSet): Remark {
  return {
    severity: "error",
    summary: `nothing was applied: nobody accepted what this plan would lose, ${hash}`,
    detail: [
      ...listOf(losses),
      "",
      `To accept this and nothing else, add to acknowledgements in ${file}:`,
      `  ${entry}`,
      `or deploy with --accept ${hash}`,
    ].join("\n"),
  };
}

function toldOf({ losses, hash }: LossSet, environment: string): Remark {
  return {
    severity: "warning",
    summary: `this plan loses data, which '${environment}' allows, ${hash}`,
    detail: listOf(losses).join("\n"),
  };
}

function listOf(losses: LossSet["losses"]): string[] {
  const shown = losses
    .slice(0, MOST_LOSSES)
    .map(({ address, sentence }) => `- ${plain(sentence)} (${address})`);
  return losses.length > MOST_LOSSES ? [...shown, `- and ${losses.length - MOST_LOSSES} more`] : shown;
}
