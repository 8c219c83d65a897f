import type { DomainScope } from "../access";
import { policyDocument, type PolicyDocument } from "../policy";
import { deployBackendStatements } from "./deploy-backend-statements";
import { deployBucketStatements } from "./deploy-bucket-statements";
import { deployKeyStatements } from "./deploy-key-statements";
import { deployMonitoringStatements } from "./deploy-monitoring-statements";
import { deployRoleStatements } from "./deploy-role-statements";
import { deployStateStatements } from "./deploy-state-statements";
import type { DeployTarget } from "./deploy-target";

/** What a deploy role needs for what holds data, and for its state. */
export function deployDataPolicy(scope: DomainScope, target: DeployTarget): PolicyDocument {
  return policyDocument([
    ...deployBucketStatements(scope),
    ...deployKeyStatements(scope),
    ...deployBackendStatements(scope, target),
    ...deployStateStatements(scope, target),
  ]);
}

/** What a deploy role needs for what watches over data and for who works with it. */
export function deployControlPolicy(scope: DomainScope): PolicyDocument {
  return policyDocument([...deployMonitoringStatements(scope), ...deployRoleStatements(scope)]);
}
