import {
  alertTopicArn,
  alertTopicName,
  anyKeyArn,
  appSecretName,
  bucketArn,
  bucketName,
  databaseUserArn,
  keyAlias,
  logGroupName,
  logStreamsArn,
  mskResourceArn,
  objectArn,
  portPrefix,
  regionalArn,
  topicName,
  DOMAIN_TAG,
  ENVIRONMENT_TAG,
  type MskResource,
  type Site,
} from "../../../../src/names";
import { bucketId, keyId, UNGUARDED_KEY } from "../policy-set";
import type { Target } from "../matrix-case";
import type { Scenario } from "../scenario";

const required = (value: string | undefined, what: string): string => {
  if (value === undefined) throw new Error(`the matrix needs ${what}`);
  return value;
};

/** What the actors ask for, in one scenario. */
export class Targets {
  public constructor(private readonly scenario: Scenario) {}

  public cluster(): Target {
    return { arn: this.clusterArn() };
  }

  public topic(domain: string, product: string, major: number, suffix = ""): Target {
    return this.kafka("topic", `${topicName(domain, product, major)}${suffix}`);
  }

  public kafka(kind: MskResource, name: string): Target {
    return { arn: mskResourceArn(this.clusterArn(), kind, name) };
  }

  /** An object below a port's prefix, guarded by the bucket's policy where the scenario has it. */
  public object(site: Site, domain: string, product: string, major: number): Target {
    const bucket = bucketName(site, domain);
    return this.inBucket(site, bucket, objectArn(site, bucket, `${portPrefix(product, major)}part-0`));
  }

  public bucket(site: Site, domain: string): Target {
    const bucket = bucketName(site, domain);
    return this.inBucket(site, bucket, bucketArn(site, bucket));
  }

  /** A key that exists, with its alias and tags. */
  public key(site: Site, domain: string): Target {
    const alias = keyAlias(site, domain);
    return {
      arn: anyKeyArn(site).replace("*", "1f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d"),
      policy: this.guarded(domain) ? keyId(alias) : UNGUARDED_KEY,
      context: {
        "kms:ResourceAliases": [alias],
        [`aws:ResourceTag/${DOMAIN_TAG}`]: domain,
        [`aws:ResourceTag/${ENVIRONMENT_TAG}`]: site.environment,
      },
    };
  }

  public secret(domain: string, app: string): Target {
    const { site } = this.scenario.environment;
    return {
      arn: regionalArn(site, "secretsmanager", `secret:${appSecretName(site, domain, app, "kafka")}-AbCdEf`),
    };
  }

  public alerts(domain: string): Target {
    const { site } = this.scenario.environment;
    return { arn: alertTopicArn(site, alertTopicName(site, domain)) };
  }

  public login(user: string): Target {
    const { site, postgres } = this.scenario.environment;
    return { arn: databaseUserArn(site, required(postgres.resourceId, "an RDS resource id"), user) };
  }

  public logStream(domain: string): Target {
    const { site } = this.scenario.environment;
    return { arn: logStreamsArn(site, logGroupName(site, domain)).replace("*", "task-1") };
  }

  private inBucket(site: Site, bucket: string, arn: string): Target {
    const owner = [this.scenario.domain, this.scenario.consumer.of.domain].find(
      (domain) => bucketName(site, domain) === bucket,
    );
    return { arn, account: site.account, policy: owner === undefined ? undefined : bucketId(bucket) };
  }

  private guarded(domain: string): boolean {
    return domain === this.scenario.domain || domain === this.scenario.consumer.of.domain;
  }

  private clusterArn(): string {
    return required(this.scenario.environment.kafka.clusterArn, "an MSK cluster");
  }
}

/** A request for a key that S3 makes for the caller. */
export const throughS3 = (site: Site) => ({ "kms:ViaService": `s3.${site.region}.amazonaws.com` });
