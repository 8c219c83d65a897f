import type { Problem } from "../../finding";
import type { MeshIndex } from "../../mesh";

/** What a check looked at, and how much it found. */
export interface CheckSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly files: number;
  readonly products: number;
  readonly domains: number;
}

/** Counts what was found, and in how many files it was looked for. */
export function checkSummary(index: MeshIndex | undefined, problems: readonly Problem[]): CheckSummary {
  const count = (wanted: Problem["severity"]): number =>
    problems.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    notes: count("note"),
    files: filesOf(index, problems).size,
    products: index?.mesh.ports.size ?? 0,
    domains: index?.mesh.domains.size ?? 0,
  };
}

/** Manifests and contracts of the model, and those that are in no model since something is wrong with them. */
function filesOf(index: MeshIndex | undefined, problems: readonly Problem[]): Set<string> {
  const files = new Set(problems.map(({ at }) => at.file));
  if (index === undefined) return files;

  const { mesh } = index;
  files.add(mesh.file);
  for (const { file } of mesh.domains.values()) files.add(file);
  for (const { file, contractFile } of mesh.ports.values()) files.add(file).add(contractFile);
  return files;
}
