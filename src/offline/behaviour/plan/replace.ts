import type { ProviderContext, ResourceFacts } from "../../facts";
import type { Block, Path } from "../../model";
import { sameAttribute } from "../equality";
import type { Fields } from "../values";

/** The attributes whose change the provider can only make by deleting the thing and making it again. */
export function replacePaths(
  { forceNew }: ResourceFacts,
  block: Block,
  prior: Fields,
  planned: Fields,
  context: ProviderContext,
): readonly Path[] {
  return forceNew.flatMap((entry) => {
    const { path, when = () => true } = typeof entry === "string" ? { path: entry } : entry;
    const attribute = block.attributes[path];
    const [before, after] = [prior[path] ?? null, planned[path] ?? null];
    if (attribute === undefined || sameAttribute(attribute.type, before, after)) return [];
    return when({ before, after, context }) ? [[path]] : [];
  });
}
