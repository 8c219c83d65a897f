import { Role, type RoleConfig } from "@cdktf/provider-postgresql/lib/role";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import {
  appLoginName,
  domainSchemaName,
  loginGroupName,
  migratorLoginName,
  ownerRoleName,
  RDS_IAM_ROLE,
  readerRoleName,
  writerRoleName,
} from "../../src/names";
import type { SecretReference } from "../secret";
import { waitFor } from "./dependencies";
import {
  DEFAULT_CONNECTION_LIMIT,
  DEFAULT_STATEMENT_TIMEOUT_MS,
  MIGRATOR_CONNECTION_LIMIT,
  type DomainSchemaProps,
} from "./domain-schema-props";
import { GROUP_ROLE } from "./group-role";

/**
 * The roles of a domain. The owner creates everything and never logs in; apps read or write as members of a group; the
 * migrator logs in and is the owner at once, so that nothing is ever created by anyone else.
 *
 * Memberships stand in the member's own `roles`, and there is no `postgresql_grant_role` anywhere: every update of a
 * role, a new password even, revokes all of its memberships and grants again those in `roles` alone.
 */
export class DomainRoles extends Construct {
  /** Who must exist before something is granted. */
  public readonly groups: readonly ITerraformDependable[];
  private readonly searchPath: string[];
  private readonly isIam: boolean;
  private readonly domain: string;

  public constructor(scope: Construct, id: string, props: DomainSchemaProps) {
    super(scope, id);
    const { environment, domain, privateSchema = true, retain = environment.protected } = props;
    this.domain = domain;
    this.isIam = environment.postgres.authentication === "iam";
    // Names without a schema find what is private to the domain, and nothing that others can put in their way.
    this.searchPath = [privateSchema ? domainSchemaName(domain) : "pg_catalog"];
    const dependsOn = waitFor(props.dependsOn);

    const owner = new Role(this, "Owner", {
      ...GROUP_ROLE,
      name: ownerRoleName(domain),
      searchPath: this.searchPath,
      // Deleting a role gives its tables to the administrator and drops its grants.
      lifecycle: retain ? { preventDestroy: true } : undefined,
      dependsOn,
    });
    const writer = new Role(this, "Writer", { ...GROUP_ROLE, name: writerRoleName(domain), dependsOn });
    const reader = new Role(this, "Reader", { ...GROUP_ROLE, name: readerRoleName(domain), dependsOn });
    this.groups = [owner, writer, reader];

    this.defineLogins(props);
    new Role(this, "Migrator", {
      ...this.login(ownerRoleName(domain), props.migratorSecret),
      name: migratorLoginName(domain),
      // What a tool creates beside the migrations, such as Flyway's own table, is the owner's too.
      assumeRole: ownerRoleName(domain),
      connectionLimit: MIGRATOR_CONNECTION_LIMIT,
      dependsOn: waitFor(props.dependsOn, [owner]),
    });
  }

  private defineLogins({ apps, dependsOn }: DomainSchemaProps): void {
    const logins = new Construct(this, "Apps");
    for (const { app, writes, secret, connectionLimit, statementTimeoutMs } of apps) {
      const group = writes ? writerRoleName(this.domain) : readerRoleName(this.domain);
      new Role(logins, app, {
        ...this.login(group, secret),
        name: appLoginName(this.domain, app),
        connectionLimit: connectionLimit ?? DEFAULT_CONNECTION_LIMIT,
        statementTimeout: statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS,
        dependsOn: waitFor(dependsOn, this.groups),
      });
    }
  }

  private login(group: string, secret: SecretReference | undefined): Omit<RoleConfig, "name"> {
    const roles = [loginGroupName(this.domain), group];
    return {
      ...GROUP_ROLE,
      login: true,
      searchPath: this.searchPath,
      roles: this.isIam ? [...roles, RDS_IAM_ROLE] : roles,
      // `password` would be kept in the state, as plain text.
      passwordWo: secret?.render(this),
      passwordWoVersion: secret?.version.toString(),
    };
  }
}
