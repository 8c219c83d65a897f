import {
  anyKeyArn,
  bucketName,
  isDatabaseResourceId,
  parseClusterArn,
  partitionOf,
  portPrefix,
  topicName,
  type Site,
} from "../../src/names";
import { nameProblem, type Rule } from "../validation";
import { iamClusterOf, iamDatabaseOf, type DomainScope } from "./domain-scope";
import type { ImportedPort, ProductPort } from "./port";

/** What has to hold before any policy of a domain is built. */
export const SCOPE_RULES: readonly Rule<DomainScope>[] = [
  {
    problem: ({ site, domain }) => nameProblem(() => bucketName(site, domain)) ?? "",
    holds: ({ site, domain }) => nameProblem(() => bucketName(site, domain)) === undefined,
  },
  {
    problem: ({ environment, site }) => mismatch("the domain", site, environment.site),
    holds: ({ environment, site }) => isSameEnvironment(site, environment.site),
  },
  {
    problem: ({ environment }) => clusterProblem(environment) ?? "",
    holds: ({ environment }) => clusterProblem(environment) === undefined,
  },
  {
    problem: ({ environment }) =>
      `RdsResourceInvalid: '${iamDatabaseOf(environment) ?? ""}' is no RDS resource id (db-ABC… or cluster-ABC…); take it from the console, it is not the instance's name`,
    holds: ({ environment }) => {
      const resourceId = iamDatabaseOf(environment);
      return resourceId === undefined || isDatabaseResourceId(resourceId);
    },
  },
];

/** The problems of the rules that do not hold, to be thrown together with others. */
export function problemsOf<P>(props: P, rules: readonly Rule<P>[]): string[] {
  return rules.filter((rule) => !rule.holds(props)).map((rule) => rule.problem(props));
}

/** All problems of ports that a domain itself publishes. */
export function producedPortProblems(domain: string, ports: readonly ProductPort[]): string[] {
  return ports.flatMap((port) => portNameProblems(domain, port)).concat(repeated(ports.map(labelOf(domain))));
}

/** All problems of ports that `scope`'s domain reads from others. */
export function importedPortProblems(scope: DomainScope, ports: readonly ImportedPort[]): string[] {
  return ports
    .flatMap((port) => [
      ...portNameProblems(port.domain, port),
      ...(isSameEnvironment(port.site, scope.environment.site)
        ? []
        : [mismatch(`import ${labelOf(port.domain)(port)}`, port.site, scope.environment.site)]),
      ...(port.domain === scope.domain
        ? [`SelfConsumption: ${labelOf(port.domain)(port)} is the domain's own; leave it out`]
        : []),
    ])
    .concat(repeated(ports.map((port) => labelOf(port.domain)(port))));
}

function portNameProblems(domain: string, { product, major }: ProductPort): string[] {
  const problem = nameProblem(() => [topicName(domain, product, major), portPrefix(product, major)]);
  return problem === undefined ? [] : [problem];
}

const labelOf =
  (domain: string) =>
  ({ product, major }: ProductPort): string =>
    `${domain}/${product}.v${major}`;

function repeated(labels: readonly string[]): string[] {
  const twice = new Set(labels.filter((label, index) => labels.indexOf(label) !== index));
  return [...twice].map((label) => `Duplicate: ${label} is named more than once; name it once`);
}

function clusterProblem(environment: DomainScope["environment"]): string | undefined {
  const cluster = iamClusterOf(environment);
  if (cluster === undefined) return undefined;

  const unreadable = nameProblem(() => parseClusterArn(cluster));
  if (unreadable !== undefined) return unreadable;
  const { partition, region } = parseClusterArn(cluster);
  const { site } = environment;
  return partition === partitionOf(site) && region === site.region
    ? undefined
    : `EnvMismatch: cluster '${cluster}' is in ${partition} ${region}, the environment in ${partitionOf(site)} ${site.region}; refer to the environment's own cluster`;
}

function isSameEnvironment(site: Site, expected: Site): boolean {
  return (
    site.organisation === expected.organisation &&
    site.environment === expected.environment &&
    partitionOf(site) === partitionOf(expected) &&
    nameProblem(() => anyKeyArn(site)) === undefined
  );
}

function mismatch(what: string, site: Site, expected: Site): string {
  const malformed = nameProblem(() => anyKeyArn(site));
  if (malformed !== undefined) return `EnvMismatch: ${what}: ${malformed}`;
  const shown = ({ organisation, environment, ...rest }: Site) =>
    `${organisation}/${environment} (${partitionOf({ organisation, environment, ...rest })})`;
  return `EnvMismatch: ${what} is in ${shown(site)}, the environment is ${shown(expected)}; one environment never refers to another`;
}
