import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import {
  boundaryPolicyName,
  deployPolicyName,
  deployRoleArn,
  deployRoleName,
  deployRolePath,
  GUARD_PATH,
} from "../../src/names";
import {
  DEFAULT_SESSION_SECONDS,
  problemsOf,
  SCOPE_RULES,
  scopeOf,
  type DomainScope,
  type DomainScopeProps,
} from "../access";
import { POLICY_LIMITS, renderPolicy, type PolicyDocument } from "../policy";
import { ValidationError } from "../validation";
import { deployBoundary } from "./deploy-boundary";
import { deployControlPolicy, deployDataPolicy } from "./deploy-policies";
import { TARGET_RULES, type DeployTarget } from "./deploy-target";
import { DEPLOY_TRUST_RULES, deployTrustPolicy, type DeployTrust } from "./deploy-trust";

/** Props of a `DeployRole`. */
export interface DeployRoleProps extends DomainScopeProps {
  readonly trust: DeployTrust;
  /**
   * The bucket that holds Terraform's state.
   * @default - none: state is local
   */
  readonly stateBucket?: string;
  /**
   * The Postgres user that the domain's stack connects as.
   * @default - the admin user of the environment
   */
  readonly databaseUser?: string;
  /**
   * Refuse to destroy the role's boundary.
   * @default - true in a protected environment
   */
  readonly retain?: boolean;
}

/**
 * The role that the CI of a domain assumes to deploy the domain's stack, and nothing else: the domain's bucket, key,
 * topics, alerts and app roles, by name, and its own state; in Postgres what its user there may. It belongs in the
 * platform's stack.
 *
 * What remains, since a stack's own resources are the stack's to change:
 * - It writes the policies of the domain's own bucket, key and alert topic and the trust of its app roles, so it can
 *   share the domain's data with others. Reviews of the plan find that, and the account's public access block and
 *   organisation policies stop the worst. It cannot read objects or records itself.
 * - It can delete the domain's topics, key (after its waiting time) and empty bucket. `prevent_destroy` and reviews stand
 *   before that. It cannot empty the bucket: a bucket with `allowDestroy` is destroyed by a role of the platform.
 * - It lists the names of all keys' aliases and log groups of its account.
 * - It connects to Postgres as the environment's admin user and is therefore as mighty there as that admin: it can read
 *   and change the data of every domain on the server. IAM sees the connection and nothing of what is done in it, so
 *   nothing but a `databaseUser` of fewer rights, or a server of its own, keeps a domain's CI out of the other domains.
 * - A key without tags and without an alias can be taken over by tagging it. Meshwright's own keys always have both.
 */
export class DeployRole extends Construct {
  /** Computed, so that other stacks can name it. */
  public readonly roleArn: string;
  public readonly roleName: string;

  /** @throws ValidationError when props break a rule, or a policy is larger than AWS takes (`PolicyTooLarge`). */
  public constructor(scope: Construct, id: string, props: DeployRoleProps) {
    super(scope, id);
    const { trust, stateBucket, databaseUser = props.environment.postgres.adminUser } = props;
    const domainScope = scopeOf(props);
    const target = { stateBucket, databaseUser };
    const problems = [
      ...problemsOf(domainScope, SCOPE_RULES),
      ...problemsOf(trust, DEPLOY_TRUST_RULES),
      ...problemsOf(target, TARGET_RULES),
    ];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    const { site, domain } = domainScope;
    this.roleName = deployRoleName(site, domain);
    this.roleArn = deployRoleArn(site, domain);

    const boundary = this.boundary(domainScope, target, props.retain ?? props.environment.protected);
    const role = new IamRole(this, "Resource", {
      name: this.roleName,
      path: deployRolePath(site, domain),
      description: `CI of domain ${domain}`,
      assumeRolePolicy: renderPolicy(this.node.path, deployTrustPolicy(site, trust), POLICY_LIMITS.trust),
      permissionsBoundary: boundary.arn,
      maxSessionDuration: DEFAULT_SESSION_SECONDS,
      forceDetachPolicies: true,
    });
    this.attach(role, "Data", deployPolicyName(site, domain, "data"), deployDataPolicy(domainScope, target));
    this.attach(role, "Control", deployPolicyName(site, domain, "control"), deployControlPolicy(domainScope));
  }

  private boundary(scope: DomainScope, target: DeployTarget, retain: boolean): IamPolicy {
    return new IamPolicy(this, "Boundary", {
      name: boundaryPolicyName(scope.site, scope.domain, "deploy"),
      path: GUARD_PATH,
      description: `What the CI of domain ${scope.domain} can ever do`,
      policy: renderPolicy(this.node.path, deployBoundary(scope, target), POLICY_LIMITS.managed),
      lifecycle: { preventDestroy: retain },
    });
  }

  private attach(role: IamRole, id: string, name: string, document: PolicyDocument): void {
    const policy = new IamPolicy(this, id, {
      name,
      path: GUARD_PATH,
      policy: renderPolicy(this.node.path, document, POLICY_LIMITS.managed),
    });
    new IamRolePolicyAttachment(this, `${id}Attachment`, { role: role.name, policyArn: policy.arn });
  }
}
