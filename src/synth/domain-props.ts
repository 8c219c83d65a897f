import type { AppIdentity } from "../../constructs/identity";
import type { ProductTopic } from "../../constructs/data-product";
import type { DomainImport, DomainProduct, DomainStackProps } from "../../stacks/domain";
import { accessesInto, appsOf, readersOf, type Domain, type Product, type TopicPort } from "../mesh";
import type { MeshView } from "./mesh-view";

const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_DAY = 86_400;
/** CloudWatch: an alarm of short periods looks back at most a day. */
const MAX_LAG_SECONDS = SECONDS_PER_DAY;

/** The props of a domain's stack. */
export function domainStackProps(view: MeshView, domain: Domain): DomainStackProps {
  const { mesh, environment, state, siteOf } = view;
  return {
    environment,
    site: siteOf(domain.name),
    state,
    domain: domain.name,
    owner: { team: domain.owner.team, email: domain.owner.email },
    products: domain.products.map((product) => productOf(view, product)),
    imports: importsOf(view, domain.name),
    apps: appsOf(view.index, domain.name).map(({ app }) => app),
    connectionsPerApp: mesh.limits.connectionsPerApp,
    runbookBaseUrl: mesh.alerts.runbooks,
  };
}

function productOf(view: MeshView, product: Product): DomainProduct {
  const { slo } = product;
  return {
    product: product.name,
    major: product.major,
    lifecycle: product.lifecycle,
    destroyable: product.lifecycle === "retired" && view.manifest.allowDestroy === true,
    topic: product.topic && topicOf(product.topic),
    bucket: product.bucket && {
      format: product.bucket.format,
      retentionDays: product.bucket.retention && product.bucket.retention / SECONDS_PER_DAY,
    },
    schema: product.schema !== undefined,
    slo: {
      freshnessSeconds: slo.freshness,
      availabilityPercent: slo.availability,
      completenessPercent: slo.completeness,
      lagSeconds: lagOf(product),
    },
    runbookUrl: product.runbook,
    readers: readersOf(view.index, product.key).map((access): AppIdentity => {
      return { domain: access.consumer, app: access.app, site: view.siteOf(access.consumer) };
    }),
  };
}

/** A consumer may be as far behind as the data may be old, up to the longest that an alarm can look back. */
function lagOf({ topic, slo: { freshness } }: Product): number | undefined {
  return topic === undefined || freshness === undefined ? undefined : Math.min(freshness, MAX_LAG_SECONDS);
}

/** A compacted topic keeps the last record of a key for ever: its retention means nothing to the broker. */
function topicOf({ retention, ...topic }: TopicPort): ProductTopic {
  return topic.cleanup === "compact" ? topic : { ...topic, retentionHours: retention / SECONDS_PER_HOUR };
}

/** What the apps of a domain read of others today, in a stable order. */
export function importsOf({ mesh, index, siteOf }: MeshView, domain: string): DomainImport[] {
  return accessesInto(index, domain).flatMap(({ port, app }): DomainImport[] => {
    const product = mesh.ports.get(port);
    if (product === undefined) return [];
    return [
      {
        app,
        domain: product.domain,
        site: siteOf(product.domain),
        product: product.name,
        major: product.major,
        topic: product.topic !== undefined,
        bucket: product.bucket !== undefined,
        schema: product.schema !== undefined,
      },
    ];
  });
}
