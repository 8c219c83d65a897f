import { lossRule } from "../loss-rule";

/** Compaction forgets older records of a key, deletion forgets keys that are not written any more. */
export const cleanupChangedRule = lossRule({
  code: "CleanupChanged",
  description: "A topic is cleaned up as at the last release, unless the loss is acknowledged.",
  instead: () => "write the cleanup there was, make a new major version",
});
