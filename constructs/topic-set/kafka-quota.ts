import { Construct } from "constructs";
import { appSessionArn, certificateUserName } from "../../src/names";
import { Quota } from "../../src/providers/kafka/quota";
import type { MeshEnvironment } from "../environment";
import { kafkaUserOf, type AppIdentity } from "../identity";
import { validate } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";
import { QUOTA_RULES, quotaConfig, type QuotaRates } from "./quota-rates";

/** Props of a `KafkaQuota`. */
export interface KafkaQuotaProps extends QuotaRates {
  readonly environment: MeshEnvironment;
  readonly app: AppIdentity;
}

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
      config: quotaConfig(props),
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
