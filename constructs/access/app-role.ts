import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import {
  appRoleArn,
  appRoleName,
  appRolePath,
  boundaryPolicyArn,
  identifierProblem,
  type AppPolicyUse,
} from "../../src/names";
import type { AppIdentity } from "../identity";
import { POLICY_LIMITS, renderPolicy, type PolicyStatement } from "../policy";
import { ValidationError } from "../validation";
import { AppPolicy } from "./app-policy";
import { consumerStatements } from "./consumer-statements";
import { scopeOf, type DomainScope, type DomainScopeProps } from "./domain-scope";
import type { ImportedPort, ProductPort } from "./port";
import { producerStatements } from "./producer-statements";
import { runStatements } from "./run-statements";
import { importedPortProblems, problemsOf, producedPortProblems, SCOPE_RULES } from "./scope-rules";
import { DEFAULT_APP_TRUST, trustPolicy, trustRules, type RoleTrust } from "./trust-policy";

/** How long a session of a role lasts, in seconds. */
export const DEFAULT_SESSION_SECONDS = 3600;

/** Props of an `AppRole`. */
export interface AppRoleProps extends DomainScopeProps {
  readonly app: string;
  /**
   * Who may become the app.
   * @default DEFAULT_APP_TRUST
   */
  readonly trust?: RoleTrust;
  /**
   * Ports of the app's own domain that it writes.
   * @default - none
   */
  readonly produces?: readonly ProductPort[];
  /**
   * Ports of other domains that it reads.
   * @default - none
   */
  readonly consumes?: readonly ImportedPort[];
  /**
   * It connects to Postgres as its own login. Needs an environment whose database IAM guards.
   * @default false
   */
  readonly database?: boolean;
  /**
   * What has to exist first: the boundary's policies, where the same stack defines them.
   * @default - nothing; the boundary is there already
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * The IAM role of one app of a domain: what it writes, what it reads, and no more, inside the domain's app boundary.
 * The boundary is named by its computed ARN, so the role can be planned before the boundary's stack is; it cannot be
 * created before.
 */
export class AppRole extends Construct {
  /** Who the app is to Kafka, Postgres and to the constructs that grant. */
  public readonly identity: AppIdentity;
  /** Computed, so that other stacks can name it. */
  public readonly roleArn: string;
  public readonly roleName: string;

  /** @throws ValidationError when props break a rule, or a policy is larger than AWS takes (`PolicyTooLarge`). */
  public constructor(scope: Construct, id: string, props: AppRoleProps) {
    super(scope, id);
    const { app, trust = DEFAULT_APP_TRUST, produces = [], consumes = [], database = false } = props;
    const domainScope = scopeOf(props);
    this.check(domainScope, app, trust, produces, consumes);

    const { site, domain } = domainScope;
    this.identity = { domain, app, site };
    this.roleName = appRoleName(site, domain, app);
    this.roleArn = appRoleArn(site, domain, app);

    const role = new IamRole(this, "Resource", {
      name: this.roleName,
      path: appRolePath(site, domain),
      description: `App ${app} of domain ${domain}`,
      assumeRolePolicy: renderPolicy(this.node.path, trustPolicy(site, trust), POLICY_LIMITS.trust),
      permissionsBoundary: boundaryPolicyArn(site, domain, "app"),
      maxSessionDuration: DEFAULT_SESSION_SECONDS,
      forceDetachPolicies: true,
      dependsOn: props.dependsOn,
    });
    const kafka = [...produces, ...consumes].some(({ topic }) => topic);
    this.attach(role, "Run", "run", runStatements(domainScope, app, { kafka, database }));
    this.attach(role, "Produce", "produce", producerStatements(domainScope, app, produces));
    this.attach(role, "Consume", "consume", consumerStatements(domainScope, consumes));
  }

  private attach(role: IamRole, id: string, use: AppPolicyUse, statements: readonly PolicyStatement[]): void {
    if (statements.length > 0) new AppPolicy(this, id, { identity: this.identity, use, role, statements });
  }

  private check(
    scope: DomainScope,
    app: string,
    trust: RoleTrust,
    produces: readonly ProductPort[],
    consumes: readonly ImportedPort[],
  ): void {
    const appProblem = identifierProblem("app", app);
    const problems = [
      ...problemsOf(scope, SCOPE_RULES),
      ...(appProblem === undefined ? [] : [appProblem]),
      ...problemsOf(trust, trustRules(scope.site)),
      ...producedPortProblems(scope.domain, produces),
      ...importedPortProblems(scope, consumes),
    ];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);
  }
}
