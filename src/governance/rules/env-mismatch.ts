import { completeness } from "../environment/completeness";
import { placement } from "../environment/placement";
import { sharing } from "../environment/sharing";
import { environmentSubjects } from "../environment/subject";
import { policyRule } from "../policy-rule";

/** The parts of an environment belong together, and to no other environment. */
export const envMismatchRule = policyRule({
  code: "EnvMismatch",
  severity: "error",
  description:
    "Account, region, cluster, database and state of an environment fit together, and no two share a cluster or server.",
  *find({ mesh }) {
    const subjects = environmentSubjects(mesh);
    for (const subject of subjects) {
      yield* placement(subject);
      yield* completeness(subject);
    }
    yield* sharing(subjects);
  },
});
