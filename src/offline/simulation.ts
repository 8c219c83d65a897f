import { simulatedProvider } from "./behaviour";
import { AWS, KAFKA, POSTGRESQL, schemaFacts, type ProviderFacts } from "./facts";
import type { ProviderBehaviour, ProviderSchema } from "./model";
import { PROVIDER_NAMES, providerSchema, type ProviderName } from "./schema";
import type { World } from "./world";

const FACTS: Readonly<Record<ProviderName, ProviderFacts>> = {
  aws: AWS,
  kafka: KAFKA,
  postgresql: POSTGRESQL,
};

/** The simulated providers of every kind, each with the schema of the bindings that are installed. */
export class Simulation {
  private readonly parts: readonly { readonly schema: ProviderSchema; readonly facts: ProviderFacts }[];

  /**
   * @param types the resource types in use: to derive every type of AWS would take minutes
   * @throws UnknownResourceType when the bindings lack a type.
   * @throws SchemaUnderivable when a binding does not tell its schema.
   */
  constructor(types: Iterable<string>) {
    const all = [...types];
    this.parts = PROVIDER_NAMES.map((name) => {
      const facts = FACTS[name];
      const own = all.filter((type) => type.startsWith(`${name}_`));
      return { facts, schema: providerSchema(name, own, schemaFacts(facts)) };
    });
  }

  /** The providers over a world, or over nothing: whatever is made then exists for its state alone. */
  providers(world?: World): ProviderBehaviour[] {
    return this.parts.map(({ schema, facts }) => simulatedProvider(schema, facts, world));
  }
}

/** The resource types the engine knows the behaviour of. */
export function simulatedTypes(): string[] {
  return Object.values(FACTS).flatMap(({ resources }) => [...resources.keys()]);
}
