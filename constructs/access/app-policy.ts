import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { appPolicyName, appRolePath, type AppPolicyUse } from "../../src/names";
import type { AppIdentity } from "../identity";
import { POLICY_LIMITS, policyDocument, renderPolicy, type PolicyStatement } from "../policy";

/** Props of an `AppPolicy`. */
export interface AppPolicyProps {
  readonly identity: AppIdentity;
  readonly use: AppPolicyUse;
  readonly role: IamRole;
  readonly statements: readonly PolicyStatement[];
}

/** A managed policy of one app, attached: never inline, so that each is counted and reviewed by itself. */
export class AppPolicy extends Construct {
  public constructor(scope: Construct, id: string, { identity, use, role, statements }: AppPolicyProps) {
    super(scope, id);
    const { site, domain, app } = identity;

    const policy = new IamPolicy(this, "Resource", {
      name: appPolicyName(site, domain, app, use),
      path: appRolePath(site, domain),
      policy: renderPolicy(this.node.path, policyDocument(statements), POLICY_LIMITS.managed),
    });
    new IamRolePolicyAttachment(this, "Attachment", { role: role.name, policyArn: policy.arn });
  }
}
