import { describeWriter, type ResourceKind } from "../../mesh";
import { policyRule } from "../policy-rule";
import { conflictSource } from "../conflict-source";

/** What holds the data of a product; other names that meet are a `NameCollision`. */
export const DATA_KINDS: ReadonlySet<ResourceKind> = new Set(["topic", "object", "Postgres schema"]);

/** One product writes a topic, a prefix, a schema. */
export const multipleWritersRule = policyRule({
  code: "MultipleWriters",
  severity: "error",
  description: "A topic, a bucket prefix and a schema each have one writer.",
  *find({ mesh, nameConflicts }) {
    for (const { environment, overlaps } of nameConflicts()) {
      for (const { first, second } of overlaps) {
        if (!DATA_KINDS.has(second.kind)) continue;
        const below = first.name === second.name ? "" : ` below '${first.name}'`;
        yield {
          message:
            `${second.kind} '${second.name}'${below} is written by '${describeWriter(first.writer)}' and ` +
            `'${describeWriter(second.writer)}' in environment '${environment}'`,
          value: second.name,
          rule: "one product writes a topic, a bucket prefix, a schema",
          fix: "rename one of the two",
          at: conflictSource(mesh, second),
        };
      }
    }
  },
});
