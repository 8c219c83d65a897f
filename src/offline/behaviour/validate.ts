import type { ProviderFacts, ResourceFacts } from "../facts";
import { contextOf } from "./context";
import type { Block, Diagnostic, Path, Value } from "../model";
import { UNKNOWN } from "../model";
import { failure } from "./diagnostics";
import { sdkPath, valuesAt } from "./paths";
import { elementsOf, fieldsOf } from "./values";

/** What a provider refuses in a resource's configuration, all at once. Unknown values are not judged yet. */
export function validate(facts: ResourceFacts, block: Block, config: Value): readonly Diagnostic[] {
  const { library, rules, groups } = facts;
  return [
    ...(library === "sdk" ? missing(block, config) : []),
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

/** Required arguments that are null: Terraform itself sees only those that are not written at all. */
function missing({ attributes, blocks }: Block, config: Value, at: Path = []): readonly Diagnostic[] {
  const fields = fieldsOf(config);
  const own = Object.entries(attributes)
    .filter(([name, { required }]) => required && (fields[name] ?? null) === null)
    .map(([name]) => {
      const detail = `The argument "${sdkPath([...at, name])}" is required, but no definition was found.`;
      return failure("Missing required argument", [...at, name], detail);
    });
  const inner = Object.entries(blocks).flatMap(([name, { nesting, block }]) =>
    elementsOf(fields[name]).flatMap((element, index) =>
      missing(block, element, nesting === "single" ? [...at, name] : [...at, name, index]),
    ),
  );
  return [...own, ...inner];
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
