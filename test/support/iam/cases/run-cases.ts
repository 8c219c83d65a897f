import { appLoginName, metricNamespace } from "../../../../src/names";
import { named, type Actor, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

/** An app that no scenario gives policies to. */
const OTHER_APP = "experiment";

/** 45–47: what P and C may do beside producing and consuming. */
export function runCases(scenario: Scenario): MatrixCase[] {
  const { P, C } = actorsOf(scenario);
  const { producer, consumer } = scenario;
  return [
    ...operationCases(scenario, P, producer.app, "P"),
    ...databaseCases(scenario, P, producer.app),
    ...(consumer.app === producer.app ? [] : operationCases(scenario, C, consumer.app, "C")),
  ];
}

function operationCases(scenario: Scenario, actor: Actor, app: string, letter: string): MatrixCase[] {
  const { environment, domain, neighbour } = scenario;
  const { site } = environment;
  const targets = new Targets(scenario);
  const metrics = { arn: "*" };
  const { allow, deny } = named(actor);
  const id = (number: string) => `${number}${letter}`;

  return [
    allow(id("46"), "reads its own secret", "secretsmanager:GetSecretValue", targets.secret(domain, app)),
    allow(id("46b"), "decrypts its own secret", "kms:Decrypt", targets.key(site, domain), {
      "kms:ViaService": `secretsmanager.${site.region}.amazonaws.com`,
    }),
    deny(
      id("46c"),
      "reads the secret of its domain's other app",
      "secretsmanager:GetSecretValue",
      targets.secret(domain, OTHER_APP),
      ["identity"],
    ),
    deny(
      id("46d"),
      "decrypts another domain's data",
      "kms:Decrypt",
      targets.key(site, neighbour),
      ["identity", "boundary"],
      throughS3(site),
    ),
    allow(id("47"), "writes its domain's metrics", "cloudwatch:PutMetricData", metrics, {
      "cloudwatch:namespace": metricNamespace(domain),
    }),
    deny(id("47b"), "writes Kafka's metrics", "cloudwatch:PutMetricData", metrics, ["identity", "boundary"], {
      "cloudwatch:namespace": "AWS/Kafka",
    }),
    allow(id("47c"), "writes its domain's log", "logs:CreateLogStream", targets.logStream(domain)),
    deny(id("47d"), "writes a neighbour's log", "logs:CreateLogStream", targets.logStream(neighbour), [
      "identity",
      "boundary",
    ]),
  ];
}

function databaseCases(scenario: Scenario, actor: Actor, app: string): MatrixCase[] {
  const targets = new Targets(scenario);
  const login = (of: string) => targets.login(appLoginName(scenario.domain, of));
  const { allow, deny } = named(actor);

  return [
    allow("45P", "connects to Postgres as itself", "rds-db:connect", login(app)),
    deny("45Pb", "connects as its domain's other app", "rds-db:connect", login(OTHER_APP), ["identity"]),
  ];
}
