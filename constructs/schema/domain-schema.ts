import { DefaultPrivileges } from "@cdktf/provider-postgresql/lib/default-privileges";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import {
  appLoginName,
  domainSchemaName,
  migratorLoginName,
  ownerRoleName,
  PUBLIC_ROLE,
  readerRoleName,
  writerRoleName,
} from "../../src/names";
import type { MeshEnvironment } from "../environment";
import type { AppIdentity, Grant } from "../identity";
import { nameProblem, validate, ValidationError, type Rule } from "../validation";
import { DomainRoles } from "./domain-roles";
import type { DomainSchemaProps } from "./domain-schema-props";
import { DOMAIN_SCHEMA_RULES } from "./domain-schema-rules";
import { GrantChain } from "./grant-chain";
import { OwnedSchema } from "./owned-schema";
import { READER_PRIVILEGES, SCHEMA_PRIVILEGES } from "./privileges";
import { portKey, schemaPortOf, type SchemaPort, type SchemaPortVersion } from "./schema-port";
import { SERVER_RULES } from "./server-rules";

/**
 * The Postgres schemas of a domain, with its roles and logins: a private schema, and one per output port that can be
 * shared. Tables and columns are the migrations' and never in Terraform; access to them is by schema. Each port is written
 * by the app of its product alone; within the domain every app reads every schema.
 *
 * The domain's login group and the groups of its apps must exist, and those of the apps that are granted to, see
 * `DomainLoginGroup`.
 */
export class DomainSchema extends Construct {
  /** The names of a port that another stack defines. Only the stack that defines it can grant access to it. */
  public static fromPort(domain: string, port: SchemaPortVersion): SchemaPort {
    return schemaPortOf(domain, port);
  }

  /** Of the private schema; undefined when there is none. */
  public readonly privateSchemaName?: string;
  /** Of the ports, in their order. */
  public readonly schemaNames: readonly string[];
  public readonly ownerRoleName: string;
  /** Of the private schema; a port has a writer role of its own, see `fromPort`. */
  public readonly writerRoleName: string;
  public readonly readerRoleName: string;
  public readonly migratorLoginName: string;
  private readonly environment: MeshEnvironment;
  private readonly domain: string;
  private readonly ports = new Map<string, OwnedSchema>();

  /** @throws ValidationError with every property that is not allowed. */
  public constructor(scope: Construct, id: string, props: DomainSchemaProps) {
    super(scope, id);
    validate(this.node.path, props, [...SERVER_RULES, ...DOMAIN_SCHEMA_RULES]);

    const { environment, domain, ports, privateSchema = true } = props;
    this.environment = environment;
    this.domain = domain;
    this.ownerRoleName = ownerRoleName(domain);
    this.writerRoleName = writerRoleName(domain);
    this.readerRoleName = readerRoleName(domain);
    this.migratorLoginName = migratorLoginName(domain);

    const roles = new DomainRoles(this, "Roles", props);
    this.closeFunctions(roles.groups);

    if (privateSchema) {
      this.privateSchemaName = domainSchemaName(domain);
      new OwnedSchema(this, "Private", {
        ...this.schemaProps(props),
        schemaName: this.privateSchemaName,
        writerRoleName: this.writerRoleName,
        dependsOn: roles.groups,
      });
    }
    const scopeOfPorts = new Construct(this, "Ports");
    for (const port of ports) {
      const { schemaName, writerRoleName: writers } = schemaPortOf(domain, port);
      const schema = new OwnedSchema(scopeOfPorts, portKey(port), {
        ...this.schemaProps(props, port.destroyable),
        ...{ schemaName, writerRoleName: writers },
        dependsOn: [...roles.groups, ...roles.writersOf(port)],
      });
      this.ports.set(portKey(port), schema);
    }
    this.schemaNames = [...this.ports.values()].map(({ schemaName }) => schemaName);
  }

  /** The schema of a port. @throws ValidationError when it is none of this construct's. */
  public schemaName(port: SchemaPortVersion): string {
    return this.portOf(port).schemaName;
  }

  /** The login of one of the domain's apps. */
  public loginName(app: string): string {
    return appLoginName(this.domain, app);
  }

  /**
   * Lets an app of another domain read a port, now and after every migration; other apps of its domain may not. Granting
   * to the same app again changes nothing.
   *
   * @throws ValidationError when the port is none of this construct's, or the grantee's domain owns it.
   */
  public grantRead(grantee: AppIdentity, port: SchemaPortVersion): Grant {
    validate(this.node.path, grantee, this.granteeRules());

    const schema = this.portOf(port);
    schema.shareWith(grantee);
    return {
      grantee,
      actions: [...SCHEMA_PRIVILEGES, ...READER_PRIVILEGES.flatMap(({ privileges }) => privileges)],
      resources: [schema.schemaName],
      statements: [],
    };
  }

  /**
   * Everybody may execute a new function unless the default is taken away from its owner's. Without a schema: default
   * privileges of one schema only add to the global ones, so that a revoke there has no effect.
   */
  private closeFunctions(dependsOn: readonly ITerraformDependable[]): void {
    const { database } = this.environment.postgres;
    GrantChain.of(this, database).add(
      (chained) =>
        new DefaultPrivileges(this, "PublicFunctions", {
          database,
          owner: this.ownerRoleName,
          role: PUBLIC_ROLE,
          objectType: "function",
          privileges: [],
          dependsOn: chained,
        }),
      dependsOn,
    );
  }

  private schemaProps(props: DomainSchemaProps, destroyable = false) {
    const { environment, domain, retain = environment.protected, allowDestroy = false } = props;
    const { database } = environment.postgres;
    return {
      ...{ database, domain },
      chain: GrantChain.of(this, database),
      retain: retain && !destroyable,
      dropCascade: allowDestroy || destroyable,
    };
  }

  private portOf(port: SchemaPortVersion): OwnedSchema {
    const schema = this.ports.get(portKey(port));
    if (schema !== undefined) return schema;
    throw new ValidationError(this.node.path, [
      `UnknownVersion: domain '${this.domain}' has no schema port '${portKey(port)}'; ` +
        `it has ${[...this.ports.keys()].join(", ") || "none"}`,
    ]);
  }

  private granteeRules(): readonly Rule<AppIdentity>[] {
    const { environment } = this.environment.site;
    return [
      {
        holds: ({ domain, app }) => nameProblemOf(domain, app) === undefined,
        problem: ({ domain, app }) => nameProblemOf(domain, app) ?? "",
      },
      {
        holds: ({ domain }) => domain !== this.domain,
        problem: ({ domain }) =>
          `SelfConsumption: domain '${domain}' reads its own schemas already; leave the grant out`,
      },
      {
        holds: ({ site }) => site.environment === environment,
        problem: ({ site, domain, app }) =>
          `EnvMismatch: app '${domain}/${app}' is of environment '${site.environment}', the schema of ` +
          `'${environment}'; grant to the app of the same environment`,
      },
    ];
  }
}

/** Why the grantee's login cannot be named, or undefined when it can. */
const nameProblemOf = (domain: string, app: string): string | undefined =>
  nameProblem(() => appLoginName(domain, app));
