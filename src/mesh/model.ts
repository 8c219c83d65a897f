import type { Contract } from "../contract";
import type {
  Compatibility,
  ContractChangeKind,
  EnvironmentManifest,
  LockedProduct,
  MeshManifest,
} from "../manifest";

/** Seconds. */
export type Seconds = number;

/** The whole mesh, of all environments, valid or not: what rules and questions look at. */
export interface Mesh {
  /** Of `mesh.yaml`, relative to the mesh's root. */
  readonly file: string;
  readonly organisation: string;
  readonly teams: ReadonlySet<string>;
  readonly environments: readonly EnvironmentManifest[];
  readonly limits: MeshLimits;
  readonly policy: MeshPolicy;
  readonly alerts: MeshManifest["alerts"];
  /** Losses of the platform's own stack, and of domains that are gone, that the platform accepts. */
  readonly acceptedPlans: readonly PlanAcknowledgement[];
  /** By name, sorted. */
  readonly domains: ReadonlyMap<string, Domain>;
  /** What is left of domains that were released and are gone. */
  readonly locksOfGoneDomains: readonly GoneDomain[];
  /** By `domain/product.vN`, sorted. */
  readonly ports: ReadonlyMap<PortKey, Product>;
  /** Manifests left out, because another one of the same name came first. */
  readonly duplicates: readonly DuplicateManifest[];
}

/** A manifest that says what another one says already. */
export interface DuplicateManifest {
  readonly kind: "domain" | "product";
  /** The domain's name, or the product's key. */
  readonly name: string;
  readonly file: string;
  /** The file that counts. */
  readonly first: string;
}

/** A lock whose domain is not in the mesh. */
export interface GoneDomain {
  readonly domain: string;
  readonly file: string;
  /** By `product.vN`. */
  readonly products: ReadonlyMap<string, LockedProduct>;
}

/** `orders/order-placed.v1`. */
export type PortKey = string;

/** `orders/order-placed`: all majors of a product. */
export type ProductReference = string;

/** What no domain may exceed; every value is set. */
export interface MeshLimits {
  readonly partitions: number;
  readonly retention: Seconds;
  readonly sharePeriod: Seconds;
  readonly expiryNotice: Seconds;
  readonly producerBytesPerSecond: number;
  readonly consumerBytesPerSecond: number;
  readonly connectionsPerApp: number;
}

/** Settings of the policy rules; every value is set. */
export interface MeshPolicy {
  /** Least sensitive first. */
  readonly classifications: readonly string[];
  readonly personal: readonly string[];
  /** Regions by classification; a classification that is not there may be read from anywhere. */
  readonly residency: ReadonlyMap<string, readonly string[]>;
  /** Changes of contracts that are weighed otherwise than usual, past their end or not. */
  readonly contractWeights: readonly ContractWeight[];
}

/** How the platform weighs one kind of contract change, for a time. */
export interface ContractWeight {
  readonly change: ContractChangeKind;
  readonly counts: Compatibility;
  readonly reason: string;
  readonly until: string;
  /** Index in the manifest. */
  readonly index: number;
}

/** A business domain. */
export interface Domain {
  readonly name: string;
  readonly file: string;
  readonly parent?: string;
  readonly description?: string;
  readonly owner: { readonly team: string; readonly email: string; readonly slack?: string };
  readonly raci: Readonly<
    Record<"responsible" | "accountable" | "consulted" | "informed", readonly string[]>
  >;
  readonly subscriptions: readonly Subscription[];
  /** Losses of released products. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** Losses of whole plans. */
  readonly acceptedPlans: readonly PlanAcknowledgement[];
  /** Sorted by name, then major. */
  readonly products: readonly Product[];
  /** What the domain had at its last release; undefined before the first. */
  readonly lock?: ReadonlyMap<string, LockedProduct>;
}

/** One major version of a data product: a set of output ports with one contract. */
export interface Product {
  readonly key: PortKey;
  readonly domain: string;
  readonly name: string;
  readonly major: number;
  readonly version: string;
  readonly file: string;
  readonly description?: string;
  readonly lifecycle: "draft" | "active" | "deprecated" | "retired";
  /** `YYYY-MM-DD`. */
  readonly sunset?: string;
  readonly inputs: readonly ProductReference[];
  readonly topic?: TopicPort;
  readonly bucket?: BucketPort;
  readonly schema?: SchemaPort;
  readonly slo: Slo;
  readonly runbook?: string;
  readonly shares: readonly Share[];
  /** Relative to the mesh's root. */
  readonly contractFile: string;
  readonly contract?: Contract;
}

/** Output port of kind topic; every value is set. */
export interface TopicPort {
  readonly partitions: number;
  readonly retention: Seconds;
  readonly cleanup: "delete" | "compact" | "compact,delete";
  readonly deadLetter: boolean;
  readonly retries: number;
  readonly maxMessageBytes?: number;
  readonly config: Readonly<Record<string, string>>;
}

/** Output port of kind bucket prefix. */
export interface BucketPort {
  readonly format: string;
  readonly retention?: Seconds;
}

/** Output port of kind schema. */
export interface SchemaPort {
  readonly tables: readonly string[];
}

/** What consumers can rely on. */
export interface Slo {
  readonly freshness?: Seconds;
  /** Per cent. */
  readonly availability?: number;
  /** Per cent. */
  readonly completeness?: number;
}

/** The consumer's side of an access agreement. */
export interface Subscription {
  readonly consumer: string;
  readonly product: ProductReference;
  readonly major: number;
  readonly app: string;
  readonly purpose: string;
  readonly until: string;
  /** Index in the manifest. */
  readonly index: number;
}

/** The producer's side of an access agreement. */
export interface Share {
  /** The domain that may read. */
  readonly consumer: string;
  readonly purpose: string;
  readonly until: string;
  /** Index in the manifest. */
  readonly index: number;
}

/** A loss that the domain accepts. */
export interface Acknowledgement {
  readonly change: string;
  /** `product.vN`. */
  readonly product: string;
  readonly reason: string;
  readonly until: string;
  readonly index: number;
}

/** All losses of one plan of one stack, or all that breaks in one domain, accepted by their hash. */
export interface PlanAcknowledgement {
  /** `loss:0123456789abcdef`, `breaks:0123456789abcdef`. */
  readonly plan: string;
  readonly reason: string;
  readonly until: string;
  /** Index in the manifest's `acknowledgements`. */
  readonly index: number;
}

/** Both signatures are there and hold today: one app of one domain reads one port. */
export interface Access {
  readonly port: PortKey;
  readonly producer: string;
  readonly consumer: string;
  readonly app: string;
  /** The earlier of the two dates. */
  readonly until: string;
  readonly purpose: string;
}
