import { AWS } from "./aws";
import { KAFKA } from "./kafka";
import type { Block } from "../model";
import type { ProviderFacts } from "./model";
import { POSTGRESQL } from "./postgresql";

const PROVIDERS: Readonly<Record<string, ProviderFacts>> = {
  "registry.terraform.io/hashicorp/aws": AWS,
  "registry.terraform.io/mongey/kafka": KAFKA,
  "registry.terraform.io/cyrilgdn/postgresql": POSTGRESQL,
};

/**
 * The facts of a provider by its full source address, in any case.
 *
 * @throws Error when the engine has no facts for the provider.
 */
export function factsOf(source: string): ProviderFacts {
  const facts = PROVIDERS[source.toLowerCase()];
  if (facts !== undefined) return facts;
  throw new Error(
    `the offline engine does not know provider '${source}'; it knows ${Object.keys(PROVIDERS).sort().join(", ")}`,
  );
}

/** What a schema derived from bindings lacks. */
export interface SchemaFacts {
  /** Flags of an attribute by the resource type (or `provider`) and its names from the top. */
  readonly flags: (
    type: string,
    path: readonly string[],
  ) => { readonly sensitive?: true; readonly writeOnly?: true };
  /** Versions of the types' schemas. */
  readonly versions: Readonly<Record<string, number>>;
  readonly ephemerals: ReadonlyMap<string, Block>;
}

/** What bindings do not tell of a provider's schema. */
export function schemaFacts({ resources, sensitiveConfig, ephemerals }: ProviderFacts): SchemaFacts {
  const versions = [...resources].map(([type, { schemaVersion }]) => [type, schemaVersion] as const);
  const flags: SchemaFacts["flags"] = (type, path) => {
    const name = path.join(".");
    const { sensitive = [], writeOnly = [] } =
      type === "provider" ? { sensitive: sensitiveConfig } : (resources.get(type) ?? {});
    return {
      ...(sensitive.includes(name) ? { sensitive: true } : {}),
      ...(writeOnly.includes(name) ? { writeOnly: true } : {}),
    };
  };
  return { flags, versions: Object.fromEntries(versions), ephemerals };
}
