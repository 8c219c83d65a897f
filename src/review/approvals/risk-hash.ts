import { createHash } from "node:crypto";
import { riskHashName, type Risk } from "../../names";

/** Where something is accepted: the stack that loses, or the domain that breaks. */
export interface RiskPlace {
  readonly environment: string;
  readonly of: string;
}

/** One thing that is accepted, as all that makes it this and no other. */
export interface RiskFacts {
  readonly facts: string;
}

/**
 * `loss:0123456789abcdef`: the same for the same losses of the same stack in the same environment, in whatever order,
 * and for nothing else. An acceptance in one environment is none in another.
 */
export function riskHash(risk: Risk, { environment, of }: RiskPlace, things: readonly RiskFacts[]): string {
  const facts = things.map((thing) => thing.facts).sort();
  const text = JSON.stringify([environment, of, facts]);
  return riskHashName(risk, createHash("sha256").update(text).digest("hex"));
}
