import type { ITerraformDependable } from "../../src/cdk";
import type { Site } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import type { AppIdentity } from "../identity";
import type { MonitoredLifecycle, ServiceLevel } from "../monitoring";
import type { DomainFoundation } from "./domain-foundation";

/** Props of a `DataProduct`: one major version, with the ports it offers. */
export interface DataProductProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly domain: string;
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
  /**
   * Drafts and retired versions have no alarms.
   * @default "active"
   */
  readonly lifecycle?: MonitoredLifecycle;
  /**
   * Let Terraform destroy the topics and the schema, with what is in them, once the product is taken out.
   * @default false
   */
  readonly destroyable?: boolean;
  /** @default - no topic */
  readonly topic?: ProductTopic;
  /** @default - no bucket prefix */
  readonly bucket?: ProductBucket;
  /**
   * It has a Postgres schema.
   * @default false
   */
  readonly schema?: boolean;
  /** @default - nothing is promised */
  readonly slo?: ServiceLevel;
  /** @default - the domain's runbooks, or its dashboard */
  readonly runbookUrl?: string;
  /**
   * Apps of other domains that may read every port.
   * @default - none
   */
  readonly readers?: readonly AppIdentity[];
  /**
   * What all products of the domain share.
   * @default - a foundation for this product alone, with the role of its app and its alarms; for a domain of one product
   */
  readonly foundation?: DomainFoundation;
  /**
   * Who is called when an alarm fires; needed without a foundation.
   * @default - the domain's name
   */
  readonly ownerTeam?: string;
  /** @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The topic port of a product; defaults are those of `TopicSet`. */
export interface ProductTopic {
  readonly partitions?: number;
  readonly cleanup?: "delete" | "compact" | "compact,delete";
  readonly retentionHours?: number;
  readonly deadLetter?: boolean;
  readonly retries?: number;
  readonly maxMessageBytes?: number;
  readonly config?: Readonly<Record<string, string>>;
}

/** The bucket port of a product. */
export interface ProductBucket {
  /** What the files are, such as `parquet`. */
  readonly format?: string;
  /** @default - kept until deleted */
  readonly retentionDays?: number;
}
