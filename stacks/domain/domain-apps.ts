import type { Construct } from "constructs";
import { AppRole } from "../../constructs/access";
import type { AppIdentity } from "../../constructs/identity";
import { secretsManagerSecret } from "../../constructs/secret";
import { ConsumerGroup, KafkaUser, TransactionalIds } from "../../constructs/topic-set";
import { appSecretName, type Site } from "../../src/names";
import type { DomainStackProps } from "./domain-stack-props";

/** One app of a domain with all that it writes and reads. */
interface DomainApp {
  readonly identity: AppIdentity;
  readonly produces: DomainStackProps["products"];
  readonly imports: NonNullable<DomainStackProps["imports"]>;
}

/** The identities of a domain's apps: their IAM roles, Kafka credentials and consumer groups. */
export function defineApps(scope: Construct, props: DomainStackProps, site: Site): void {
  for (const app of appsOf(props, site)) defineApp(scope, props, site, app);
}

/** The products' own apps and those that read other domains, by name. Nobody writes a retired product any more. */
export function appsOf(
  { domain, products, imports = [], apps = [] }: DomainStackProps,
  site: Site,
): DomainApp[] {
  const built = products.filter(({ lifecycle }) => lifecycle !== "retired");
  const names = new Set([...built.map(({ product }) => product), ...imports.map(({ app }) => app), ...apps]);
  return [...names].sort().map((app) => ({
    identity: { domain, app, site },
    produces: built.filter(({ product }) => product === app),
    imports: imports.filter((entry) => entry.app === app),
  }));
}

/** Apps of a schema port write to Postgres; apps that read one need a login too. */
export function databaseAppsOf(props: DomainStackProps, site: Site) {
  return appsOf(props, site)
    .map(({ identity, produces, imports }) => ({
      app: identity.app,
      writes: produces.some(({ schema }) => schema === true),
      reads: imports.some(({ schema }) => schema),
    }))
    .filter(({ writes, reads }) => writes || reads)
    .map(({ app, writes }) => ({ app, writes }));
}

function defineApp(scope: Construct, props: DomainStackProps, site: Site, app: DomainApp): void {
  const { environment, domain } = props;
  const { identity, produces, imports } = app;
  const usesKafka = [...produces, ...imports].some(({ topic }) => topic !== undefined && topic !== false);
  const usesPostgres = [...produces, ...imports].some(({ schema }) => schema === true);

  new AppRole(scope, `${identity.app}-Role`, {
    ...{ environment, site, domain },
    app: identity.app,
    produces: produces
      .map(({ product, major, topic, bucket }) => {
        return { product, major, topic: topic !== undefined, bucket: bucket !== undefined };
      })
      .filter(isGuardedByIam),
    consumes: imports.map(({ app: _app, schema: _schema, ...port }) => port).filter(isGuardedByIam),
    database: usesPostgres && environment.postgres.authentication === "iam",
  });
  if (!usesKafka) return;

  new ConsumerGroup(scope, `${identity.app}-Groups`, { environment, app: identity });
  if (produces.some(({ topic }) => topic !== undefined)) {
    new TransactionalIds(scope, `${identity.app}-Transactions`, { environment, app: identity });
  }
  if (environment.kafka.authentication === "scram") {
    const password = secretsManagerSecret(
      appSecretName(site, domain, identity.app, "kafka"),
      environment.passwordVersion,
    );
    new KafkaUser(scope, `${identity.app}-KafkaUser`, { environment, app: identity, password });
  }
}

/** A port in Postgres alone is Postgres's to guard. */
const isGuardedByIam = ({ topic, bucket }: { readonly topic: boolean; readonly bucket: boolean }): boolean =>
  topic || bucket;
