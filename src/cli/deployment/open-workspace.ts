import { existsSync } from "node:fs";
import { NO_ENVIRONMENT, placeOf } from "../../deploy/command/place";
import { OfflineWorkspace } from "../../deploy/workspace";
import { findEnvironment } from "../../synth/choose-environment";
import { environmentNameOf, meshRootOf } from "../../synth/settings";
import type { Io } from "../io";
import type { EnvironmentOptions, MeshOptions } from "../options";

/** The mesh that a command is about; undefined when none was asked for, and none is there. */
export function meshRootIn(io: Io, { mesh }: MeshOptions): string | undefined {
  try {
    return meshRootOf(io, mesh);
  } catch (error) {
    if (mesh !== undefined) throw error;
    return undefined;
  }
}

/** The environment when nothing but the mesh says it. */
export function defaultEnvironment(io: Io, options: MeshOptions): string | undefined {
  const root = meshRootIn(io, options);
  return environmentNameOf(io) ?? (root && findEnvironment(root, undefined)?.name);
}

/**
 * The files of the offline environment that is meant.
 *
 * @throws Error when nothing has been deployed to it yet.
 */
export function openWorkspace(io: Io, options: MeshOptions & EnvironmentOptions): OfflineWorkspace {
  const { directory, environment: own } = placeOf(io.cwd);
  const environment = options.env ?? own ?? defaultEnvironment(io, options) ?? NO_ENVIRONMENT;
  const workspace = new OfflineWorkspace(directory, environment);
  if (existsSync(workspace.worldFile)) return workspace;
  throw new Error(
    `nothing is deployed offline to '${environment}' from this folder; start with meshwright deploy --offline`,
  );
}
