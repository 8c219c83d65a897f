import type { TerraformStack } from "../../src/cdk";
import { LocalBackend, S3Backend } from "../../src/cdk";
import { stateKey } from "../../src/names";
import type { MeshEnvironment } from "../../constructs/environment";
import type { StateLocation } from "./state-location";

/** From the folder of a synthesised stack, `cdktf.out/stacks/<stack>`, to beside `cdktf.out`. */
const BESIDE_OUTPUT = "../../..";

/** Gives `stack` its backend: one state per stack, keyed by environment and stack. */
export function defineBackend(
  stack: TerraformStack,
  environment: MeshEnvironment,
  state: StateLocation,
): void {
  const key = stateKey(environment.site.environment, stack.node.id);

  if (state.bucket !== undefined && state.directory === undefined) {
    const backend = new S3Backend(stack, { bucket: state.bucket, key, region: state.region, encrypt: true });
    // The typed option is missing in this version of the framework.
    backend.addOverride("use_lockfile", true);
    return;
  }

  const { directory = `${BESIDE_OUTPUT}/.meshwright/state` } = state;
  new LocalBackend(stack, { path: `${directory}/${key}.tfstate` });
}
