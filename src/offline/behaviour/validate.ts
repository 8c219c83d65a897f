import type { ProviderFacts, ResourceFacts } from "../facts";
import { contextOf } from "./context";
import type { Diagnostic, Value } from "../model";
import { UNKNOWN } from "../model";
import { failure } from "./diagnostics";
import { sdkPath, valuesAt } from "./paths";
import { fieldsOf } from "./values";

/** What a provider refuses in a resource's configuration, all at once. Unknown values are not judged yet. */
export function validate({ rules, groups }: ResourceFacts, config: Value): readonly Diagnostic[] {
  return [
    ...rules.flatMap(({ path: pattern, problem }) =>
      valuesAt(config, pattern).flatMap(({ path, value }) => {
        const found = value === UNKNOWN || value === null ? undefined : problem(value, sdkPath(path));
        return found === undefined ? [] : [failure(found, path)];
      }),
    ),
    ...groups.flatMap(({ path, summary, problem }) => {
      const found = problem(fieldsOf(config));
      return found === undefined ? [] : [failure(summary, [path], found)];
    }),
  ];
}

/** What a provider refuses in its own configuration. */
export function validateProvider(
  { providerChecks }: ProviderFacts,
  config: Value,
  seed: string,
): readonly Diagnostic[] {
  return providerChecks.flatMap((check) => {
    const found = check(fieldsOf(config), contextOf(config, seed));
    return found === undefined ? [] : [failure(found)];
  });
}
