import type { Site } from "../../names";
import type { Block, Value } from "../model";

/** The attributes and nested blocks of one thing, by name. */
export type Attributes = Readonly<Record<string, Value>>;

/** What a provider knows once it is configured. */
export interface ProviderContext {
  /** The provider's own configuration block, or `{}`. */
  readonly config: Attributes;
  /** Account and region of an AWS provider; the other providers have a place-holder they never use. */
  readonly site: Site;
  /** The `default_tags` of an AWS provider. */
  readonly defaultTags: Readonly<Record<string, Value>>;
  /** What makes identifiers of one world differ from those of another. */
  readonly seed: string;
}

/** One thing, as the tables look at it. */
export interface Subject {
  readonly values: Attributes;
  readonly context: ProviderContext;
  /** What makes derived identifiers of this thing differ from those of others: stable, never shown. */
  readonly token: string;
}

/** Computes a value only the real service would know. */
export type Derive = (subject: Subject) => Value;

/** A change of one attribute on an existing thing. */
export interface Change {
  readonly before: Value;
  readonly after: Value;
  readonly context: ProviderContext;
}

/** A path that forces a replacement only under a condition. */
export interface ConditionalReplacement {
  readonly path: string;
  readonly when: (change: Change) => boolean;
}

/** Says what is wrong in the provider's words, or nothing. */
export type Check = (values: Attributes, context: ProviderContext) => string | undefined;

/** A check of the values at one path; `*` in a path stands for every element. */
export interface ValueRule {
  readonly path: string;
  /** The provider's words about a value it refuses. */
  readonly problem: (value: Value, path: string) => string | undefined;
}

/** A check over several top-level attributes. */
export interface GroupRule {
  /** Where the finding is shown. */
  readonly path: string;
  readonly summary: string;
  readonly problem: (config: Attributes) => string | undefined;
}

/** A thing that must be there before another one can be made. */
export interface Need {
  readonly type: string;
  /** The identities needed, in the world; empty when nothing is. */
  readonly of: (values: Attributes, context: ProviderContext) => readonly string[];
  /** The provider's words when `identity` is missing. */
  readonly missing: (identity: string, subject: Subject) => string;
  /** True: without it the thing itself is gone (a bucket's policy without its bucket). @default false */
  readonly lifelong?: boolean;
  /** True for what every server or account has without anyone making it. */
  readonly builtIn?: (identity: string, context: ProviderContext) => boolean;
}

/** What stands in the way of a deletion. */
export interface Obstacle {
  /** True when `other` keeps the thing from being deleted. Not asked when absent. */
  readonly by?: { readonly type: string; readonly holds: (other: Attributes, subject: Subject) => boolean };
  /** The mark on the thing itself that keeps it from being deleted. */
  readonly mark?: Mark;
  /** True when the thing's own (prior) values lift the obstacle, such as `force_destroy`. */
  readonly unless?: (values: Attributes) => boolean;
  readonly words: (subject: Subject) => string;
}

/** What a person can say about a thing in the world. */
export type Mark = "nonEmpty";

/** What an import makes of an id: the attributes that identify the thing, or the provider's words. */
export type Importer = (id: string, context: ProviderContext) => Attributes | string;

/** Everything schemas and bindings do not say about one resource type. Paths are dotted; `*` is every element. */
export interface ResourceFacts {
  /** Where the row comes from. */
  readonly source: string;
  /** The library the provider implements the type with: they plan differently. @default "sdk" */
  readonly library: "sdk" | "framework";
  /** Blocks the provider fills in when the configuration has none. */
  readonly computedBlocks: readonly string[];
  /** The version of the type's schema that states carry. @default 0 */
  readonly schemaVersion: number;
  readonly sensitive: readonly string[];
  readonly writeOnly: readonly string[];
  readonly forceNew: readonly (string | ConditionalReplacement)[];
  /** Values the plan shows when the configuration is silent. */
  readonly defaults: Readonly<Record<string, Value>>;
  /** Values known at plan although the configuration is silent. */
  readonly planned: Readonly<Record<string, Derive>>;
  /** Values a read fills in where the plan had none. */
  readonly reads: Readonly<Record<string, Value>>;
  /** Attributes only the state knows: neither stored in the world nor read from it. */
  readonly local: readonly string[];
  /** Values that differ in form only count as equal. */
  readonly equivalent: Readonly<Record<string, (before: Value, after: Value) => boolean>>;
  readonly rules: readonly ValueRule[];
  readonly groups: readonly GroupRule[];
  /** Checks at plan, on create and update. */
  readonly planChecks: readonly ((config: Attributes, prior: Attributes | undefined) => string | undefined)[];
  /** Checks at apply, on create and update. */
  readonly applyChecks: readonly Check[];
  /** What names the thing in its world. */
  readonly identity: (values: Attributes, context: ProviderContext) => string;
  /** True when the service makes the name up: a second, equal thing is another thing. @default false */
  readonly minted: boolean;
  /** Values only the service knows, for what the plan left unknown. */
  readonly derived: Readonly<Record<string, Derive>>;
  /** Derived values that follow the others on every update. */
  readonly follows: readonly string[];
  /** The provider's words when the thing is there already; nothing when it takes it over. */
  readonly taken: (subject: Subject) => string | undefined;
  readonly needs: readonly Need[];
  /** True when the provider forgets the thing without deleting it. */
  readonly survives: (values: Attributes) => boolean;
  /** What a deletion hands to the provider's own user: things of `type` that name the thing in `attribute`. */
  readonly bequeaths: readonly { readonly type: string; readonly attribute: string }[];
  readonly obstacles: readonly Obstacle[];
  /** Absent when the provider has no importer. */
  readonly importer?: Importer;
}

/** Facts of one provider. */
export interface ProviderFacts {
  /** The last part of the source address, for example `kafka`. */
  readonly name: string;
  readonly resources: ReadonlyMap<string, ResourceFacts>;
  /** What the provider refuses in its own configuration. */
  readonly providerChecks: readonly Check[];
  /** Attributes of the provider's own configuration that are sensitive. */
  readonly sensitiveConfig: readonly string[];
  /** Ephemeral resource types, which bindings do not have. */
  readonly ephemerals: ReadonlyMap<string, Block>;
}

const NOTHING = {
  library: "sdk",
  computedBlocks: [],
  schemaVersion: 0,
  sensitive: [],
  writeOnly: [],
  forceNew: [],
  defaults: {},
  planned: {},
  reads: {},
  local: [],
  equivalent: {},
  rules: [],
  groups: [],
  planChecks: [],
  applyChecks: [],
  minted: false,
  derived: {},
  follows: [],
  taken: () => undefined,
  needs: [],
  survives: () => false,
  bequeaths: [],
  obstacles: [],
} as const;

type Given = Pick<ResourceFacts, "source" | "identity"> & Partial<ResourceFacts>;

/** A row of a table: what it does not say is nothing. A thing that is there already is taken over unless said so. */
export const row = (facts: Given): ResourceFacts => ({ ...NOTHING, ...facts });
