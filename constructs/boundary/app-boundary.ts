import type { DomainScope, ImportedPort } from "../access";
import { policyDocument, type PolicyDocument, type PolicyStatement } from "../policy";
import { DENY_SHARE_OUT } from "./deny-share-out";
import { importStatements } from "./import-statements";
import { ownStatements } from "./own-statements";

const DENY_IAM: PolicyStatement = {
  Sid: "DenyIam",
  Effect: "Deny",
  Action: ["iam:*", "sts:AssumeRole"],
  Resource: "*",
};

/**
 * What the apps of a domain can ever do: the domain's own data, and what it imports. The denials say nothing that the
 * list of allowances does not; they hold when a resource policy names a session, which an allowance does not bind.
 */
export function appBoundary(scope: DomainScope, imports: readonly ImportedPort[]): PolicyDocument {
  return policyDocument([
    ...ownStatements(scope),
    ...importStatements(scope, imports),
    DENY_IAM,
    DENY_SHARE_OUT,
  ]);
}
