import type { MeshEnvironment } from "../../constructs/environment";
import type { StateLocation } from "../../stacks/state";
import type { Site } from "../names";
import type { EnvironmentManifest } from "../manifest";
import { siteOf, type Mesh, type MeshIndex } from "../mesh";
import { environmentOf, stateOf } from "./environment-of";

/** One environment of a mesh on one day: what all stacks are made from. */
export interface MeshView {
  readonly mesh: Mesh;
  readonly index: MeshIndex;
  readonly manifest: EnvironmentManifest;
  readonly environment: MeshEnvironment;
  readonly state: StateLocation;
  readonly siteOf: (domain: string) => Site;
}

/** Looks at a mesh from one environment, whose state is where it says unless told otherwise. */
export function viewOf(
  index: MeshIndex,
  manifest: EnvironmentManifest,
  state: StateLocation = stateOf(manifest),
): MeshView {
  const { mesh } = index;
  return {
    mesh,
    index,
    manifest,
    environment: environmentOf(mesh, manifest),
    state,
    siteOf: (domain) => siteOf(mesh, manifest, domain),
  };
}
