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
  readGroupName,
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
import { portKey, schemaPortOf, type SchemaPortVersion } from "./schema-port";

/**
 * The roles of a domain. The owner creates everything and never logs in; apps read or write as members of groups; each
 * port has a group of writers, so that it has one writer; the migrator logs in and is the owner at once, so that nothing
 * is ever created by anyone else.
 *
 * Memberships stand in the member's own `roles`, and there is no `postgresql_grant_role` anywhere: every update of a
 * role, a new password even, revokes all of its memberships and grants again those in `roles` alone.
 */
export class DomainRoles extends Construct {
  /** Who must exist before something is granted in any schema. */
  public readonly groups: readonly ITerraformDependable[];
  private readonly portWriters = new Map<string, Role>();
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

    this.definePortWriters(props);
    this.defineLogins(props);
    new Role(this, "Migrator", {
      ...this.login([ownerRoleName(domain)], props.migratorSecret),
      name: migratorLoginName(domain),
      // What a tool creates beside the migrations, such as Flyway's own table, is the owner's too.
      assumeRole: ownerRoleName(domain),
      connectionLimit: MIGRATOR_CONNECTION_LIMIT,
      dependsOn: waitFor(props.dependsOn, [owner]),
    });
  }

  /** The group of those who write a port, which must exist before anything is granted in its schema. */
  public writersOf(port: SchemaPortVersion): readonly ITerraformDependable[] {
    const writers = this.portWriters.get(portKey(port));
    return writers === undefined ? [] : [writers];
  }

  private definePortWriters({ ports, dependsOn }: DomainSchemaProps): void {
    const scope = new Construct(this, "PortWriters");
    for (const port of ports) {
      const { writerRoleName: name } = schemaPortOf(this.domain, port);
      const role = new Role(scope, portKey(port), { ...GROUP_ROLE, name, dependsOn: waitFor(dependsOn) });
      this.portWriters.set(portKey(port), role);
    }
  }

  private defineLogins({ apps, ports, dependsOn }: DomainSchemaProps): void {
    const logins = new Construct(this, "Apps");
    for (const { app, writes, secret, connectionLimit, statementTimeoutMs } of apps) {
      const written = writes ? ports.filter(({ product, readOnly }) => product === app && !readOnly) : [];
      const groups = [
        readGroupName(this.domain, app),
        readerRoleName(this.domain),
        ...(writes ? [writerRoleName(this.domain)] : []),
        ...written.map((port) => schemaPortOf(this.domain, port).writerRoleName),
      ];
      new Role(logins, app, {
        ...this.login(groups, secret),
        name: appLoginName(this.domain, app),
        connectionLimit: connectionLimit ?? DEFAULT_CONNECTION_LIMIT,
        statementTimeout: statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS,
        dependsOn: waitFor(
          dependsOn,
          this.groups,
          written.flatMap((port) => this.writersOf(port)),
        ),
      });
    }
  }

  private login(groups: readonly string[], secret: SecretReference | undefined): Omit<RoleConfig, "name"> {
    const roles = [loginGroupName(this.domain), ...groups];
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
