import { databaseUserArn, domainTopicPrefix, mskResourceArn, secretArn, secretPrefix } from "../../src/names";
import { iamClusterOf, iamDatabaseOf, type DomainScope } from "../access";
import type { PolicyStatement } from "../policy";
import type { DeployTarget } from "./deploy-target";

/** The domain's topics, its login to Postgres and the passwords that go into write-only arguments. */
export function deployBackendStatements(scope: DomainScope, target: DeployTarget): PolicyStatement[] {
  const { environment, site, domain } = scope;
  const cluster = iamClusterOf(environment);

  return [
    {
      Sid: "OwnSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: secretArn(site, secretPrefix(site, domain)),
    },
    ...(cluster === undefined
      ? []
      : [
          {
            Sid: "OwnTopics",
            Effect: "Allow" as const,
            Action: "kafka-cluster:*Topic*",
            Resource: mskResourceArn(cluster, "topic", `${domainTopicPrefix(domain)}*`),
          },
        ]),
    ...deployConnectStatements(scope, target),
  ];
}

/** What no name of the domain is in: the ways in to what all domains share. */
export function deployConnectStatements(
  { environment }: DomainScope,
  { databaseUser }: DeployTarget,
): PolicyStatement[] {
  const cluster = iamClusterOf(environment);
  const database = iamDatabaseOf(environment);
  const statements: PolicyStatement[] = [
    {
      // Terraform finds a log group by listing; the list holds names and no records.
      Sid: "ListLogs",
      Effect: "Allow",
      Action: "logs:DescribeLogGroups",
      Resource: "*",
    },
  ];

  if (cluster !== undefined) {
    statements.push({
      Sid: "MskConnect",
      Effect: "Allow",
      Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
      Resource: cluster,
    });
  }
  if (database !== undefined) {
    statements.push({
      Sid: "Database",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: databaseUserArn(environment.site, database, databaseUser),
    });
  }
  return statements;
}
