import { readFileSync } from "node:fs";
import { join } from "node:path";
import { meshSchema, readManifest, type EnvironmentManifest } from "../manifest";

/**
 * The environment of that name, or the first unprotected one.
 *
 * @throws Error that names the environments there are, when there is none of that name.
 */
export function chooseEnvironment(
  environments: readonly EnvironmentManifest[],
  name: string | undefined,
): EnvironmentManifest {
  const chosen =
    name === undefined
      ? (environments.find((environment) => !environment.protected) ?? environments[0])
      : environments.find((environment) => environment.name === name);
  if (chosen !== undefined) return chosen;

  const known = environments.map((environment) => environment.name).join(", ");
  throw new Error(
    `environment '${name}' is not in mesh.yaml, which has ${known}; name one of them with --env or MESHWRIGHT_ENV`,
  );
}

/**
 * As {@link chooseEnvironment}, from `mesh.yaml` alone: before anything else of the mesh is read.
 *
 * @returns undefined when `mesh.yaml` is not valid.
 * @throws Error when there is no environment of that name, or the file cannot be read.
 */
export function findEnvironment(root: string, name: string | undefined): EnvironmentManifest | undefined {
  const { manifest } = readManifest(meshSchema, "mesh.yaml", readFileSync(join(root, "mesh.yaml")));
  return manifest && chooseEnvironment(manifest.environments, name);
}
