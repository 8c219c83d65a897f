import { bucketArn, bucketName, portPrefix, type Site } from "../../src/names";
import type { AppIdentity, Grant } from "../identity";
import { READER_RULES, WRITER_RULES, type KeyOwner } from "../key";
import { validate } from "../validation";
import { requestMetric, storageMetric, type BucketMetric } from "./bucket-metrics";
import type { PortVersion } from "./bucket-port";
import { bucketReadStatements, bucketWriteStatements } from "./bucket-statements";

/** The bucket of a domain, of this stack or of another. */
export interface IDomainBucket {
  readonly site: Site;
  readonly domain: string;
  readonly bucketName: string;
  readonly bucketArn: string;
  /** `products/order-placed/v1/`: where the objects of a port are. */
  prefixOf(port: PortVersion): string;
  /**
   * Lets an app read the objects of a port.
   *
   * @throws ValidationError `EnvMismatch` when the app is of another environment; when the bucket has no such port.
   */
  grantRead(reader: AppIdentity, port: PortVersion): Grant;
  /**
   * Lets an app of the domain itself write the objects of a port.
   *
   * @throws ValidationError `ForeignResource` when the app is of another domain; when the bucket has no such port.
   */
  grantWrite(writer: AppIdentity, port: PortVersion): Grant;
  /** Requests to a port. */
  metricAllRequests(port: PortVersion): BucketMetric;
  /** Requests to a port that were refused or wrong. */
  metric4xxErrors(port: PortVersion): BucketMetric;
  /** Requests to a port that S3 failed. */
  metric5xxErrors(port: PortVersion): BucketMetric;
  /** Writes to a port. */
  metricPutRequests(port: PortVersion): BucketMetric;
  /** Bytes of the whole bucket in standard storage, once a day. */
  metricBucketSizeBytes(): BucketMetric;
  /** Objects and versions of the whole bucket, once a day. */
  metricNumberOfObjects(): BucketMetric;
}

/** The bucket of a domain by its computed names. Its grants say what the app's own role needs, and change no policy. */
export class BucketReference implements IDomainBucket {
  public readonly site: Site;
  public readonly domain: string;
  public readonly bucketName: string;
  public readonly bucketArn: string;

  /** @param path stands in messages */
  public constructor(
    owner: KeyOwner,
    private readonly path: string,
  ) {
    this.site = owner.site;
    this.domain = owner.domain;
    this.bucketName = bucketName(owner.site, owner.domain);
    this.bucketArn = bucketArn(owner.site, this.bucketName);
  }

  public prefixOf({ product, major }: PortVersion): string {
    return portPrefix(product, major);
  }

  public grantRead(reader: AppIdentity, port: PortVersion): Grant {
    validate(this.path, { owner: this, grantee: reader }, READER_RULES);
    return this.grant(reader, port, bucketReadStatements(this, [port]));
  }

  public grantWrite(writer: AppIdentity, port: PortVersion): Grant {
    validate(this.path, { owner: this, grantee: writer }, WRITER_RULES);
    return this.grant(writer, port, bucketWriteStatements(this, [port]));
  }

  public metricAllRequests(port: PortVersion): BucketMetric {
    return requestMetric(this.bucketName, port, "AllRequests");
  }

  public metric4xxErrors(port: PortVersion): BucketMetric {
    return requestMetric(this.bucketName, port, "4xxErrors");
  }

  public metric5xxErrors(port: PortVersion): BucketMetric {
    return requestMetric(this.bucketName, port, "5xxErrors");
  }

  public metricPutRequests(port: PortVersion): BucketMetric {
    return requestMetric(this.bucketName, port, "PutRequests");
  }

  public metricBucketSizeBytes(): BucketMetric {
    return storageMetric(this.bucketName, "BucketSizeBytes");
  }

  public metricNumberOfObjects(): BucketMetric {
    return storageMetric(this.bucketName, "NumberOfObjects");
  }

  private grant(grantee: AppIdentity, port: PortVersion, statements: Grant["statements"]): Grant {
    return {
      grantee,
      actions: statements.flatMap(({ Action }) => Action ?? []),
      resources: [`${this.bucketName}/${this.prefixOf(port)}`],
      statements,
    };
  }
}
