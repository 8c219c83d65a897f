import { linkProblem, linkTag, tagValue, textProblem } from "../text";
import type { AlarmSeverity } from "./definition";

/** What every alarm says about itself, so that whoever gets the message knows whom to call and what to do. */
export interface AlarmOwnership {
  readonly domain: string;
  readonly ownerTeam: string;
  /** `order-placed.v1`. */
  readonly product: string;
  /** An https link. */
  readonly runbookUrl: string;
}

/** Characters of an owner's name. */
export const MAX_OWNER_TEAM = 128;

/** Why an alarm cannot carry this ownership: empty when it can. */
export function ownershipProblems({ ownerTeam, runbookUrl }: AlarmOwnership): string[] {
  return [textProblem("ownerTeam", ownerTeam, MAX_OWNER_TEAM), linkProblem("runbookUrl", runbookUrl)].filter(
    (problem) => problem !== undefined,
  );
}

/** The description of an alarm: plain text. */
export function alarmDescription(owner: AlarmOwnership, summary: string): string {
  return [
    `${summary}.`,
    `Domain: ${owner.domain}. Owner: ${owner.ownerTeam}. Product: ${owner.product}.`,
    `Runbook: ${owner.runbookUrl}`,
  ].join("\n");
}

/** The tags of an alarm. Where a tag cannot hold the query of the runbook's link, the description has all of it. */
export function alarmTags(owner: AlarmOwnership, severity: AlarmSeverity): Record<string, string> {
  return {
    domain: owner.domain,
    owner: tagValue(owner.ownerTeam),
    product: owner.product,
    severity,
    runbook: linkTag(owner.runbookUrl),
  };
}
