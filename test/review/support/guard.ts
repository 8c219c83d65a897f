import { say, type GuardChange } from "../../../src/review/model";

/** An environment that is no longer protected unless told. */
export function guardChange(over: Partial<GuardChange> = {}): GuardChange {
  return {
    ...{
      kind: "environment",
      file: "mesh.yaml",
      path: ["environments", 0, "protected"],
      teams: ["platform"],
    },
    about: say`environment ${"prod"}`,
    sentence: say`environment ${"prod"} is no longer protected`,
    wayOut: say`keep ${"protected: true"}`,
    ...over,
  };
}
