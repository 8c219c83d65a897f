import type { Side } from "./side";

/** The names that everybody may know: of the mesh, its environments, teams, domains, products and apps. */
export function publicWordsOf(...sides: readonly Side[]): string[] {
  const words = new Set<string>();
  for (const { mesh } of sides) {
    if (mesh === undefined) continue;
    const { organisation, environments, teams, domains, ports } = mesh.index.mesh;
    const apps = [...domains.values()].flatMap(({ subscriptions }) => subscriptions.map(({ app }) => app));
    const names = [
      organisation,
      ...environments.map(({ name }) => name),
      ...teams,
      ...domains.keys(),
      ...apps,
    ];
    for (const name of names) words.add(name);
    for (const { name } of ports.values()) words.add(name);
  }
  return [...words];
}
