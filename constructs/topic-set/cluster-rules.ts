import { mskClusterName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { aclPrincipalOf, roleArnOf, type AppIdentity } from "../identity";
import { nameProblem, ValidationError, type Rule } from "../validation";

interface OnCluster {
  readonly environment: MeshEnvironment;
}

interface OfApp extends OnCluster {
  readonly app: AppIdentity;
}

const clusterArnProblem = ({ environment: { kafka } }: OnCluster): string | undefined => {
  const { clusterArn } = kafka;
  return clusterArn === undefined ? undefined : nameProblem(() => mskClusterName(clusterArn));
};

/** What every Kafka construct needs to know of the cluster before it grants anything on it. */
export const CLUSTER_RULES: readonly Rule<OnCluster>[] = [
  {
    holds: ({ environment: { kafka } }) => kafka.authentication !== "iam" || kafka.clusterArn !== undefined,
    problem: () => clusterArnMissing("kafka authentication 'iam'"),
  },
  {
    holds: (props) => clusterArnProblem(props) === undefined,
    problem: (props) => clusterArnProblem(props) ?? "",
  },
  {
    holds: ({ environment: { kafka } }) => kafka.authentication === "iam" || kafka.deniesByDefault === true,
    problem: ({ environment: { kafka } }) =>
      `kafka authentication '${kafka.authentication}' needs brokers that deny by default, or a topic without an ACL ` +
      "is open to everyone; set allow.everyone.if.no.acl.found=false on them, then deniesByDefault",
  },
];

const appProblem = ({ app }: OfApp): string | undefined =>
  nameProblem(() => [aclPrincipalOf(app, "scram"), roleArnOf(app)]);

/** What every Kafka construct needs to know of an app before it names it as a principal. */
export const APP_RULES: readonly Rule<OfApp>[] = [
  {
    holds: (props) => appProblem(props) === undefined,
    problem: (props) => appProblem(props) ?? "",
  },
  {
    // Kafka principals do not say which environment they are of, so this would grant to the app's namesake.
    holds: ({ environment, app }) =>
      app.site.organisation === environment.site.organisation &&
      app.site.environment === environment.site.environment,
    problem: ({ environment, app }) =>
      `EnvMismatch: the app is of '${app.site.organisation}-${app.site.environment}', the cluster of ` +
      `'${environment.site.organisation}-${environment.site.environment}'; name an app of the same environment`,
  },
];

/**
 * The ARN of the environment's MSK cluster.
 *
 * @param user what needs it, in words
 * @throws ValidationError when there is none.
 */
export function clusterArnOf({ kafka }: MeshEnvironment, path: string, user: string): string {
  if (kafka.clusterArn !== undefined) return kafka.clusterArn;
  throw new ValidationError(path, [clusterArnMissing(user)]);
}

function clusterArnMissing(user: string): string {
  return `${user} needs an MSK cluster, and the environment has no clusterArn; set it`;
}
