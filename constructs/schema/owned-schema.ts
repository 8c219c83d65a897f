import { Schema } from "@cdktf/provider-postgresql/lib/schema";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { ownerRoleName, readerRoleName } from "../../src/names";
import { readGroupOf, type AppIdentity } from "../identity";
import type { GrantChain } from "./grant-chain";
import { READER_PRIVILEGES, WRITER_PRIVILEGES, type ObjectPrivileges } from "./privileges";
import { SchemaAccess } from "./schema-access";

export interface OwnedSchemaProps {
  readonly chain: GrantChain;
  readonly database: string;
  readonly domain: string;
  readonly schemaName: string;
  /** Whose members may change rows. */
  readonly writerRoleName: string;
  readonly retain: boolean;
  readonly dropCascade: boolean;
  /** The roles that get access. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A schema of a domain, open to the domain's readers and to its own writers. */
export class OwnedSchema extends Construct {
  public readonly schemaName: string;
  private readonly chain: GrantChain;
  private readonly database: string;
  private readonly ownerRoleName: string;
  /** By the domain that is shared with. */
  private readonly shares = new Map<string, Construct>();

  public constructor(scope: Construct, id: string, props: OwnedSchemaProps) {
    super(scope, id);
    const { chain, database, domain, schemaName, retain, dropCascade } = props;
    this.schemaName = schemaName;
    this.chain = chain;
    this.database = database;
    this.ownerRoleName = ownerRoleName(domain);

    chain.add(
      (dependsOn) =>
        new Schema(this, "Resource", {
          name: schemaName,
          database,
          owner: this.ownerRoleName,
          // A plain CREATE SCHEMA. The provider still gives a schema that it finds to this owner (createSchema at
          // ff936b9), so that the domain's prefix alone keeps domains apart.
          ifNotExists: false,
          dropCascade,
          lifecycle: retain ? { preventDestroy: true } : undefined,
          dependsOn,
        }),
      props.dependsOn,
    );
    this.define(this, "Reader", readerRoleName(domain), READER_PRIVILEGES);
    this.define(this, "Writer", props.writerRoleName, WRITER_PRIVILEGES);
  }

  /** Lets an app of another domain read; said again, it changes nothing. */
  public shareWith(reader: AppIdentity): void {
    const { domain, app } = reader;
    const scope = this.shares.get(domain) ?? new Construct(this, `Share-${domain}`);
    this.shares.set(domain, scope);
    if (scope.node.tryFindChild(app) === undefined)
      this.define(scope, app, readGroupOf(reader), READER_PRIVILEGES);
  }

  private define(
    scope: Construct,
    id: string,
    roleName: string,
    privileges: readonly ObjectPrivileges[],
  ): void {
    const { chain, database, schemaName, ownerRoleName: owner } = this;
    new SchemaAccess(scope, id, { chain, database, schemaName, ownerRoleName: owner, roleName, privileges });
  }
}
