import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { Lazy } from "../../src/cdk";
import { DOMAIN_TAG, ENVIRONMENT_TAG, keyAlias, type Site } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { isAppOf, roleArnOf, type AppIdentity, type Grant } from "../identity";
import { POLICY_LIMITS, policyDocument, renderPolicy } from "../policy";
import { nameProblem, validate, type Rule } from "../validation";
import { keyPolicyStatements } from "./key-policy";
import { KeyReference, type IDomainKey } from "./key-reference";
import type { KeyOwner } from "./key-statements";

/** Days between asking AWS to delete a key and losing it: the longest that KMS offers. */
export const KEY_DELETION_WINDOW_DAYS = 30;

export interface DomainKeyProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly domain: string;
  /**
   * Refuse to plan the key's destruction: everything encrypted with it would be lost.
   * @default - true where the environment is protected
   */
  readonly retain?: boolean;
}

const RULES: readonly Rule<Required<Pick<DomainKeyProps, "site" | "domain" | "environment">>>[] = [
  {
    holds: ({ site, domain }) => nameProblem(() => keyAlias(site, domain)) === undefined,
    problem: ({ site, domain }) => nameProblem(() => keyAlias(site, domain)) ?? "",
  },
  {
    holds: ({ site, environment }) => site.environment === environment.site.environment,
    problem: ({ site, environment }) =>
      `EnvMismatch: site is of environment '${site.environment}', the construct of ` +
      `'${environment.site.environment}'; give both the same environment`,
  },
];

/** The KMS key of a domain, known to every other stack by its alias. */
export class DomainKey extends Construct implements IDomainKey {
  /** The key of a domain that another stack defines. Granting gives the app's side only. */
  public static fromDomain(owner: KeyOwner): IDomainKey {
    return new KeyReference(owner, `key of '${owner.domain}'`);
  }

  public readonly site: Site;
  public readonly domain: string;
  public readonly keyAlias: string;
  public readonly keyAliasArn: string;
  /** A token: known to this stack alone, and never part of a policy. */
  public readonly keyArn: string;

  private readonly reference: KeyReference;
  private readonly platformSite: Site;
  private readonly readers = new Map<string, AppIdentity>();

  public constructor(scope: Construct, id: string, props: DomainKeyProps) {
    super(scope, id);
    const { environment, domain, site = environment.site, retain = environment.protected } = props;
    validate(this.node.path, { environment, domain, site }, RULES);

    this.reference = new KeyReference({ site, domain }, this.node.path);
    this.site = site;
    this.domain = domain;
    this.keyAlias = this.reference.keyAlias;
    this.keyAliasArn = this.reference.keyAliasArn;
    this.platformSite = environment.site;

    const key = new KmsKey(this, "Resource", {
      description: `data of domain ${domain} in ${site.environment}`,
      enableKeyRotation: true,
      deletionWindowInDays: KEY_DELETION_WINDOW_DAYS,
      bypassPolicyLockoutSafetyCheck: false,
      policy: Lazy.stringValue({ produce: () => this.renderPolicy() }),
      tags: { [DOMAIN_TAG]: domain, [ENVIRONMENT_TAG]: site.environment },
      lifecycle: retain ? { preventDestroy: true } : undefined,
    });
    new KmsAlias(this, "Alias", { name: this.keyAlias, targetKeyId: key.keyId });
    this.keyArn = key.arn;
  }

  public grantDecrypt(reader: AppIdentity): Grant {
    const grant = this.reference.grantDecrypt(reader);
    if (!isAppOf(reader, this)) this.readers.set(roleArnOf(reader), reader);
    return grant;
  }

  public grantEncrypt(writer: AppIdentity): Grant {
    return this.reference.grantEncrypt(writer);
  }

  private renderPolicy(): string {
    const statements = keyPolicyStatements({
      site: this.site,
      domain: this.domain,
      platformSite: this.platformSite,
      readers: [...this.readers.values()],
    });
    return renderPolicy(this.node.path, policyDocument(statements), POLICY_LIMITS.key);
  }
}
