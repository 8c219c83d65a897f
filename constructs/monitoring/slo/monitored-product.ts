import { portLabel } from "../../../src/names";

/** One step in the life of a data product. */
export type MonitoredLifecycle = "draft" | "active" | "deprecated" | "retired";

/** What a product promises; what is left out is not promised and not watched. */
export interface ServiceLevel {
  /** New data at least this often, in seconds: 60 to 604,800. */
  readonly freshnessSeconds?: number;
  /** Requests to the bucket port that succeed: above 93.06, below 100. */
  readonly availabilityPercent?: number;
  /** Records that are not dead-lettered: above 0, below 100. */
  readonly completenessPercent?: number;
  /** How far behind a declared consumer may be, in seconds. */
  readonly lagSeconds?: number;
}

/** An app that is known to read the topic. */
export interface MonitoredConsumer {
  readonly domain: string;
  readonly app: string;
  /**
   * The last part of its consumer group, `analytics.reader.main`.
   * @default "main"
   */
  readonly purpose?: string;
}

/** The topic port of a monitored product. */
export interface MonitoredTopic {
  readonly consumers: readonly MonitoredConsumer[];
  /** It has a dead-letter topic. */
  readonly deadLetter: boolean;
}

/** One major of a data product, as monitoring needs to know it. */
export interface MonitoredProduct {
  readonly product: string;
  readonly major: number;
  /** @default "active" */
  readonly lifecycle?: MonitoredLifecycle;
  /** @default - no topic port */
  readonly topic?: MonitoredTopic;
  /** @default false */
  readonly bucket?: boolean;
  /** @default false */
  readonly schema?: boolean;
  readonly slo: ServiceLevel;
  /** An https link. @default - the runbook base URL of the domain, or its dashboard */
  readonly runbookUrl?: string;
}

/** The consumer group's purpose when a consumer names none. */
export const DEFAULT_CONSUMER_PURPOSE = "main";

/** Drafts have no traffic yet and retired products have none any more: both would raise alarms for ever. */
const WATCHED: readonly MonitoredLifecycle[] = ["active", "deprecated"];

/** True when alarms watch the product. */
export const isWatched = ({ lifecycle = "active" }: MonitoredProduct): boolean => WATCHED.includes(lifecycle);

/** `order-placed.v1`. */
export const labelOf = ({ product, major }: MonitoredProduct): string => portLabel(product, major);
