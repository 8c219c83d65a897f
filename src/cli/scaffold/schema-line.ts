/** Where the JSON Schemas are in a repository that depends on the package, from the mesh's root. */
export const INSTALLED_SCHEMAS = "./node_modules/meshwright/schemas";

const SCHEMA_LINE = /^# yaml-language-server: \$schema=(?<folder>\S+)\/mesh\.schema\.json$/m;

/** Where `mesh.yaml` says that the schemas are; where they are installed when it says nothing. */
export function schemaFolderOf(meshYaml: string): string {
  return SCHEMA_LINE.exec(meshYaml)?.groups?.folder ?? INSTALLED_SCHEMAS;
}

/**
 * The comment by which editors find the schema of a manifest.
 *
 * @param folder of the schemas: an address, or a path from the mesh's root
 * @param depth of the manifest's folder below the mesh's root
 */
export function schemaLine(kind: "mesh" | "domain" | "product", folder: string, depth: number): string {
  const isRelative = !folder.includes("://") && !folder.startsWith("/");
  const path = isRelative && depth > 0 ? "../".repeat(depth) + folder.replace(/^\.\//, "") : folder;
  return `# yaml-language-server: $schema=${path}/${kind}.schema.json`;
}
