import type { ITerraformDependable } from "../../src/cdk";
import type { MeshEnvironment } from "../environment";

/** What names one output port of kind topic: one major version of one product. */
export interface TopicPortProps {
  readonly environment: MeshEnvironment;
  readonly domain: string;
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
}

/** Props of a `TopicSet`. */
export interface TopicSetProps extends TopicPortProps {
  /**
   * Of the topic, its dead-letter and its retry topics alike, so that a failed record keeps its partition.
   * @default 6
   */
  readonly partitions?: number;
  /**
   * The partitions the topic was last deployed with, where that is known: fewer would delete the topic.
   * @default - not compared
   */
  readonly deployedPartitions?: number;
  /**
   * `delete` for events, `compact` for the latest state by key, `compact,delete` for state that expires.
   * @default "delete"
   */
  readonly cleanup?: "delete" | "compact" | "compact,delete";
  /**
   * How long a record is kept. Not with `compact`, which keeps the last record of a key for ever.
   * @default 168
   */
  readonly retentionHours?: number;
  /**
   * Define a dead-letter topic, which keeps records longer than the topic does.
   * @default false
   */
  readonly deadLetter?: boolean;
  /**
   * How many delayed retry topics there are, counted from 1.
   * @default 0
   */
  readonly retries?: number;
  /**
   * The largest batch of records.
   * @default 1048588
   */
  readonly maxMessageBytes?: number;
  /**
   * How the broker stores records; `producer` leaves it to the clients, which should use zstd.
   * @default "producer"
   */
  readonly compression?: "producer" | "uncompressed" | "gzip" | "snappy" | "lz4" | "zstd";
  /**
   * Further topic configs of the topic itself, see `TOPIC_CONFIGS`; values are strings.
   * @default - `min.insync.replicas` is 2, or less where there are fewer than 3 replicas
   */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Let Terraform refuse to destroy the topics.
   * @default - as the environment is protected
   */
  readonly retain?: boolean;
  /**
   * What must exist before the first topic and the first ACL: the ACL of the principal that deploys. Without it, the
   * first ACL of a topic locks Terraform out of that topic.
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}
