import type { MeshEnvironment } from "../../constructs/environment";
import { localState, s3State, type StateLocation } from "../../stacks/state";
import type { EnvironmentManifest } from "../manifest";
import { platformSiteOf, type Mesh } from "../mesh";

/** An environment of `mesh.yaml` in the words of the constructs. */
export function environmentOf(
  mesh: Pick<Mesh, "organisation">,
  manifest: EnvironmentManifest,
): MeshEnvironment {
  return {
    site: platformSiteOf(mesh, manifest),
    protected: manifest.protected,
    kafka: manifest.kafka,
    postgres: manifest.postgres,
  };
}

/** Where an environment keeps its state. */
export function stateOf({ state, region }: EnvironmentManifest): StateLocation {
  return state === "local" ? localState() : s3State(state.bucket, state.region ?? region);
}

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
    `environment '${name}' is not in mesh.yaml, which has ${known}; set MESHWRIGHT_ENV to one of them`,
  );
}
