import type { EnvironmentManifest } from "../../manifest";
import {
  accessesFrom,
  accessesInto,
  ancestorsOf,
  appsOf,
  localKey,
  majorOf,
  siteOf,
  type Domain,
  type MeshIndex,
  type Subscription,
} from "../../mesh";
import {
  appRoleArn,
  boundaryStackName,
  bucketName,
  deployRoleArn,
  domainSchemaName,
  domainStackName,
  domainTopicPrefix,
  keyAlias,
  secretPrefix,
} from "../../names";
import { portKindsOf, readingDomains } from "./state";

/** The form of {@link DomainDetail}; another number means another form. */
export const DOMAIN_FORMAT = "meshwright.domain/1";

/** Everything about a domain, in one environment. */
export type DomainDetail = ReturnType<typeof domainDetail>;

/** Gathers what the mesh knows of a domain. */
export function domainDetail(index: MeshIndex, environment: EnvironmentManifest, domain: Domain) {
  const { name, description, owner, raci } = domain;
  return {
    format: DOMAIN_FORMAT,
    domain: name,
    description,
    owner,
    raci,
    above: ancestorsOf(index.mesh, name),
    below: index.children.get(name) ?? [],
    products: domain.products.map((product) => ({
      name: localKey(product),
      version: product.version,
      lifecycle: product.lifecycle,
      sunset: product.sunset,
      ports: portKindsOf(product),
      readers: readingDomains(index, product),
    })),
    reads: domain.subscriptions.map((subscription) => subscriptionOf(index, subscription)),
    readBy: accessesFrom(index, name).map(({ port, consumer, app, until, purpose }) => ({
      product: port,
      ...{ domain: consumer, app, until, purpose },
    })),
    environment: environment.name,
    names: namesOf(index, environment, domain),
  };
}

/** A subscription, and whether it gives access today. */
function subscriptionOf(index: MeshIndex, { consumer, product, major, app, until, purpose }: Subscription) {
  const port = majorOf(product, major);
  const access = accessesInto(index, consumer).find((each) => each.port === port && each.app === app);
  return { product: port, app, until: access?.until ?? until, purpose, granted: access !== undefined };
}

/** Undefined for a domain that only groups others: it has nothing to name. */
function namesOf({ mesh, ...index }: MeshIndex, environment: EnvironmentManifest, domain: Domain) {
  const { name, products } = domain;
  const apps = appsOf({ mesh, ...index }, name);
  if (apps.length === 0) return undefined;

  const site = siteOf(mesh, environment, name);
  const hasBucket = products.some(({ bucket }) => bucket !== undefined);
  return {
    account: site.account,
    region: site.region,
    stack: domainStackName(name),
    boundaryStack: boundaryStackName(name),
    topicPrefix: domainTopicPrefix(name),
    bucket: hasBucket ? bucketName(site, name) : undefined,
    keyAlias: keyAlias(site, name),
    schema: domainSchemaName(name),
    secretPrefix: secretPrefix(site, name),
    deployRoleArn: environment.deploy && deployRoleArn(site, name),
    appRoleArns: Object.fromEntries(apps.map(({ app }) => [app, appRoleArn(site, name, app)])),
  };
}
