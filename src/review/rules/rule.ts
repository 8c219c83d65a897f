import type { Effect, ResourceChange } from "../model";

/** An effect as a rule finds it: the rule's id is added by who asks. */
export type Found = Omit<Effect, "rule">;

/** What is known of one kind of change. */
export interface Rule {
  /** Stable: `kafka_topic/partitions-lower`. */
  readonly id: string;
  /** The resource types it knows. */
  readonly types: readonly string[];
  /** The fact's source: "plan-review reference §5a", a page of the provider's documentation. */
  readonly source: string;
  /** What it has to say of a change; nothing when the change is none of its business. */
  readonly find: (change: ResourceChange) => Found | readonly Found[] | undefined;
}
