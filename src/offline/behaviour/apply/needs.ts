import type { Attributes, ProviderContext, ResourceFacts, Subject } from "../../facts";
import type { WorldView } from "../../world";

/** What is missing for the thing to be made or changed, in the provider's words. What it had before is not asked. */
export function missingFor(
  { needs }: ResourceFacts,
  subject: Subject,
  before: Attributes | undefined,
  view: WorldView,
): string | undefined {
  for (const { type, of, missing, builtIn = () => false } of needs) {
    const had = before === undefined ? [] : of(before, subject.context);
    const lacking = of(subject.values, subject.context).find(
      (identity) =>
        !had.includes(identity) &&
        !builtIn(identity, subject.context) &&
        view.get(type, identity) === undefined,
    );
    if (lacking !== undefined) return missing(lacking, subject);
  }
  return undefined;
}

/** True when something is gone without which the thing itself cannot be. */
export function isOrphan(
  { needs }: ResourceFacts,
  values: Attributes,
  context: ProviderContext,
  view: WorldView,
): boolean {
  return needs.some(
    ({ type, of, builtIn = () => false, lifelong = false }) =>
      lifelong &&
      of(values, context).some(
        (identity) => !builtIn(identity, context) && view.get(type, identity) === undefined,
      ),
  );
}
