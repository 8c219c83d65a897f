import type { MeshEnvironment } from "../environment";
import type { Site } from "../../src/names";

/** Whose policies are built. */
export interface DomainScope {
  readonly environment: MeshEnvironment;
  /** Where the domain lives. */
  readonly site: Site;
  readonly domain: string;
}

/** Props that say whose policies are built. */
export interface DomainScopeProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the site of the environment
   */
  readonly site?: Site;
  readonly domain: string;
}

/** The scope that props describe, with the default site. */
export function scopeOf({ environment, site, domain }: DomainScopeProps): DomainScope {
  return { environment, site: site ?? environment.site, domain };
}

/** The MSK cluster that IAM guards, or undefined where Kafka's own ACLs do: one model per principal. */
export function iamClusterOf({ kafka }: MeshEnvironment): string | undefined {
  return kafka.authentication === "iam" ? kafka.clusterArn : undefined;
}

/** The RDS resource id whose logins IAM guards, or undefined where passwords do. */
export function iamDatabaseOf({ postgres }: MeshEnvironment): string | undefined {
  return postgres.authentication === "iam" ? postgres.resourceId : undefined;
}
