import { Grant } from "@cdktf/provider-postgresql/lib/grant";
import { Role } from "@cdktf/provider-postgresql/lib/role";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { identifierProblem, loginGroupName, readGroupName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { nameProblem, validate, type Rule } from "../validation";
import { waitFor } from "./dependencies";
import { GrantChain } from "./grant-chain";
import { GROUP_ROLE } from "./group-role";
import { repeated } from "./repeated";
import { SERVER_RULES } from "./server-rules";

export interface DomainLoginGroupProps {
  readonly environment: MeshEnvironment;
  readonly domain: string;
  /** All apps of the domain, whether they use Postgres or not. */
  readonly apps: readonly string[];
  /** @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

const LOGIN_GROUP_RULES: readonly Rule<DomainLoginGroupProps>[] = [
  {
    holds: ({ domain }) => nameProblem(() => loginGroupName(domain)) === undefined,
    problem: ({ domain }) => nameProblem(() => loginGroupName(domain)) ?? "",
  },
  {
    holds: ({ apps }) => appProblems(apps).length === 0,
    problem: ({ apps }) => appProblems(apps).join("; "),
  },
  {
    holds: ({ apps }) => repeated(apps).length === 0,
    problem: ({ apps }) =>
      `Duplicate: apps ${repeated(apps).join(", ")} are declared twice; declare each once`,
  },
];

/**
 * The groups that the logins of a domain are in. Members of the domain's group may connect. Each app has a group of its
 * own, and what other domains share with the app is granted to that: the login itself is the domain's, and may not be
 * there yet.
 *
 * They belong beside the boundary, not beside the schemas: so that they are there before any domain shares with them,
 * in whatever order the domains are deployed.
 */
export class DomainLoginGroup extends Construct {
  public readonly loginGroupName: string;
  /** Of the apps, in their order. */
  public readonly readGroupNames: readonly string[];
  /** What logins of the group have to wait for, where they are in the same stack. */
  public readonly ready: readonly ITerraformDependable[];

  /** @throws ValidationError when the domain or an app cannot be named. */
  public constructor(scope: Construct, id: string, props: DomainLoginGroupProps) {
    super(scope, id);
    validate(this.node.path, props, [...SERVER_RULES, ...LOGIN_GROUP_RULES]);

    const { domain, apps } = props;
    const { database } = props.environment.postgres;
    const dependsOn = waitFor(props.dependsOn);
    this.loginGroupName = loginGroupName(domain);
    this.readGroupNames = apps.map((app) => readGroupName(domain, app));

    const role = new Role(this, "Resource", { ...GROUP_ROLE, name: this.loginGroupName, dependsOn });
    const scopeOfReads = new Construct(this, "Reads");
    const readGroups = apps.map(
      (app) => new Role(scopeOfReads, app, { ...GROUP_ROLE, name: readGroupName(domain, app), dependsOn }),
    );
    const connect = GrantChain.of(this, database).add(
      (chained) =>
        new Grant(this, "Connect", {
          database,
          role: this.loginGroupName,
          objectType: "database",
          privileges: ["CONNECT"],
          dependsOn: chained,
        }),
      [role],
    );
    this.ready = [role, ...readGroups, connect];
  }
}

const appProblems = (apps: readonly string[]): string[] =>
  apps.map((app) => identifierProblem("app", app)).filter((problem) => problem !== undefined);
