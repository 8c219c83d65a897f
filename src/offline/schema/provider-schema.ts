import { join } from "node:path";
import type { Block, ProviderSchema } from "../model";
import type { Binding } from "./binding";
import { parseBinding } from "./binding";
import { deriveBlock } from "./derive";
import { SchemaUnderivable } from "./error";
import type { Flags } from "./flags";
import { withFlags } from "./flags";
import type { ProviderName } from "./locate";
import { bindingsFolder, resourceFolder } from "./locate";
import { bindingText } from "./source-text";

/** What bindings do not tell of a provider, as known from its documentation. */
export interface SchemaFacts {
  /** Flags of an attribute by the resource type (or `provider`) and its names from the top. @default none */
  readonly flags?: (type: string, path: readonly string[]) => Flags;
  /** Schema versions by resource type. @default 0 */
  readonly versions?: Readonly<Record<string, number>>;
  /** Ephemeral resource types, which bindings do not have. @default none */
  readonly ephemerals?: ReadonlyMap<string, Block>;
}

interface Derived {
  readonly binding: Pick<Binding, "typeName" | "providerSource" | "providerVersion">;
  readonly block: Block;
}

const NO_FLAGS: Flags = {};

/** By folder: what is installed does not change while the process lives. */
const derivedByFolder = new Map<string, Derived>();

/**
 * The schema of a provider at the exact version of its installed bindings, with the resource types asked for.
 *
 * @throws UnknownResourceType when the bindings lack a type.
 * @throws SchemaUnderivable when a binding's generated code does not tell its schema.
 */
export function providerSchema(
  provider: ProviderName,
  types: Iterable<string>,
  facts: SchemaFacts = {},
): ProviderSchema {
  const { flags = () => NO_FLAGS, versions = {}, ephemerals = new Map<string, Block>() } = facts;
  const folder = join(bindingsFolder(provider), "provider");
  const { binding, block } = derived(folder);
  if (binding.providerSource === undefined)
    throw new SchemaUnderivable(folder, "it does not name the provider's source");

  const resources = [...new Set(types)].sort().map((type): [string, Block] => {
    const own = withFlags(resourceBlock(provider, type), (path) => flags(type, path));
    return [type, { ...own, version: versions[type] ?? 0 }];
  });
  return {
    source: fullSource(binding.providerSource),
    version: binding.providerVersion,
    provider: withFlags(block, (path) => flags("provider", path)),
    resources: new Map(resources),
    ephemerals,
  };
}

function resourceBlock(provider: ProviderName, type: string): Block {
  const folder = resourceFolder(provider, type);
  const { binding, block } = derived(folder);
  if (binding.typeName !== type)
    throw new SchemaUnderivable(folder, `it is for '${binding.typeName}', not '${type}'`);
  return block;
}

function derived(folder: string): Derived {
  const known = derivedByFolder.get(folder);
  if (known !== undefined) return known;
  const binding = parseBinding(folder, bindingText(folder));
  const { typeName, providerSource, providerVersion } = binding;
  // The text and its parse are let go of: only what is asked again is kept.
  const fresh = { binding: { typeName, providerSource, providerVersion }, block: deriveBlock(binding) };
  derivedByFolder.set(folder, fresh);
  return fresh;
}

/** A source with what Terraform adds to a short one: its registry's host, the namespace of its own providers. */
function fullSource(source: string): string {
  const parts = source.toLowerCase().split("/");
  if (parts.length === 1) parts.unshift("hashicorp");
  if (parts.length === 2) parts.unshift("registry.terraform.io");
  return parts.join("/");
}
