import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { SchemaUnderivable, UnknownResourceType } from "./error";

/** The providers whose bindings the engine reads; also the prefix of their resource types. */
export const PROVIDER_NAMES = ["aws", "kafka", "postgresql"] as const;

/** One of {@link PROVIDER_NAMES}. */
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** The packages the prebuilt bindings come in; the others are generated into this package. */
const PACKAGES: Readonly<Partial<Record<ProviderName, string>>> = {
  aws: "@cdktf/provider-aws",
  postgresql: "@cdktf/provider-postgresql",
};

/** Resource names that cannot be names of classes, with what `cdktf get` calls their folders instead. */
const RENAMED: Readonly<Record<string, string>> = { function: "function-resource" };

const GENERATED = join(__dirname, "../../providers");

/** Where a provider's bindings are, for messages. */
export function bindingsTitle(provider: ProviderName): string {
  return PACKAGES[provider] ?? `src/providers/${provider}`;
}

/**
 * The folder that has one folder per binding. Bindings of the application in the current directory come first.
 *
 * @throws SchemaUnderivable when they are not installed.
 */
export function bindingsFolder(provider: ProviderName): string {
  const name = PACKAGES[provider];
  if (name === undefined) return join(GENERATED, provider);
  try {
    const paths = [process.cwd(), __dirname];
    return join(dirname(require.resolve(`${name}/package.json`, { paths })), "lib");
  } catch {
    throw new SchemaUnderivable(name, "it is not installed");
  }
}

/**
 * The folder of one resource type's binding.
 *
 * @throws UnknownResourceType when the bindings do not have it.
 */
export function resourceFolder(provider: ProviderName, typeName: string): string {
  const stem = typeName.startsWith(`${provider}_`) ? typeName.slice(provider.length + 1) : "";
  const folder = join(bindingsFolder(provider), RENAMED[stem] ?? stem.replaceAll("_", "-"));
  if (!/^[a-z0-9_]+$/.test(stem) || stem === "provider" || !existsSync(folder)) {
    throw new UnknownResourceType(typeName, bindingsTitle(provider));
  }
  return folder;
}

/** Every resource type the bindings of a provider have, sorted. */
export function resourceTypesOf(provider: ProviderName): string[] {
  const entries = readdirSync(bindingsFolder(provider), { withFileTypes: true });
  const originalNames = new Map(Object.entries(RENAMED).map(([original, renamed]) => [renamed, original]));
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names
    .filter((name) => name !== "provider" && !name.startsWith("data-"))
    .map((name) => `${provider}_${originalNames.get(name) ?? name.replaceAll("-", "_")}`)
    .sort();
}
