import { Construct } from "constructs";
import { Quota } from "../../src/providers/kafka/quota";
import type { MeshEnvironment } from "../environment";
import { validate } from "../validation";
import { CLUSTER_RULES } from "./cluster-rules";
import { QUOTA_RULES, quotaConfig, type QuotaRates } from "./quota-rates";

/** Props of a `DefaultKafkaQuota`. */
export interface DefaultKafkaQuotaProps extends QuotaRates {
  readonly environment: MeshEnvironment;
}

/**
 * What every Kafka user without a quota of its own may use of every broker; once per cluster. With `iam` it is the only
 * one that holds for certain: Kafka's users are sessions then, and whoever runs an app names those.
 */
export class DefaultKafkaQuota extends Construct {
  /** @throws ValidationError with every property that is not allowed. */
  public constructor(scope: Construct, id: string, props: DefaultKafkaQuotaProps) {
    super(scope, id);
    validate(this.node.path, props, [...CLUSTER_RULES, ...QUOTA_RULES]);

    // No entity name: the default of all users (Mongey/kafka, kafka_quota).
    new Quota(this, "Resource", { entityType: "user", config: quotaConfig(props) });
  }
}
