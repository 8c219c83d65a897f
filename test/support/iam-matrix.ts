import type { PolicyDocument, PolicyStatement } from "../../constructs/policy";
import { trialsOf, type MatrixCase, type Target, type Trial } from "./iam/matrix-case";
import { policyId, roleKey, UNGUARDED_KEY, type PolicySet } from "./iam/policy-set";
import { simulate, type Decision, type SimulatedRequest } from "./simulate";

export { iamCases } from "./iam/cases";
export * from "./iam/matrix-case";
export * from "./iam/policy-set";
export * from "./iam/scenario";

const EVERYTHING: PolicyStatement = { Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" };
const ALLOW_EVERYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [EVERYTHING] };
const allowing = (Principal: PolicyStatement["Principal"]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ ...EVERYTHING, Principal }],
});

/** Runs every case, each also with its layers alone; gives one line per case that came out otherwise than expected. */
export async function surprises(cases: readonly MatrixCase[], set: PolicySet): Promise<string[]> {
  const lines: string[] = [];
  for (const trial of cases.flatMap(trialsOf)) {
    const decision = await decide(trial, set);
    if (decision !== trial.expect) {
      lines.push(`${trial.id} (${trial.says}): expected ${trial.expect}, got ${decision}`);
    }
  }
  return lines;
}

/**
 * Drops each statement of the documents in turn, and gives `document#Sid` for those that no case misses: they do
 * nothing, or a case is missing.
 */
export async function unmissedStatements(
  cases: readonly MatrixCase[],
  set: PolicySet,
  documents: readonly string[],
): Promise<string[]> {
  const trials = cases.flatMap(trialsOf);
  const unmissed: string[] = [];
  for (const id of documents) {
    for (const statement of documentOf(set, id).Statement) {
      if (!(await isMissed(trials, set, id, statement))) unmissed.push(`${id}#${statement.Sid}`);
    }
  }
  return unmissed;
}

/**
 * Denials that would be denials where nothing is guarded: the action, the resource or the request is wrong, and the
 * case tries nothing. Left out are services and tokens, which have no policies of their own, and who becomes a role.
 */
export async function vacuousDenials(cases: readonly MatrixCase[], set: PolicySet): Promise<string[]> {
  const vacuous: string[] = [];
  for (const tried of cases) {
    if (tried.expect === "Allowed" || tried.actor.identity === "none") continue;
    if (tried.target.policy?.startsWith("trust:")) continue;

    const request = requestOf({ ...tried, layer: "resource" }, set);
    const resourcePolicy = request.resourcePolicy === undefined ? undefined : allowing("*");
    if ((await simulate({ ...request, resourcePolicy })) !== "Allowed") vacuous.push(tried.id);
  }
  return vacuous;
}

/** The documents that decide on at least one case. */
export function documentsTried(cases: readonly MatrixCase[], set: PolicySet): string[] {
  return [...new Set(cases.flatMap(trialsOf).flatMap((trial) => documentsOf(trial, set)))].sort();
}

async function isMissed(
  trials: readonly Trial[],
  set: PolicySet,
  id: string,
  dropped: PolicyStatement,
): Promise<boolean> {
  const document = documentOf(set, id);
  const rest = { ...document, Statement: document.Statement.filter(({ Sid }) => Sid !== dropped.Sid) };
  const without = { ...set, documents: { ...set.documents, [id]: rest } };

  // Without an allowance only what was allowed can change, and without a denial only what was denied.
  const changeable = dropped.Effect === "Allow" ? "Allowed" : "Denied";
  const candidates = trials.filter(
    (trial) =>
      trial.expect === changeable && concerns(dropped, trial.action) && documentsOf(trial, set).includes(id),
  );
  for (const trial of candidates) {
    if ((await decide(trial, without)) !== trial.expect) return true;
  }
  return false;
}

async function decide(trial: Trial, set: PolicySet): Promise<Decision> {
  try {
    return await simulate(requestOf(trial, set));
  } catch (error) {
    throw new Error(`case ${trial.id} (${trial.action} on ${trial.target.arn})`, { cause: error });
  }
}

function requestOf(trial: Trial, set: PolicySet): SimulatedRequest {
  const { actor, target, layer } = trial;
  const request = {
    principal: actor.principal,
    identityPolicies: identityOf(trial, set),
    boundary: layer === "resource" ? undefined : boundaryOf(trial, set),
    resourcePolicy: resourcePolicyOf(target, set),
    action: trial.action,
    resource: target.arn,
    resourceAccount: target.account,
    context: { ...target.context, ...trial.context },
  };
  return trial.action === "sts:AssumeRoleWithWebIdentity" ? withTokenClaims(request) : request;
}

function identityOf({ actor, layer }: Trial, set: PolicySet): PolicyDocument[] {
  const identity = layer === undefined || layer === "identity" ? actor.identity : "everything";
  if (identity === "own") return ownPolicies(actor.principal, set).map((id) => documentOf(set, id));
  return identity === "everything" ? [ALLOW_EVERYTHING] : [];
}

function boundaryOf({ actor, layer }: Trial, set: PolicySet): PolicyDocument | undefined {
  if (actor.boundary === undefined) return undefined;
  if (layer === "identity") return ALLOW_EVERYTHING;
  const boundary = documentOf(set, policyId(actor.boundary));
  return layer === "denials" ? { ...boundary, Statement: [...boundary.Statement, EVERYTHING] } : boundary;
}

function resourcePolicyOf({ policy, arn }: Target, set: PolicySet): PolicyDocument | undefined {
  if (policy === undefined) return undefined;
  if (policy !== UNGUARDED_KEY) return documentOf(set, policy);
  return allowing({ AWS: `arn:aws:iam::${arn.split(":")[4] ?? ""}:root` });
}

function documentsOf({ actor, target, layer }: Trial, set: PolicySet): string[] {
  const hasOwn = actor.identity === "own" && (layer === undefined || layer === "identity");
  const hasBoundary = actor.boundary !== undefined && layer !== "identity" && layer !== "resource";
  return [
    ...(hasOwn ? ownPolicies(actor.principal, set) : []),
    ...(hasBoundary ? [policyId(actor.boundary ?? "")] : []),
    ...(target.policy === undefined || target.policy === UNGUARDED_KEY ? [] : [target.policy]),
  ];
}

function ownPolicies(principal: string, set: PolicySet): readonly string[] {
  const role = set.roles[roleKey(principal)];
  if (role === undefined) throw new Error(`no role ${roleKey(principal)} among the policies`);
  return role.policies;
}

function documentOf(set: PolicySet, id: string): PolicyDocument {
  const document = set.documents[id];
  if (document === undefined) throw new Error(`no document ${id} among the policies`);
  return document;
}

/** True when the statement may speak of the action at all. */
function concerns({ Action, NotAction }: PolicyStatement, action: string): boolean {
  if (Action === undefined) return NotAction !== undefined;
  return [Action].flat().some((pattern) => wildcard(pattern).test(action));
}

const wildcard = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`, "i");

/** The simulator knows no claims of tokens, so they are called tags of the principal here, in request and policy alike. */
function withTokenClaims(request: SimulatedRequest): SimulatedRequest {
  const renamed = (json: string) => json.replace(/"[\w./-]+:(aud|sub)"/g, '"aws:PrincipalTag/$1"');
  return JSON.parse(renamed(JSON.stringify(request))) as SimulatedRequest;
}
