import { conflictSource } from "../conflict-source";
import { policyRule } from "../policy-rule";

/** Every physical name can be built. */
export const nameInvalidRule = policyRule({
  code: "NameInvalid",
  severity: "error",
  description: "Every physical name that follows from a manifest is one that its system takes.",
  *find({ mesh, nameConflicts }) {
    // A name that cannot be built fails in every environment, and for most of its uses, in the same words.
    const seen = new Set<string>();
    for (const { failures } of nameConflicts()) {
      for (const failure of failures) {
        const at = conflictSource(mesh, failure);
        const key = `${at.file} ${failure.message}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield {
          message: failure.message,
          value: failure.writer.app ?? failure.writer.domain,
          fix: "choose another name",
          at,
        };
      }
    }
  },
});
