export { SchemaUnderivable, UnknownResourceType } from "./error";
export type { Flags, FlagsOf } from "./flags";
export { PROVIDER_NAMES, resourceTypesOf } from "./locate";
export type { ProviderName } from "./locate";
export { providerSchema } from "./provider-schema";
export type { SchemaFacts } from "./provider-schema";
export { typesInUse } from "./types-in-use";
