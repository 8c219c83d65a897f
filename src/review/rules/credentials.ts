import {
  appLoginName,
  holderOfSecret,
  kafkaUserName,
  loginGroupName,
  migratorLoginName,
  NameError,
  readGroupName,
} from "../../names";
import { at, say, type Effect, type ResourceChange, type Value } from "../model";
import { thingOf } from "../things";

/** Types that hold nothing but the login of somebody, and where the name is that says whose. */
const CREDENTIALS: Readonly<Record<string, (values: Value) => string>> = {
  aws_secretsmanager_secret: (values) => textOf(at(values, "name")),
  // Secrets Manager appends a hyphen and six characters to the name.
  aws_secretsmanager_secret_version: (values) =>
    textOf(at(values, "secret_id"))
      .replace(/^arn:.*:secret:/, "")
      .replace(/-[A-Za-z0-9]{6}$/, ""),
};

/** Types that are somebody who logs in, and the attribute with the name. */
const IDENTITIES: Readonly<Record<string, string>> = {
  kafka_user_scram_credential: "username",
  postgresql_role: "name",
};

const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/**
 * Every name under which an app, or a domain's migrations, are known where they log in. Kafka may take its users from
 * the secrets themselves, so that only Postgres tells that an app goes; a login to Postgres is told by Postgres alone.
 */
function namesOf(
  { domain, app }: NonNullable<ReturnType<typeof holderOfSecret>>,
  isOfPostgres: boolean,
): readonly string[] {
  try {
    if (app === "migrator") return [migratorLoginName(domain), loginGroupName(domain)];
    const inPostgres = [appLoginName(domain, app), readGroupName(domain, app)];
    return isOfPostgres ? inPostgres : [kafkaUserName(domain, app), ...inPostgres];
  } catch (error) {
    if (error instanceof NameError) return [];
    throw error;
  }
}

/**
 * What the deletion of a login means when whom it is for goes by the same plan: no data goes with it, and nobody is
 * left who would miss it. Where somebody stays who logs in with it, the deletion is what it is.
 */
export function goodbyes(changes: readonly ResourceChange[]): (change: ResourceChange) => Effect | undefined {
  const going = new Set<string>();
  for (const { type, action, before } of changes) {
    const attribute = IDENTITIES[type];
    if (attribute !== undefined && action === "delete") going.add(textOf(at(before, attribute)));
  }
  for (const { type, after } of changes) going.delete(textOf(at(after, IDENTITIES[type] ?? "")));

  return (change) => {
    const name = change.action === "delete" ? CREDENTIALS[change.type]?.(change.before) : undefined;
    const holder = name === undefined ? undefined : holderOfSecret(name);
    if (name === undefined || holder === undefined) return undefined;
    if (!namesOf(holder, name.endsWith("/postgres")).some((each) => going.has(each))) return undefined;
    const { domain, app } = holder;
    const whose = app === "migrator" ? say`the migrations of ${domain}` : say`${`${domain}/${app}`}`;
    return {
      rule: `${change.type}/goes-with-its-holder`,
      verdict: "access",
      sentence: say`${thingOf(change)} is deleted together with the login that it is for, of ${whose}: no data goes with it`,
    };
  };
}
