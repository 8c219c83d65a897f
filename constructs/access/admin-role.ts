import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { adminRoleArn, adminRoleName, adminRolePath, boundaryPolicyArn } from "../../src/names";
import { POLICY_LIMITS, renderPolicy } from "../policy";
import { ValidationError } from "../validation";
import { DEFAULT_SESSION_SECONDS } from "./app-role";
import { scopeOf, type DomainScopeProps } from "./domain-scope";
import { problemsOf, SCOPE_RULES } from "./scope-rules";
import { trustPolicy, trustRules } from "./trust-policy";

/** Props of an `AdminRole`. */
export interface AdminRoleProps extends DomainScopeProps {
  /** ARNs of the roles people sign in with, such as those of IAM Identity Center; at least one. */
  readonly roleArns: readonly string[];
  /**
   * What a role of another account must say when it assumes this one.
   * @default - none; roles of another account are refused without it
   */
  readonly externalId?: string;
  /**
   * What has to exist first: the boundary's policies, where the same stack defines them.
   * @default - nothing; the boundary is there already
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * The role of a domain's human administrators: the domain's data, and its app roles inside the app boundary. Its only
 * policy is its own boundary, so the two cannot differ. It belongs in the platform's stack: whoever defines it decides
 * who is an administrator.
 */
export class AdminRole extends Construct {
  /** Computed, so that other stacks can name it. */
  public readonly roleArn: string;
  public readonly roleName: string;

  /** @throws ValidationError when props break a rule. */
  public constructor(scope: Construct, id: string, props: AdminRoleProps) {
    super(scope, id);
    const { roleArns, externalId } = props;
    const domainScope = scopeOf(props);
    const trust = { roleArns, externalId };
    const problems = [
      ...problemsOf(domainScope, SCOPE_RULES),
      ...problemsOf(trust, trustRules(domainScope.site)),
    ];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    const { site, domain } = domainScope;
    const boundary = boundaryPolicyArn(site, domain, "admin");
    this.roleName = adminRoleName(site, domain);
    this.roleArn = adminRoleArn(site, domain);

    const role = new IamRole(this, "Resource", {
      name: this.roleName,
      path: adminRolePath(site, domain),
      description: `Administrators of domain ${domain}`,
      assumeRolePolicy: renderPolicy(this.node.path, trustPolicy(site, trust), POLICY_LIMITS.trust),
      permissionsBoundary: boundary,
      maxSessionDuration: DEFAULT_SESSION_SECONDS,
      forceDetachPolicies: true,
      dependsOn: props.dependsOn,
    });
    new IamRolePolicyAttachment(this, "Attachment", {
      role: role.name,
      policyArn: boundary,
      dependsOn: props.dependsOn,
    });
  }
}
