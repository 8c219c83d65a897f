import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import { Lazy } from "../../src/cdk";
import { DOMAIN_TAG, ENVIRONMENT_TAG, type Site } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { isAppOf, roleArnOf, type AppIdentity, type Grant } from "../identity";
import type { DomainKey, KeyOwner } from "../key";
import { ValidationError, validate } from "../validation";
import type { BucketMetric } from "./bucket-metrics";
import { renderBucketPolicy, type BucketReader } from "./bucket-policy";
import { BUCKET_RULES, portName, type BucketPort, type PortVersion } from "./bucket-port";
import { BucketReference, type IDomainBucket } from "./bucket-reference";
import { defineHygiene, defineObservation, housekeepingRule, retentionRules } from "./bucket-settings";

/** Days until a part of an upload that was never finished is removed. */
export const ABORT_MULTIPART_DAYS = 7;

/** Days that an overwritten or deleted version can still be brought back. */
export const NONCURRENT_DAYS = 90;

export interface DomainBucketProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly domain: string;
  /** The domain's own key. */
  readonly key: DomainKey;
  readonly ports: readonly BucketPort[];
  /** Where S3 writes access logs: a bucket of the same account and region, see `AccessLogBucket`. */
  readonly accessLogBucketName: string;
  /** @default NONCURRENT_DAYS */
  readonly noncurrentDays?: number;
  /** @default ABORT_MULTIPART_DAYS */
  readonly abortMultipartDays?: number;
  /**
   * Let objects be locked against deletion. It cannot be changed later: another value replaces the bucket.
   * @default false
   */
  readonly objectLock?: boolean;
  /**
   * Refuse to plan the bucket's destruction.
   * @default - true where the environment is protected
   */
  readonly retain?: boolean;
  /**
   * Let Terraform delete the bucket with every object in it. Needs `retain` to be false.
   * @default false
   */
  readonly allowDestroy?: boolean;
}

/**
 * The bucket of a domain: one prefix per output port, encrypted with the domain's key, closed to everyone but the
 * domain, the platform and the readers of single ports.
 *
 * Who applies it must be one of those: the domain's deploy role, or a role of the platform.
 */
export class DomainBucket extends Construct implements IDomainBucket {
  /** The bucket of a domain that another stack defines. Granting gives the app's side only. */
  public static fromDomain(owner: KeyOwner): IDomainBucket {
    return new BucketReference(owner, `bucket of '${owner.domain}'`);
  }

  public readonly site: Site;
  public readonly domain: string;
  public readonly bucketName: string;
  public readonly bucketArn: string;
  /** Sorted by name. */
  public readonly ports: readonly BucketPort[];

  private readonly key: DomainKey;
  private readonly reference: BucketReference;
  private readonly platformSite: Site;
  private readonly operators?: readonly string[];
  private readonly readers = new Map<string, BucketReader>();

  public constructor(scope: Construct, id: string, props: DomainBucketProps) {
    super(scope, id);
    const {
      environment,
      domain,
      key,
      accessLogBucketName,
      site = environment.site,
      noncurrentDays = NONCURRENT_DAYS,
      abortMultipartDays = ABORT_MULTIPART_DAYS,
      objectLock = false,
      retain = environment.protected,
      allowDestroy = false,
    } = props;
    const ports = [...props.ports].sort((a, b) => (portName(a) < portName(b) ? -1 : 1));
    validate(
      this.node.path,
      {
        ...{ site, environmentName: environment.site.environment, domain, key, ports, accessLogBucketName },
        ...{ noncurrentDays, abortMultipartDays, retain, allowDestroy },
      },
      BUCKET_RULES,
    );

    this.reference = new BucketReference({ site, domain }, this.node.path);
    this.site = site;
    this.domain = domain;
    this.bucketName = this.reference.bucketName;
    this.bucketArn = this.reference.bucketArn;
    this.ports = ports;
    this.key = key;
    this.platformSite = environment.site;
    this.operators = environment.operatorRoleArns;

    const bucket = new S3Bucket(this, "Resource", {
      bucket: this.bucketName,
      forceDestroy: allowDestroy,
      objectLockEnabled: objectLock ? true : undefined,
      tags: { [DOMAIN_TAG]: domain, [ENVIRONMENT_TAG]: site.environment },
      lifecycle: retain ? { preventDestroy: true } : undefined,
    });
    const settled = defineHygiene(this, bucket, {
      policy: Lazy.stringValue({ produce: () => this.renderPolicy() }),
      keyArn: key.keyArn,
      lifecycleRules: [housekeepingRule(noncurrentDays, abortMultipartDays), ...retentionRules(ports)],
    });
    defineObservation(this, bucket, { domain, ports, accessLogBucketName }, settled);
  }

  public prefixOf(port: PortVersion): string {
    return this.reference.prefixOf(port);
  }

  public grantRead(reader: AppIdentity, port: PortVersion): Grant {
    this.checkPort(port);
    const grant = this.reference.grantRead(reader, port);
    this.key.grantDecrypt(reader);
    if (!isAppOf(reader, this)) this.addReader(reader, port);
    return grant;
  }

  public grantWrite(writer: AppIdentity, port: PortVersion): Grant {
    this.checkPort(port);
    return this.reference.grantWrite(writer, port);
  }

  public metricAllRequests(port: PortVersion): BucketMetric {
    return this.reference.metricAllRequests(port);
  }

  public metric4xxErrors(port: PortVersion): BucketMetric {
    return this.reference.metric4xxErrors(port);
  }

  public metric5xxErrors(port: PortVersion): BucketMetric {
    return this.reference.metric5xxErrors(port);
  }

  public metricPutRequests(port: PortVersion): BucketMetric {
    return this.reference.metricPutRequests(port);
  }

  public metricBucketSizeBytes(): BucketMetric {
    return this.reference.metricBucketSizeBytes();
  }

  public metricNumberOfObjects(): BucketMetric {
    return this.reference.metricNumberOfObjects();
  }

  private addReader(reader: AppIdentity, port: PortVersion): void {
    const arn = roleArnOf(reader);
    this.readers.set(arn, { reader, ports: [...(this.readers.get(arn)?.ports ?? []), port] });
  }

  private checkPort(port: PortVersion): void {
    const names = this.ports.map(portName);
    if (names.includes(portName(port))) return;
    throw new ValidationError(this.node.path, [
      `UnknownVersion: bucket of '${this.domain}' has no port '${portName(port)}'; ` +
        `it has ${names.join(", ") || "none"}`,
    ]);
  }

  private renderPolicy(): string {
    return renderBucketPolicy(this.node.path, {
      site: this.site,
      domain: this.domain,
      platformSite: this.platformSite,
      operators: this.operators,
      readers: [...this.readers.values()],
    });
  }
}
