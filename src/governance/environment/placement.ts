import { partitionOf, parseClusterArn } from "../../names";
import { platformSiteOf, siteOf } from "../../mesh";
import type { RuleProblem } from "../policy-rule";
import type { EnvironmentSubject } from "./subject";

/** Cluster, servers and domains are where the environment is. */
export function* placement(subject: EnvironmentSubject): Generator<RuleProblem> {
  yield* cluster(subject);
  yield* hosts(subject);
  yield* partitions(subject);
}

function* cluster({ mesh, environment, at }: EnvironmentSubject): Generator<RuleProblem> {
  const { clusterArn } = environment.kafka;
  if (clusterArn === undefined) return;

  const site = platformSiteOf(mesh, environment);
  const expected = { partition: partitionOf(site), region: site.region, account: site.account };
  const actual = parseClusterArn(clusterArn);
  for (const part of ["partition", "region", "account"] as const) {
    if (actual[part] === expected[part]) continue;
    yield {
      message: `the Kafka cluster of environment '${environment.name}' is in ${part} '${actual[part]}'`,
      value: clusterArn,
      rule: `the environment is in ${part} '${expected[part]}'`,
      fix: "write the ARN of the environment's own cluster",
      at: at("kafka", "clusterArn"),
    };
  }
}

/** AWS writes the region into the host names of its servers. */
function* hosts({ environment, at }: EnvironmentSubject): Generator<RuleProblem> {
  const { name, region, kafka, postgres } = environment;
  const brokers = kafka.bootstrapServers.map((server) => ({
    host: server,
    path: ["kafka", "bootstrapServers"],
  }));
  for (const { host, path } of [...brokers, { host: postgres.host, path: ["postgres", "host"] }]) {
    const actual = regionOfHost(host);
    if (actual === undefined || actual === region) continue;
    yield {
      message: `environment '${name}' uses '${host}', which is in region '${actual}'`,
      value: host,
      rule: `the environment is in region '${region}'`,
      fix: "write the environment's own server",
      at: at(...path),
    };
  }
}

function regionOfHost(host: string): string | undefined {
  const [, rds, msk] =
    /\.([a-z0-9-]+)\.rds\.amazonaws\.com(?:\.cn)?$|\.kafka(?:-serverless)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::\d+)?$/.exec(
      host,
    ) ?? [];
  return rds ?? msk;
}

function* partitions({ mesh, environment, at }: EnvironmentSubject): Generator<RuleProblem> {
  const platform = partitionOf(platformSiteOf(mesh, environment));
  for (const domain of Object.keys(environment.domains ?? {})) {
    const site = siteOf(mesh, environment, domain);
    const partition = partitionOf(site);
    if (partition === platform) continue;
    yield {
      message: `environment '${environment.name}' places '${domain}' in ${site.region}, in partition '${partition}'`,
      value: site.region,
      rule: `the environment is in partition '${platform}', and no role reaches from one into the other`,
      fix: "place it in a region of that partition",
      at: at("domains", domain, "region"),
    };
  }
}
