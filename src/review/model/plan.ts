import type { Path, Value } from "./value";

/** What Terraform would do to a resource, in one word; `other` for words it did not know when this was written. */
export type Action =
  | "no-op"
  | "create"
  | "read"
  | "update"
  | "replace"
  | "delete"
  | "forget"
  /** The old one is let go, not destroyed, and a new one made. */
  | "create-forget"
  | "other";

/** One resource of a plan, its secrets taken out. */
export interface ResourceChange {
  readonly address: string;
  /** Set for an object that a failed replacement left behind: the address may occur twice. */
  readonly deposed?: string;
  /** Set when it moves. */
  readonly previousAddress?: string;
  /** `data` for whatever is only read: ephemeral resources as well. */
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  /** The last two parts of its source: `mongey/kafka`. */
  readonly provider: string;
  readonly action: Action;
  /** As Terraform says it: `["create", "delete"]` makes the new one first. */
  readonly actions: readonly string[];
  /** `replace_because_cannot_update`; words that are not known count as none. */
  readonly reason?: string;
  /** Null when there was none. */
  readonly before: Value;
  /** Null when there will be none; unknown parts are `UNKNOWN`, in objects too, where the plan leaves them out. */
  readonly after: Value;
  /** What forces a replacement. */
  readonly replacePaths: readonly Path[];
  /** Set when it is taken over from outside; the id unless it is unknown or an identity. */
  readonly importing?: { readonly id?: string };
  /** True when nothing but the marks of sensitive parts differs. */
  readonly onlySensitivity: boolean;
}

/** A root output that changes; its values are never shown. */
export interface OutputChange {
  readonly name: string;
  readonly action: Action;
  readonly sensitive: boolean;
}

/** A check of the configuration that does not pass, or cannot be told before the apply. */
export interface CheckResult {
  /** `check.backup` or an address. */
  readonly about: string;
  readonly status: "fail" | "error";
  readonly messages: readonly string[];
}

/** A change that Terraform puts off to a later plan. */
export interface DeferredChange {
  /** `instance_count_unknown`. */
  readonly reason: string;
  readonly change: ResourceChange;
}

/** One plan, of one stack. */
export interface Plan {
  readonly terraformVersion?: string;
  /** `prod/orders`: the environment and the stack that its configuration says it is of. */
  readonly seal?: string;
  /** The plan stopped half-way: what it lists is not all. */
  readonly errored: boolean;
  /** False for a targeted plan, or one with deferred changes. */
  readonly complete: boolean;
  /** Whether an apply would do anything; undefined when the plan is too old to say. */
  readonly applyable?: boolean;
  /** By address, numbers in it by their size; unchanged resources are there, as `no-op`. */
  readonly changes: readonly ResourceChange[];
  /** What somebody else changed since the last apply: as far as it matters to what is planned. */
  readonly drift: readonly ResourceChange[];
  /** Changes of others that this plan does not depend on. */
  readonly otherDrift: number;
  readonly outputs: readonly OutputChange[];
  readonly checks: readonly CheckResult[];
  readonly deferred: readonly DeferredChange[];
  /** Side effects that providers are asked for. */
  readonly actionInvocations: number;
  /** By address, then attribute: the addresses it is computed from. Of the root module. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}
