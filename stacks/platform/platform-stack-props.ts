import type { MeshEnvironment } from "../../constructs/environment";
import type { StateLocation } from "../state";

/** Props of a `PlatformStack`: plain data. */
export interface PlatformStackProps {
  readonly environment: MeshEnvironment;
  readonly state: StateLocation;
  /** Who is paged for every domain. */
  readonly alertEmails: readonly string[];
  /**
   * Host of the CI's OpenID Connect provider, such as `token.actions.githubusercontent.com`.
   * @default - no CI is trusted
   */
  readonly deployProvider?: string;
  /**
   * Accounts of domains that do not live in the platform's; their alarms page here too.
   * @default - none
   */
  readonly domainAccounts?: readonly string[];
  /**
   * What to do when an alarm of the shared database fires.
   * @default - the list of alarms in the AWS console
   */
  readonly databaseRunbookUrl?: string;
  /** Of one Kafka user. @default - the default of DefaultKafkaQuota */
  readonly producerBytesPerSecond?: number;
  /** Of one Kafka user. @default - the default of DefaultKafkaQuota */
  readonly consumerBytesPerSecond?: number;
}
