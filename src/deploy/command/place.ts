import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StackJson } from "../stack-json";

/** The environment of a folder that has nothing to do with a mesh. */
export const NO_ENVIRONMENT = "default";

/** What a working directory says of where a command is run. */
export interface Place {
  /** The folder that `.meshwright` is in. */
  readonly directory: string;
  /** The environment of the stack whose folder it is. */
  readonly environment?: string;
}

/** `.meshwright/offline/dev/cdktf.out`: the output folder of the commands that are always offline. */
const OWN_OUTPUT = join(".meshwright", "offline");

/** True for `cdktf.out/stacks/orders`, once it was synthesised. */
export const isStackFolder = (folder: string): boolean =>
  basename(dirname(folder)) === "stacks" && existsSync(join(folder, "cdk.tf.json"));

/**
 * The place of a working directory: the folder of a stack, `cdktf.out/stacks/orders`, belongs to where its output folder
 * is; any other folder stands for itself.
 */
export function placeOf(folder: string): Place {
  const outdir = dirname(dirname(folder));
  if (!isStackFolder(folder)) return { directory: folder };
  const beside = dirname(outdir);
  const isOwn = dirname(beside).endsWith(OWN_OUTPUT);
  const environment = new StackJson(folder).owner?.split("/")[0];
  return {
    directory: isOwn ? dirname(dirname(dirname(beside))) : beside,
    ...(environment === undefined ? {} : { environment }),
  };
}
