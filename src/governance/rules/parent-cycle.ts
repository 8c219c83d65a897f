import { parentCycles } from "../../mesh";
import { policyRule } from "../policy-rule";

/** The domains form a tree. */
export const parentCycleRule = policyRule({
  code: "ParentCycle",
  severity: "error",
  description: "The domains form a tree: no domain is a part of itself.",
  *find({ mesh }) {
    for (const cycle of parentCycles(mesh)) {
      const [first = "", second = first] = cycle;
      yield {
        message: `domain '${first}' is a part of itself: ${[...cycle, first].join(" → ")}`,
        value: second,
        rule: "the domains form a tree",
        fix: "remove the parent of one of them",
        at: { file: mesh.domains.get(first)?.file ?? mesh.file, path: ["parent"] },
      };
    }
  },
});
