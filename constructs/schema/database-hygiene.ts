import { Grant } from "@cdktf/provider-postgresql/lib/grant";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { PUBLIC_ROLE, PUBLIC_SCHEMA } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { validate } from "../validation";
import { GrantChain } from "./grant-chain";
import { SERVER_RULES } from "./server-rules";

export interface DatabaseHygieneProps {
  readonly environment: MeshEnvironment;
  /** @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Takes from everybody what a new Postgres database gives to everybody: connecting, temporary tables, and the schema
 * `public`. Once per database, and before any login group is let in.
 */
export class DatabaseHygiene extends Construct {
  /** What has to be there before anyone is let in. */
  public readonly ready: readonly ITerraformDependable[];

  /** @throws ValidationError when the server cannot be named. */
  public constructor(scope: Construct, id: string, props: DatabaseHygieneProps) {
    super(scope, id);
    validate(this.node.path, props, SERVER_RULES);

    const { database } = props.environment.postgres;
    const chain = GrantChain.of(this, database);
    const nothing = { database, role: PUBLIC_ROLE, privileges: [] };

    chain.add(
      (dependsOn) => new Grant(this, "Database", { ...nothing, objectType: "database", dependsOn }),
      props.dependsOn,
    );
    const last = chain.add(
      (dependsOn) =>
        new Grant(this, "PublicSchema", {
          ...nothing,
          schema: PUBLIC_SCHEMA,
          objectType: "schema",
          dependsOn,
        }),
    );
    this.ready = [last];
  }
}
