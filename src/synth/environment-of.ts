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
    operatorRoleArns: manifest.operators,
    passwordVersion: manifest.passwordVersion,
  };
}

/** Where an environment keeps its state. */
export function stateOf({ state, region }: EnvironmentManifest): StateLocation {
  return state === "local" ? localState() : s3State(state.bucket, state.region ?? region);
}
