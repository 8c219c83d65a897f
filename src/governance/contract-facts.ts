import type { EnvironmentFacts, MeshFacts, ProductFacts } from "../contract";
import { ancestorsOf, DEFAULT_POSTGRES_SSL_MODE, siteOf, type Mesh, type Product } from "../mesh";
import { portLocation, productSchemaName, topicName } from "../names";

/** A product as the rules of contracts see it. */
export function productFacts(product: Product): ProductFacts {
  const { file, domain, name, major, version, lifecycle, topic, bucket, schema, shares } = product;
  return {
    file,
    domain,
    name,
    version,
    lifecycle,
    topic: topic && {
      name: topicName(domain, name, major),
      cleanup: topic.cleanup,
      retentionSeconds: topic.retention,
    },
    bucket: bucket && { retentionSeconds: bucket.retention },
    schema: schema && { name: productSchemaName(domain, name, major), tables: schema.tables },
    sharedWith: shares.map(({ consumer }) => consumer),
  };
}

/** The mesh as the rules of contracts see it, but for the environments: those differ per product. */
export function meshFacts(mesh: Mesh): Omit<MeshFacts, "environments"> {
  const { classifications, personal } = mesh.policy;
  const roots = new Map<string, string>();
  const rootOf = (domain: string): string => {
    const known = roots.get(domain);
    if (known !== undefined) return known;
    const root = ancestorsOf(mesh, domain).at(-1) ?? domain;
    roots.set(domain, root);
    return root;
  };
  return { classifications, personal, rootOf };
}

/** The environments as the rules of contracts see them from one product. */
export function environmentFacts(mesh: Mesh, { domain, name, major }: Product): EnvironmentFacts[] {
  return mesh.environments.map((environment) => ({
    name: environment.name,
    protected: environment.protected,
    kafkaTls: environment.kafka.tls ?? true,
    postgresSslMode: environment.postgres.sslMode ?? DEFAULT_POSTGRES_SSL_MODE,
    postgresDatabase: environment.postgres.database,
    bucketLocation: portLocation(siteOf(mesh, environment, domain), domain, name, major),
  }));
}
