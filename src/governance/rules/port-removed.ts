import { lossRule } from "../loss-rule";

/** A port that goes takes its data and its readers' access with it, retired or not. */
export const portRemovedRule = lossRule({
  code: "PortRemoved",
  description: "A product has every port that it had at the last release, unless the loss is acknowledged.",
  instead: () => "bring it back, make a new major version",
});
