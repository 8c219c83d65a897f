import type { Resource, ResourceKind } from "../resources/resource";

/** Who writes a physical name: the claims that cover it, the narrowest last; more than one writer is never right. */
export function writersOf(
  resources: readonly Resource[],
  kind: ResourceKind,
  name: string,
): readonly Resource[] {
  return resources
    .filter((resource) => resource.kind === kind)
    .filter((resource) => (resource.prefix ? name.startsWith(resource.name) : name === resource.name))
    .sort((a, b) => a.name.length - b.name.length || Number(b.prefix) - Number(a.prefix));
}
