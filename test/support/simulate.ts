import { runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { PolicyDocument } from "../../constructs/policy";

type ContextValues = Readonly<Record<string, string | readonly string[]>>;

/** One request to AWS, and the policies that decide on it. */
export interface SimulatedRequest {
  /** The ARN of a role, or an AWS service such as `cloudwatch.amazonaws.com`. */
  readonly principal: string;
  /** The principal's own policies: documents, or the JSON found in a synthesised stack. */
  readonly identityPolicies: readonly (PolicyDocument | string)[];
  /** @default - the principal has no permissions boundary */
  readonly boundary?: PolicyDocument | string;
  /** The bucket, key or topic policy. @default - none */
  readonly resourcePolicy?: PolicyDocument | string;
  readonly action: string;
  /** An ARN, or `*` for actions that know no resource. */
  readonly resource: string;
  /**
   * The account that owns the resource.
   * @default - the account in the ARN; where it has none, as for S3, the principal's
   */
  readonly resourceAccount?: string;
  /** Condition keys of the request; they win over those of `defaultContext`. */
  readonly context?: ContextValues;
}

export type Decision = "Allowed" | "Denied";

/**
 * What AWS would decide. Rejects when a policy, the action, the resource or a condition key given by the test is none
 * that AWS knows: a case that is never evaluated must not look like a denial.
 */
export async function simulate(request: SimulatedRequest): Promise<Decision> {
  const simulation = withKnownKeys(simulationOf(request));
  const outcome = await runSimulation(simulation, { simulationMode: "Strict" });

  if (outcome.resultType === "error") throw new Error(`cannot simulate: ${JSON.stringify(outcome.errors)}`);
  if (outcome.resultType === "single") {
    const lost = (outcome.result.ignoredContextKeys ?? []).filter((key) => key in (request.context ?? {}));
    if (lost.length > 0)
      throw new Error(`${request.action} does not know the condition keys ${lost.join(", ")}`);
  }
  return outcome.overallResult === "Allowed" ? "Allowed" : "Denied";
}

/**
 * The simulator knows `kms:EncryptionContext:…` only with a placeholder for its last part, so it drops every real one.
 * Such a key is called `aws:SourceArn` here, in request and policies alike, so that it is evaluated.
 */
function withKnownKeys(simulation: Simulation): Simulation {
  const keys = Object.keys(simulation.request.contextVariables);
  const unknown = keys.filter((key) => key.startsWith("kms:EncryptionContext:"));
  if (unknown.length === 0) return simulation;
  if (unknown.length > 1 || keys.includes("aws:SourceArn")) {
    throw new Error("simulate one key of the encryption context, and no aws:SourceArn beside it");
  }
  return JSON.parse(
    JSON.stringify(simulation).replaceAll(`"${unknown[0]}"`, '"aws:SourceArn"'),
  ) as Simulation;
}

function simulationOf(request: SimulatedRequest): Simulation {
  return {
    request: {
      principal: request.principal,
      action: request.action,
      resource: { resource: request.resource, accountId: accountOf(request) },
      contextVariables: copyOf({ ...defaultContext(request.principal), ...request.context }),
    },
    identityPolicies: request.identityPolicies.map((policy, n) => ({
      name: `policy${n}`,
      policy: parsed(policy),
    })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    permissionBoundaryPolicies:
      request.boundary === undefined ? undefined : [{ name: "boundary", policy: parsed(request.boundary) }],
    resourcePolicy: request.resourcePolicy === undefined ? undefined : parsed(request.resourcePolicy),
  };
}

/** What AWS says of every request by itself: who asks, and over a connection that is good enough. */
function defaultContext(principal: string): ContextValues {
  const connection = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.2" };
  if (isService(principal)) {
    return { ...connection, "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": principal };
  }
  return {
    ...connection,
    "aws:PrincipalArn": principal,
    "aws:PrincipalAccount": accountIn(principal) ?? "",
    "aws:PrincipalIsAWSService": "false",
  };
}

function accountOf({ resourceAccount, resource, principal }: SimulatedRequest): string {
  const account = resourceAccount ?? accountIn(resource) ?? accountIn(principal);
  if (account === undefined)
    throw new Error(`say resourceAccount: no account in '${resource}' or '${principal}'`);
  return account;
}

const isService = (principal: string): boolean => principal.endsWith(".amazonaws.com");
const accountIn = (arn: string): string | undefined => arn.split(":")[4] || undefined;
const parsed = (policy: PolicyDocument | string): unknown =>
  JSON.parse(typeof policy === "string" ? policy : JSON.stringify(policy));
const copyOf = (values: ContextValues): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
  );
