import type { EnvironmentManifest } from "../manifest";
import { domainOfStack, type MeshIndex } from "../mesh";
import { acknowledgementBlocks, entriesYaml, lossSets } from "../review/approvals";
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
export class LossJudge {
  /** Of everything judged so far, with its stack. */
  private readonly hashes = new Map<string, string>();

  constructor(private readonly acceptance: Acceptance) {}

  readonly judge: JudgeLosses = (stack, bytes) => {
    const { index, environment, accepted } = this.acceptance;
    const { plan, secrets } = readPlan(bytes, { stack });
    const domain = domainOfStack(index.mesh, stack);
    const source = { stack, plan, outcome: "planned", ...(domain === undefined ? {} : { domain }) } as const;
    const [losses] = lossSets([source], { index, environment }, accepted, index.today);
    if (losses === undefined) return undefined;
    this.hashes.set(losses.hash, stack);
    if (losses.acknowledged !== undefined) return undefined;
    const mayApply = environment.allowDestroy === true;
    const remark = mayApply ? toldOf(losses, environment.name) : this.refusalOf(losses);
    return { mayApply, remark: { ...remark, detail: secrets.redact(remark.detail) } };
  };

  /** A warning for each hash that whoever deploys accepts and that no plan has that was judged. */
  unmatched(): string[] {
    const found = [...this.hashes].map(([hash, stack]) => `${hash} (${stack})`).sort();
    const there = found.length === 0 ? "none loses data" : `what there is to accept: ${found.join(", ")}`;
    return this.acceptance.accepted
      .filter((hash) => !this.hashes.has(hash))
      .map(
        (hash) =>
          `--accept ${hash} accepts nothing: no stack that was planned would lose exactly that; ${there}`,
      );
  }

  private refusalOf(set: LossSet): Remark {
    const { losses, hash, about, entry, file = "the manifest" } = set;
    const { index, environment } = this.acceptance;
    const blocks = acknowledgementBlocks({ losses: [set], breaks: [] }, { head: { index, environment } });
    const { teams = [], hasOthers = false } = blocks.find((block) => block.file === file) ?? {};
    const who = teams.length === 0 ? "who answers for it" : teams.join(" and ");
    const where = hasOthers ? `below acknowledgements in ${file}` : `to ${file}`;
    return {
      severity: "error",
      summary: `nothing was applied: nobody accepted what this plan would lose, ${hash}`,
      detail: [
        ...listOf(losses),
        "",
        `To accept this and nothing else, ${who} can add this ${where}, with a reason in place of "…":`,
        entriesYaml([{ about, entry }], hasOthers),
        `For this one deployment, --accept ${hash} does the same.`,
      ].join("\n"),
    };
  }
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
