/**
 * The vocabulary the parts of the offline engine share: types, schemas,
 * values and what a simulated provider answers. Nothing here knows the wire.
 */

/** The type of a value that is not known before apply. There is one such value: {@link UNKNOWN}. */
export class Unknown {
  readonly kind = "unknown";

  toString(): string {
    return "(known after apply)";
  }
}

/** The one value "known after apply"; compare with `===`. */
export const UNKNOWN: Unknown = Object.freeze(new Unknown());

/** A type in Terraform's type system, in the shape of its JSON notation. */
export type CtyType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", CtyType]
  | ["object", Record<string, CtyType>]
  | ["tuple", CtyType[]];

/** One attribute of a block. */
export interface Attribute {
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}

/** A block inside a block; `max` 0 means no limit. */
export interface NestedBlock {
  readonly nesting: "single" | "list" | "set";
  readonly min: number;
  readonly max: number;
  readonly block: Block;
}

/** What a provider, a resource type or a nested block accepts, by name. */
export interface Block {
  /** The schema version Terraform writes beside a resource's state. @default 0 */
  readonly version?: number;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks: Readonly<Record<string, NestedBlock>>;
}

/** Everything Terraform asks of a provider's schema. */
export interface ProviderSchema {
  /** The full address, for example `registry.terraform.io/mongey/kafka`. */
  readonly source: string;
  /** The provider's version, exact. */
  readonly version: string;
  readonly provider: Block;
  readonly resources: ReadonlyMap<string, Block>;
  readonly ephemerals: ReadonlyMap<string, Block>;
}

/**
 * A plain JavaScript value: strings, numbers (bigint beyond 2^53), booleans,
 * `null`, arrays for lists, sets and tuples, objects for maps and objects and
 * {@link UNKNOWN}.
 */
export type Value = unknown;

/** Where in a value: attribute names and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** A remark Terraform shows to its user. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly path?: Path;
}

/** What a resource will look like, and which paths force a replacement. */
export interface PlanResult {
  readonly planned: Value;
  readonly requiresReplace: readonly Path[];
  /**
   * True for a type whose provider is built on the older SDK: Terraform then accepts planned values that differ
   * from the configuration in form only. @default false
   */
  readonly legacyTypeSystem?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a resource looks like once applied; `null` once destroyed. */
export interface ApplyResult {
  readonly state: Value;
  /** As in {@link PlanResult}. @default false */
  readonly legacyTypeSystem?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was read or imported; `null` when there is no such thing. */
export interface ReadResult {
  readonly state: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** What an ephemeral resource holds while it is open. */
export interface EphemeralResult {
  readonly result: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a simulated provider does; pure but for the world it is given. The protocol layer knows nothing else.
 * A value of `null` is a resource that is not there: not yet as `prior`, no longer as `proposed` or `planned`.
 */
export interface ProviderBehaviour {
  readonly schema: ProviderSchema;
  /**
   * The same provider, not configured yet. Each connection gets one: Terraform opens a connection per provider
   * configuration, and several may be under way at once.
   *
   * @default this one serves all connections
   */
  fresh?(): ProviderBehaviour;
  validateProvider(config: Value): readonly Diagnostic[];
  configure(config: Value): readonly Diagnostic[];
  validateResource(type: string, config: Value): readonly Diagnostic[];
  plan(type: string, prior: Value, proposed: Value, config: Value): PlanResult;
  apply(type: string, prior: Value, planned: Value, config: Value): Promise<ApplyResult>;
  read(type: string, current: Value): Promise<ReadResult>;
  importState(type: string, id: string): Promise<ReadResult>;
  openEphemeral(type: string, config: Value): Promise<EphemeralResult>;
}
