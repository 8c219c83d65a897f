import { Construct } from "constructs";
import { accessLogBucketName, appSecretName, migratorSecretName, type Site } from "../../src/names";
import { DomainBucket, type BucketPort } from "../bucket";
import type { MeshEnvironment } from "../environment";
import { DomainKey } from "../key";
import { DomainSchema, type SchemaPortProps } from "../schema";
import { secretsManagerSecret, type SecretReference } from "../secret";

/** An app of the domain that uses the database. */
export interface FoundationApp {
  readonly app: string;
  /** It may change rows in the private schema and in its own product's; every app may read all of the domain's. */
  readonly writes: boolean;
}

/** Props of a `DomainFoundation`. */
export interface DomainFoundationProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly domain: string;
  /** Ports kept in the domain's bucket; without any there is no bucket. */
  readonly bucketPorts: readonly BucketPort[];
  /** Ports kept in Postgres. */
  readonly schemaPorts: readonly SchemaPortProps[];
  /** Apps that log in to Postgres; without apps and ports there is no schema. */
  readonly databaseApps: readonly FoundationApp[];
  /**
   * Postgres connections of one app.
   * @default - the default of DomainSchema
   */
  readonly connectionsPerApp?: number;
}

/** What the products of a domain share: its key, its bucket, its Postgres schemas with their roles. */
export class DomainFoundation extends Construct {
  public readonly key: DomainKey;
  /** Undefined when no product has a bucket port. */
  public readonly bucket?: DomainBucket;
  /** Undefined when no product has a schema port and no app reads one. */
  public readonly schema?: DomainSchema;

  public constructor(scope: Construct, id: string, props: DomainFoundationProps) {
    super(scope, id);
    const { environment, site = environment.site, domain, bucketPorts, schemaPorts, databaseApps } = props;
    const where = { environment, site, domain };

    this.key = new DomainKey(this, "Key", where);
    if (bucketPorts.length > 0) {
      this.bucket = new DomainBucket(this, "Bucket", {
        ...where,
        key: this.key,
        ports: bucketPorts,
        accessLogBucketName: accessLogBucketName(site),
      });
    }
    if (schemaPorts.length > 0 || databaseApps.length > 0) {
      this.schema = new DomainSchema(this, "Schema", {
        environment,
        domain,
        ports: schemaPorts,
        apps: databaseApps.map(({ app, writes }) => ({
          app,
          writes,
          secret: passwordOf(environment, () => appSecretName(site, domain, app, "postgres")),
          connectionLimit: props.connectionsPerApp,
        })),
        migratorSecret: passwordOf(environment, () => migratorSecretName(site, domain)),
      });
    }
  }
}

/** With IAM there are no passwords, and a reference to one would be refused. */
function passwordOf(environment: MeshEnvironment, name: () => string): SecretReference | undefined {
  const { postgres, passwordVersion } = environment;
  return postgres.authentication === "password" ? secretsManagerSecret(name(), passwordVersion) : undefined;
}
