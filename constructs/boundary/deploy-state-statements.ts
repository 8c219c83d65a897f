import { bucketArn, domainStackName, objectArn, stateKey, stateLockKey } from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";
import type { DeployTarget } from "./deploy-target";

/** Terraform lists workspaces below this prefix before anything else; the mesh has none, so nothing is below it. */
const WORKSPACE_PREFIX = "env:/";

/** The ARNs of the objects that are the domain stack's state and its lock. */
export function stateObjectArns({ site, domain }: DomainScope, stateBucket: string): [string, string] {
  const stack = domainStackName(domain);
  return [
    objectArn(site, stateBucket, stateKey(site.environment, stack)),
    objectArn(site, stateBucket, stateLockKey(site.environment, stack)),
  ];
}

/** The domain stack's own state: exact keys, since every stack's state lies in the same bucket. */
export function deployStateStatements(scope: DomainScope, { stateBucket }: DeployTarget): PolicyStatement[] {
  if (stateBucket === undefined) return [];

  const { site, domain } = scope;
  const key = stateKey(site.environment, domainStackName(domain));
  const [state, lock] = stateObjectArns(scope, stateBucket);
  return [
    {
      Sid: "State",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: [state, lock],
    },
    { Sid: "Unlock", Effect: "Allow", Action: "s3:DeleteObject", Resource: lock },
    {
      Sid: "ListState",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: bucketArn(site, stateBucket),
      Condition: { StringEquals: { "s3:prefix": [WORKSPACE_PREFIX, key] } },
    },
  ];
}
