import type { ProviderContext, ProviderFacts, ResourceFacts } from "../../facts";
import type { Block } from "../../model";

/** What an apply works with. */
export interface Job {
  readonly type: string;
  readonly facts: ResourceFacts;
  readonly block: Block;
  readonly context: ProviderContext;
  readonly provider: ProviderFacts;
}

/** A provider's refusal, in its own words. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
