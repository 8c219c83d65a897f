import { DefaultPrivileges } from "@cdktf/provider-postgresql/lib/default-privileges";
import { Grant as PostgresqlGrant } from "@cdktf/provider-postgresql/lib/grant";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import type { GrantChain } from "./grant-chain";
import { SCHEMA_PRIVILEGES, type ObjectPrivileges } from "./privileges";

export interface SchemaAccessProps {
  readonly chain: GrantChain;
  readonly database: string;
  readonly schemaName: string;
  /** Creates what is in the schema. */
  readonly ownerRoleName: string;
  /** Gets the access. */
  readonly roleName: string;
  readonly privileges: readonly ObjectPrivileges[];
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * What one role may do in one schema. It is the only grant of the pair: the provider runs REVOKE ALL and then GRANT,
 * so that a second one would undo the first. `objects` is never used: its text reaches SQL unquoted after a `(`, and a
 * grant with names in it would have to follow every migration.
 */
export class SchemaAccess extends Construct {
  public constructor(scope: Construct, id: string, props: SchemaAccessProps) {
    super(scope, id);
    const { chain, database, schemaName: schema, ownerRoleName: owner, roleName: role } = props;

    chain.add(
      (dependsOn) =>
        new PostgresqlGrant(this, "Usage", {
          ...{ role, database, schema, objectType: "schema", dependsOn },
          privileges: [...SCHEMA_PRIVILEGES],
        }),
      props.dependsOn,
    );
    for (const { objectType, privileges } of props.privileges) {
      const access = { role, database, schema, objectType, privileges: [...privileges] };
      const kind = objectType === "table" ? "Tables" : "Sequences";
      // A grant is for the objects that are there, default privileges are for those the owner will create.
      chain.add((dependsOn) => new PostgresqlGrant(this, kind, { ...access, dependsOn }));
      chain.add((dependsOn) => new DefaultPrivileges(this, `Future${kind}`, { ...access, owner, dependsOn }));
    }
  }
}
