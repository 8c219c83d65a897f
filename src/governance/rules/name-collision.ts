import { describeWriter } from "../../mesh";
import { conflictSource } from "../conflict-source";
import { policyRule } from "../policy-rule";
import { DATA_KINDS } from "./multiple-writers";

/** Two things never share a physical name. */
export const nameCollisionRule = policyRule({
  code: "NameCollision",
  severity: "error",
  description: "No two things of an environment have the same physical name.",
  *find({ mesh, nameConflicts }) {
    for (const { environment, overlaps } of nameConflicts()) {
      for (const { first, second } of overlaps) {
        if (DATA_KINDS.has(second.kind)) continue;
        yield {
          message:
            `${second.kind} '${second.name}' of '${describeWriter(second.writer)}' meets ` +
            `'${first.name}' of '${describeWriter(first.writer)}' in environment '${environment}'`,
          value: second.name,
          rule: "a physical name belongs to one thing",
          fix: "rename one of the two",
          at: conflictSource(mesh, second),
        };
      }
    }
  },
});
