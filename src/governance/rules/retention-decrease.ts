import { lossRule } from "../loss-rule";

/** A shorter retention deletes data later, with no deletion in any plan. */
export const retentionDecreaseRule = lossRule({
  code: "RetentionDecrease",
  description:
    "Records and objects are kept as long as at the last release, unless the loss is acknowledged.",
  instead: () => "write the retention there was",
});
