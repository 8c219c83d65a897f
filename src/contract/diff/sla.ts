import { durationSeconds } from "../duration";
import type { ContractSla } from "../model";

/** What is better for a reader. */
type Better = "higher" | "lower";

/** The standard's recommended properties, in lower case; of any other it is not known. */
const BETTER: ReadonlyMap<string, Better> = new Map([
  ["availability", "higher"],
  ["throughput", "higher"],
  ["retention", "higher"],
  ["endofsupport", "higher"],
  ["endoflife", "higher"],
  ["generalavailability", "lower"],
  ["errorrate", "lower"],
  ["frequency", "lower"],
  ["latency", "lower"],
  ["timetodetect", "lower"],
  ["timetonotify", "lower"],
  ["timetorepair", "lower"],
  ["timeofavailability", "lower"],
]);

/** How a promise changed; one that cannot be compared counts as lowered, to be looked at. */
export function compareSla(before: ContractSla | undefined, after: ContractSla | undefined) {
  if (before === undefined) return "slaRaised";
  if (after === undefined) return "slaLowered";
  if (before.value === after.value && before.unit === after.unit) return undefined;

  const better = BETTER.get(after.property);
  const [was, is] = [measureOf(before), measureOf(after)];
  if (was !== undefined && was === is) return undefined;
  if (better === undefined || was === undefined || is === undefined || typeof was !== typeof is)
    return "slaLowered";
  return is > was === (better === "higher") ? "slaRaised" : "slaLowered";
}

/** `7 d`: a promise as people read it. */
export function slaText({ value, unit }: ContractSla): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** Seconds for a duration, else the number; dates and times of day compare as text. */
function measureOf(sla: ContractSla): number | string | undefined {
  const seconds = durationSeconds(sla.value, sla.unit);
  if (seconds !== undefined) return seconds;
  if (typeof sla.value === "number") return sla.value;
  if (typeof sla.value !== "string") return undefined;
  const percent = /^(\d+(?:\.\d+)?)\s*%?$/.exec(sla.value)?.[1];
  if (percent !== undefined) return Number(percent);
  return /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})/.test(sla.value) ? sla.value : undefined;
}
