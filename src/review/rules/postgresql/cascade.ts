import { say, type Verdict } from "../../model";
import { mayBeTrue } from "../../things";
import type { Aspect, Say, Subject } from "../kit";

/** The provider deletes with what is in the state, not with what is in the configuration. */
export const cascades = (it: Subject): boolean => mayBeTrue(it.before("drop_cascade"));

/** `drop_cascade` that is set, or taken back, while nothing is deleted yet. */
export const dropCascade = (verdict: Verdict, takes: Say): readonly Aspect[] => [
  {
    ...{ id: "drop-cascade-armed", verdict, cause: ["drop_cascade"] },
    when: (it) => it.sets("drop_cascade"),
    sentence: (it) => say`${"drop_cascade"} is armed: the next deletion of ${it.thing} takes ${takes(it)}`,
    wayOut: () => say`leave ${"drop_cascade"} out until the very change that deletes it`,
  },
  {
    ...{ id: "drop-cascade-disarmed", verdict: "none", cause: ["drop_cascade"] },
    when: (it) => it.unsets("drop_cascade"),
    sentence: (it) =>
      say`${"drop_cascade"} is disarmed: a deletion of ${it.thing} fails while something depends on it`,
  },
];
