import { Construct } from "constructs";
import { appSessionArn, certificateUserName } from "../../src/names";
import { Quota } from "../../src/providers/kafka/quota";
import type { MeshEnvironment } from "../environment";
import { kafkaUserOf, type AppIdentity } from "../identity";
import { validate, type Rule } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";

/** 10 MiB per second and broker. */
export const DEFAULT_PRODUCER_BYTES_PER_SECOND = 10_485_760;
/** 20 MiB per second and broker: a port has more readers than writers. */
export const DEFAULT_CONSUMER_BYTES_PER_SECOND = 20_971_520;
/** One whole thread of every broker. */
export const DEFAULT_REQUEST_PERCENTAGE = 100;

/** Props of a `KafkaQuota`. */
export interface KafkaQuotaProps {
  readonly environment: MeshEnvironment;
  readonly app: AppIdentity;
  /**
   * Per broker.
   * @default 10485760
   */
  readonly producerBytesPerSecond?: number;
  /**
   * Per broker.
   * @default 20971520
   */
  readonly consumerBytesPerSecond?: number;
  /**
   * Share of the time of one request or network thread, per broker; 200 is two threads.
   * @default 100
   */
  readonly requestPercentage?: number;
}

const QUOTA_LIMITS = {
  /** From 1 KiB, below which clients time out, to 10 GiB. */
  producerBytesPerSecond: { min: 1_024, max: 10_737_418_240 },
  consumerBytesPerSecond: { min: 1_024, max: 10_737_418_240 },
  requestPercentage: { min: 1, max: 10_000 },
} as const;

function withinLimits(property: keyof typeof QUOTA_LIMITS): Rule<KafkaQuotaProps> {
  const { min, max } = QUOTA_LIMITS[property];
  return {
    holds: ({ [property]: value = min }) => Number.isInteger(value) && value >= min && value <= max,
    problem: ({ [property]: value }) =>
      `${property} must be a whole number from ${min} to ${max}, got ${JSON.stringify(value)}`,
  };
}

const QUOTA_RULES: readonly Rule<KafkaQuotaProps>[] = [
  withinLimits("producerBytesPerSecond"),
  withinLimits("consumerBytesPerSecond"),
  withinLimits("requestPercentage"),
];

/**
 * What one app may use of every broker, so that no app takes it from the others. It belongs into the boundary stack,
 * where the domain cannot change it. Any change replaces it: for a moment the app is not limited.
 *
 * With `iam` Kafka's user is the ARN of the role's session, so the quota holds for sessions named like the app's Kafka
 * user (`orders.order-placed`): clients set it as `awsRoleSessionName`, and the role's trust policy can demand it.
 */
export class KafkaQuota extends Construct {
  /** The user as Kafka knows it. */
  public readonly entityName: string;

  /** @throws ValidationError with every property that is not allowed. */
  public constructor(scope: Construct, id: string, props: KafkaQuotaProps) {
    super(scope, id);
    validate(this.node.path, props, [...CLUSTER_RULES, ...APP_RULES, ...QUOTA_RULES]);

    this.entityName = entityNameOf(props);
    new Quota(this, "Resource", {
      entityType: "user",
      entityName: this.entityName,
      config: {
        consumer_byte_rate: props.consumerBytesPerSecond ?? DEFAULT_CONSUMER_BYTES_PER_SECOND,
        producer_byte_rate: props.producerBytesPerSecond ?? DEFAULT_PRODUCER_BYTES_PER_SECOND,
        request_percentage: props.requestPercentage ?? DEFAULT_REQUEST_PERCENTAGE,
      },
    });
  }
}

function entityNameOf({ environment, app }: KafkaQuotaProps): string {
  switch (environment.kafka.authentication) {
    case "scram":
      return kafkaUserOf(app);
    case "mtls":
      return certificateUserName(app.domain, app.app);
    case "iam":
      return appSessionArn(app.site, app.domain, app.app);
  }
}
