import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { boundaryPolicyArn, boundaryPolicyName, GUARD_PATH } from "../../src/names";
import {
  importedPortProblems,
  problemsOf,
  SCOPE_RULES,
  scopeOf,
  type DomainScopeProps,
  type ImportedPort,
} from "../access";
import { POLICY_LIMITS, renderPolicy, type PolicyDocument } from "../policy";
import { ValidationError } from "../validation";
import { adminBoundary } from "./admin-boundary";
import { appBoundary } from "./app-boundary";

/** Props of a `DomainBoundary`. */
export interface DomainBoundaryProps extends DomainScopeProps {
  /** Ports of other domains that the domain's apps may read. */
  readonly imports: readonly ImportedPort[];
  /**
   * Refuse to destroy the boundaries.
   * @default - true in a protected environment
   */
  readonly retain?: boolean;
}

/**
 * What the identities of a domain can ever do, whatever policies they are given: one permissions boundary for its apps
 * and one for its administrators. It belongs in the platform's stack. The deploy role brings its own, see `DeployRole`.
 *
 * A boundary binds what a resource policy grants to a role, and not what it grants to a session of that role or to
 * everybody; that is why no Meshwright policy grants to those, and why the boundaries also deny.
 */
export class DomainBoundary extends Construct {
  /** Computed, so that other stacks can name it. */
  public readonly appBoundaryArn: string;
  /** Computed, so that other stacks can name it. */
  public readonly adminBoundaryArn: string;
  /** For roles that the same stack defines: they have to wait for these. */
  public readonly policies: readonly ITerraformDependable[];

  /** @throws ValidationError when props break a rule, or the imports do not fit (`PolicyTooLarge`). */
  public constructor(scope: Construct, id: string, props: DomainBoundaryProps) {
    super(scope, id);
    const { imports, retain = props.environment.protected } = props;
    const domainScope = scopeOf(props);
    const problems = [...problemsOf(domainScope, SCOPE_RULES), ...importedPortProblems(domainScope, imports)];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    const { site, domain } = domainScope;
    this.appBoundaryArn = boundaryPolicyArn(site, domain, "app");
    this.adminBoundaryArn = boundaryPolicyArn(site, domain, "admin");

    const define = (tier: "app" | "admin", description: string, document: PolicyDocument): IamPolicy =>
      new IamPolicy(this, tier === "app" ? "App" : "Admin", {
        name: boundaryPolicyName(site, domain, tier),
        path: GUARD_PATH,
        description,
        policy: renderPolicy(this.node.path, document, limitFor(imports.length)),
        lifecycle: { preventDestroy: retain },
      });
    this.policies = [
      define("app", `What apps of domain ${domain} can ever do`, appBoundary(domainScope, imports)),
      define("admin", `What administrators of domain ${domain} can ever do`, adminBoundary(domainScope)),
    ];
  }
}

function limitFor(imports: number) {
  const hint = `the domain has ${imports} imports; give it fewer, or split it`;
  return { ...POLICY_LIMITS.managed, hint };
}
