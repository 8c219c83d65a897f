import {
  adminRoleName,
  alarmPrefix,
  alertTopicName,
  appRolePath,
  boundaryPolicyName,
  bucketName,
  certificatePrincipal,
  dashboardName,
  deployPolicyName,
  deployRoleName,
  domainPostgresPrefix,
  domainRolePath,
  domainSchemaName,
  domainStackName,
  domainTopicPrefix,
  keyAlias,
  logGroupPrefix,
  metricNamespace,
  mskScramSecretPrefix,
  NameError,
  scramPrincipal,
  secretPrefix,
  stateKey,
  type BoundaryTier,
} from "../../names";
import { appNamesOf, siteOf, type Domain } from "../../mesh";
import type { MeshSide } from "../model";
import { nearestPrefix } from "./port-names";

/** Every name of one side of a change that says which domain a thing or an identity is of; built once per side. */
export class DomainNames {
  /** Buckets, aliases, roles, policies and the like, by kind and name. */
  private readonly whole = new Map<string, string>();
  /** Secrets, log groups and the like, by kind and prefix up to a `/`. */
  private readonly below = new Map<string, string>();
  /** Accounts by domain. */
  private readonly accounts = new Map<string, string>();

  private constructor(private readonly side: MeshSide) {
    for (const domain of side.index.mesh.domains.values()) this.add(domain);
  }

  private static readonly known = new WeakMap<MeshSide, DomainNames>();

  static of(side: MeshSide): DomainNames {
    let names = DomainNames.known.get(side);
    if (names === undefined) DomainNames.known.set(side, (names = new DomainNames(side)));
    return names;
  }

  /** The domain that a whole name is of. */
  named(kind: string, name: string): string | undefined {
    return this.whole.get(`${kind} ${name}`);
  }

  /** The domain that everything below a prefix of the name is of. */
  beneath(kind: string, name: string): string | undefined {
    return nearestPrefix(this.below, `${kind} ${name}`, "/");
  }

  /** Whose schemas and roles start like that: `orders__owner`. */
  ofPostgres(name: string): string | undefined {
    const end = name.indexOf("__");
    return this.named("postgres", end < 0 ? name : name.slice(0, end));
  }

  /** Whose topics, groups and ids start like that: `orders.order-placed.v1`. */
  ofKafka(name: string): string | undefined {
    const end = name.indexOf(".");
    return end < 0 ? undefined : this.named("kafka", name.slice(0, end + 1));
  }

  /** True for the account of a domain. */
  isAccountOf(domain: string, account: string): boolean {
    return this.accounts.get(domain) === account;
  }

  /** True for an account of several domains: what it lets is not of one of them. */
  isShared(account: string): boolean {
    return [...this.accounts.values()].filter((each) => each === account).length > 1;
  }

  private add(domain: Domain): void {
    const { name } = domain;
    const site = siteOf(this.side.index.mesh, this.side.environment, name);
    const whole = (kind: string, of: () => string): void => this.put(this.whole, kind, of, name);
    const below = (kind: string, of: () => string): void => this.put(this.below, kind, of, name);
    this.accounts.set(name, site.account);

    whole("bucket", () => bucketName(site, name));
    whole("alias", () => keyAlias(site, name));
    whole("namespace", () => metricNamespace(name));
    whole("dashboard", () => dashboardName(site, name));
    whole("topic", () => alertTopicName(site, name));
    whole("postgres", () => domainSchemaName(name));
    whole("postgres", () => domainPostgresPrefix(name).replace(/__$/, ""));
    whole("kafka", () => domainTopicPrefix(name));
    whole("state", () => stateKey(site.environment, domainStackName(name)));
    whole("role", () => deployRoleName(site, name));
    whole("role", () => adminRoleName(site, name));
    for (const tier of TIERS) whole("policy", () => boundaryPolicyName(site, name, tier));
    for (const part of ["data", "control"] as const)
      whole("policy", () => deployPolicyName(site, name, part));
    for (const app of appNamesOf(domain)) {
      whole("principal", () => scramPrincipal(name, app));
      whole("principal", () => certificatePrincipal(name, app));
    }
    below("path", () => domainRolePath(site, name));
    below("path", () => appRolePath(site, name));
    below("secret", () => secretPrefix(site, name));
    below("secret", () => mskScramSecretPrefix(site, name));
    below("logs", () => logGroupPrefix(site, name));
    below("alarm", () => alarmPrefix(site, name));
  }

  /** What cannot be named is in no plan. */
  private put(names: Map<string, string>, kind: string, of: () => string, domain: string): void {
    try {
      names.set(`${kind} ${of()}`, domain);
    } catch (error) {
      if (!(error instanceof NameError)) throw error;
    }
  }
}

const TIERS: readonly BoundaryTier[] = ["app", "admin", "deploy"];
