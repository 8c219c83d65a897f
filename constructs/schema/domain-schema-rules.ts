import { identifierProblem, versionLabel } from "../../src/names";
import { nameProblem, type Rule } from "../validation";
import type { DomainSchemaProps, SchemaAppProps } from "./domain-schema-props";
import { repeated } from "./repeated";
import { portKey } from "./schema-port";

/** What must hold of a domain's schemas before anything is defined. */
export const DOMAIN_SCHEMA_RULES: readonly Rule<DomainSchemaProps>[] = [
  {
    holds: (props) => nameProblems(props).length === 0,
    problem: (props) => nameProblems(props).join("; "),
  },
  {
    holds: ({ ports }) => repeated(ports.map(portKey)).length === 0,
    problem: ({ ports }) =>
      `Duplicate: ports ${repeated(ports.map(portKey)).join(", ")} are declared twice; declare each once`,
  },
  {
    holds: ({ apps }) => repeated(apps.map(({ app }) => app)).length === 0,
    problem: ({ apps }) =>
      `Duplicate: apps ${repeated(apps.map(({ app }) => app)).join(", ")} are declared twice; declare each once`,
  },
  {
    holds: ({ environment: { postgres } }) =>
      postgres.authentication !== "iam" || postgres.resourceId !== undefined,
    problem: () =>
      "authentication is 'iam' but the server has no resourceId; give that of the RDS instance or cluster, or use 'password'",
  },
  {
    holds: (props) =>
      props.environment.postgres.authentication !== "password" || withoutSecret(props).length === 0,
    problem: (props) =>
      `${withoutSecret(props).join(", ")} need a secret, since authentication is 'password'; ` +
      "give a reference to where the password is kept",
  },
  {
    holds: (props) => props.environment.postgres.authentication !== "iam" || withSecret(props).length === 0,
    problem: (props) =>
      `${withSecret(props).join(", ")} must not have a secret, since authentication is 'iam'; leave it out`,
  },
  {
    holds: ({ apps }) => apps.every(({ connectionLimit }) => isWhole(connectionLimit, 1)),
    problem: ({ apps }) => badNumber(apps, "connectionLimit", 1),
  },
  {
    holds: ({ apps }) => apps.every(({ statementTimeoutMs }) => isWhole(statementTimeoutMs, 0)),
    problem: ({ apps }) => badNumber(apps, "statementTimeoutMs", 0),
  },
  {
    holds: ({ retain, allowDestroy, environment }) =>
      !((retain ?? environment.protected) && allowDestroy === true),
    problem: () =>
      "retain and allowDestroy are both true; set retain to false to let the schemas go with their tables, " +
      "or leave allowDestroy out",
  },
];

function nameProblems({ domain, ports, apps }: DomainSchemaProps): string[] {
  const problems = [
    identifierProblem("domain", domain),
    ...ports.flatMap(({ product, major }) => [
      identifierProblem("product", product),
      nameProblem(() => versionLabel(major)),
    ]),
    ...apps.map(({ app }) => identifierProblem("app", app)),
  ];
  return [...new Set(problems.filter((problem) => problem !== undefined))];
}

const withoutSecret = (props: DomainSchemaProps): string[] => loginsOf(props, false);

const withSecret = (props: DomainSchemaProps): string[] => loginsOf(props, true);

function loginsOf({ apps, migratorSecret }: DomainSchemaProps, hasSecret: boolean): string[] {
  const chosen = apps
    .filter(({ secret }) => (secret !== undefined) === hasSecret)
    .map(({ app }) => `app '${app}'`);
  return (migratorSecret !== undefined) === hasSecret ? [...chosen, "the migrator"] : chosen;
}

const isWhole = (value: number | undefined, least: number): boolean =>
  value === undefined || (Number.isSafeInteger(value) && value >= least);

function badNumber(
  apps: readonly SchemaAppProps[],
  key: "connectionLimit" | "statementTimeoutMs",
  least: number,
): string {
  const bad = apps.filter((app) => !isWhole(app[key], least)).map((app) => `'${app.app}' ${app[key]}`);
  return `${key} must be a whole number from ${least}, got ${bad.join(", ")}; leave it out for the default`;
}
