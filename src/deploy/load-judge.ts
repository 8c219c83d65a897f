import { createRequire } from "node:module";
import type * as JudgeLosses from "./judge-losses";

const load = createRequire(__filename);

/** The rules of a review: only a run that may refuse something reads them. */
export const loadJudge = (): typeof JudgeLosses => load("./judge-losses") as typeof JudgeLosses;
