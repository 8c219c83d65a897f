import { Grant } from "@cdktf/provider-postgresql/lib/grant";
import { Role } from "@cdktf/provider-postgresql/lib/role";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { loginGroupName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { nameProblem, validate } from "../validation";
import { waitFor } from "./dependencies";
import { GrantChain } from "./grant-chain";
import { GROUP_ROLE } from "./group-role";
import { SERVER_RULES } from "./server-rules";

export interface DomainLoginGroupProps {
  readonly environment: MeshEnvironment;
  readonly domain: string;
  /** @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * The group of all logins of a domain. Its members may connect, and what other domains share is granted to it. It
 * belongs beside the boundary, not beside the schemas: so that it is there before any domain shares with it, in
 * whatever order the domains are deployed.
 */
export class DomainLoginGroup extends Construct {
  public readonly loginGroupName: string;
  /** What logins of the group have to wait for, where they are in the same stack. */
  public readonly ready: readonly ITerraformDependable[];

  /** @throws ValidationError when the domain cannot be named. */
  public constructor(scope: Construct, id: string, props: DomainLoginGroupProps) {
    super(scope, id);
    validate(this.node.path, props, [
      ...SERVER_RULES,
      {
        holds: ({ domain }) => nameProblem(() => loginGroupName(domain)) === undefined,
        problem: ({ domain }) => nameProblem(() => loginGroupName(domain)) ?? "",
      },
    ]);

    const { database } = props.environment.postgres;
    this.loginGroupName = loginGroupName(props.domain);
    const role = new Role(this, "Resource", {
      ...GROUP_ROLE,
      name: this.loginGroupName,
      dependsOn: waitFor(props.dependsOn),
    });
    const connect = GrantChain.of(this, database).add(
      (dependsOn) =>
        new Grant(this, "Connect", {
          database,
          role: this.loginGroupName,
          objectType: "database",
          privileges: ["CONNECT"],
          dependsOn,
        }),
      [role],
    );
    this.ready = [role, connect];
  }
}
