import type { PolicyDocument } from "../../constructs/policy";
import { simulate, type Decision, type SimulatedRequest } from "./simulate";

/** A request whose outcome is known; the policy under test is put in by `place`. */
export interface PolicyCase {
  readonly name: string;
  readonly expected: Decision;
  readonly request: SimulatedRequest;
}

/**
 * Where the policy under test stands among a request's policies; it is the resource policy unless said otherwise.
 */
export type Placement = (request: SimulatedRequest, policy: PolicyDocument) => SimulatedRequest;

const asResourcePolicy: Placement = (request, resourcePolicy) => ({ ...request, resourcePolicy });

/** Names of the cases whose outcome is not the expected one. */
export async function wrongCases(
  policy: PolicyDocument,
  cases: readonly PolicyCase[],
  place = asResourcePolicy,
): Promise<string[]> {
  const decisions = await Promise.all(cases.map(({ request }) => simulate(place(request, policy))));
  return cases.filter(({ expected }, at) => decisions[at] !== expected).map(({ name }) => name);
}

/**
 * Drops each statement in turn, and gives the Sids of those that no case misses: they do nothing, or a case is missing.
 */
export async function unmissedStatements(
  policy: PolicyDocument,
  cases: readonly PolicyCase[],
  place = asResourcePolicy,
): Promise<string[]> {
  const unmissed: string[] = [];
  for (const { Sid } of policy.Statement) {
    const without = { ...policy, Statement: policy.Statement.filter((statement) => statement.Sid !== Sid) };
    if ((await wrongCases(without, cases, place)).length === 0) unmissed.push(Sid);
  }
  return unmissed;
}
