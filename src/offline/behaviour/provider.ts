import type { ProviderContext, ProviderFacts } from "../facts";
import type { Block, Diagnostic, ProviderBehaviour, ProviderSchema, Value } from "../model";
import type { ApplyResult, EphemeralResult, PlanResult, ReadResult } from "../model";
import { DEFAULT_SEED, type World } from "../world";
import { applyChange, type Job } from "./apply";
import { contextOf } from "./context";
import { openEphemeral } from "./ephemeral";
import { planChange } from "./plan";
import { importState, read } from "./read";
import { validate, validateProvider } from "./validate";

/**
 * A provider that behaves as the real one: its schema says what there is, the facts what the provider does with it, the
 * world what there is already. One instance serves one configuration of the provider.
 *
 * @param world `undefined` for plans only: nothing is there, and nothing is kept
 */
export function simulatedProvider(
  schema: ProviderSchema,
  facts: ProviderFacts,
  world: World | undefined,
): ProviderBehaviour {
  return new SimulatedProvider(schema, facts, world);
}

/** A resource type the engine has no facts for. */
export class UnknownType extends Error {
  override readonly name = "UnknownType";
}

class SimulatedProvider implements ProviderBehaviour {
  private context: ProviderContext;

  constructor(
    readonly schema: ProviderSchema,
    private readonly facts: ProviderFacts,
    private readonly world: World | undefined,
  ) {
    this.context = this.contextFor(null);
  }

  fresh(): ProviderBehaviour {
    return new SimulatedProvider(this.schema, this.facts, this.world);
  }

  validateProvider(config: Value): readonly Diagnostic[] {
    return validateProvider(this.facts, config, this.context.seed);
  }

  configure(config: Value): readonly Diagnostic[] {
    this.context = this.contextFor(config);
    return [];
  }

  validateResource(type: string, config: Value): readonly Diagnostic[] {
    const { facts, block } = this.job(type);
    return validate(facts, block, config);
  }

  plan(type: string, prior: Value, proposed: Value, config: Value): PlanResult {
    const { facts, block, context } = this.job(type);
    return planChange(facts, block, { prior, proposed, config }, context);
  }

  apply(type: string, prior: Value, planned: Value): Promise<ApplyResult> {
    return applyChange(this.job(type), prior, planned, this.world);
  }

  read(type: string, current: Value): Promise<ReadResult> {
    return read(this.job(type), current, this.world);
  }

  importState(type: string, id: string): Promise<ReadResult> {
    return Promise.resolve(importState(this.job(type), id, this.world));
  }

  openEphemeral(type: string, config: Value): Promise<EphemeralResult> {
    return Promise.resolve(openEphemeral(type, config, this.context, this.world));
  }

  private contextFor(config: Value): ProviderContext {
    return contextOf(config, this.world?.seed ?? DEFAULT_SEED);
  }

  private job(type: string): Job {
    const [facts, block] = [this.facts.resources.get(type), this.schema.resources.get(type)];
    if (facts !== undefined && block !== undefined) {
      return { type, facts, block, context: this.context, provider: this.facts };
    }
    throw new UnknownType(unknownType(type, this.facts, block));
  }
}

function unknownType(type: string, { name, resources }: ProviderFacts, block: Block | undefined): string {
  const known = [...resources.keys()].sort().join(", ");
  const what = block === undefined ? "schema" : "facts";
  return `the offline engine has no ${what} of resource type '${type}' of provider '${name}'; it knows ${known}`;
}
