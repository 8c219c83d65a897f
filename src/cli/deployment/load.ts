import { createRequire } from "node:module";
import type * as Deploy from "../../deploy";

const load = createRequire(__filename);

/** The framework and the providers' bindings take a second to read: only a run that needs them pays for it. */
export const loadDeploy = (): typeof Deploy => load("../../deploy") as typeof Deploy;
