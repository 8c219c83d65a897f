import type { PortKey } from "../model";

/** What a name names. Names of different kinds never meet. */
export type ResourceKind =
  | "stack"
  | "state"
  | "topic"
  | "consumer group"
  | "transactional id"
  | "Kafka user"
  | "bucket"
  | "object"
  | "request metrics"
  | "key alias"
  | "Postgres schema"
  | "Postgres role"
  | "IAM role"
  | "IAM policy"
  | "OIDC provider"
  | "secret"
  | "SNS topic"
  | "alarm"
  | "dashboard"
  | "log group";

/** Who alone may write a resource: a domain, or one of its apps. The platform is the domain `platform`. */
export interface Writer {
  readonly domain: string;
  /** Undefined for what the domain as a whole holds. */
  readonly app?: string;
}

/** A physical name of one environment, or all names that start with it. */
export interface Resource {
  readonly kind: ResourceKind;
  /** Within which the name is unique: a cluster, a server, an account, a bucket. */
  readonly scope: string;
  readonly name: string;
  /** True when everything is meant whose name starts with `name`. */
  readonly prefix: boolean;
  readonly writer: Writer;
  /** The product whose data it holds. */
  readonly port?: PortKey;
}

/** A name that could not be built. */
export interface NameFailure {
  readonly code: "NameInvalid" | "NameTooLong";
  readonly message: string;
  readonly writer: Writer;
  readonly port?: PortKey;
}

/** Every physical name of an environment. */
export interface Inventory {
  readonly resources: readonly Resource[];
  /** Names that a system would refuse. */
  readonly failures: readonly NameFailure[];
}

/** `orders/order-placed` or `orders`, for people. */
export const describeWriter = ({ domain, app }: Writer): string =>
  app === undefined ? domain : `${domain}/${app}`;
