import type { Mesh } from "../../mesh";

/** Where it is written, from the mesh's root. */
export const CODEOWNERS_FILE = "CODEOWNERS";

/**
 * CODEOWNERS of a mesh: every domain's folder belongs to its owner's team, everything else to the first team of
 * `mesh.yaml`. The teams are those of the organisation that the deploys come from, where an environment names it.
 */
export function codeownersOf(mesh: Mesh): string {
  const [platform] = mesh.teams;
  const handle = handleOf(mesh);
  const lines = [...mesh.domains.values()].map(
    ({ name, owner }) => `/domains/${name}/ ${handle(owner.team)}`,
  );
  return [
    "# Written by meshwright codeowners, from the owners of the domains. The last line that matches a file counts.",
    ...(platform === undefined ? [] : [`* ${handle(platform)}`]),
    ...lines,
    "",
  ].join("\n");
}

function handleOf({ environments, organisation }: Mesh): (team: string) => string {
  const repository = environments.find(({ deploy }) => deploy !== undefined)?.deploy?.repository;
  const [owner = organisation] = repository?.split("/") ?? [];
  return (team) => `@${owner}/${team}`;
}
