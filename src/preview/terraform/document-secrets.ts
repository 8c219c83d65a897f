import { readPlan, type SecretGuard } from "../../review/plan";

interface Document {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly provider?: Readonly<Record<string, object>>;
  readonly variable?: object;
}

/** Says where a value comes from, instead of being one. */
const REFERENCE = /\$\{/;

/**
 * What is secret in a stack's JSON by its name or its form: Terraform quotes lines of it in its errors, whether there is
 * a plan to tell its secrets or not.
 */
export function secretsOfDocument(
  text: string,
  { stack, publicWords }: { readonly stack: string; readonly publicWords: readonly string[] },
): SecretGuard {
  const { resource = {}, provider = {}, variable = {} } = JSON.parse(text, withoutReference) as Document;
  const resources = Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, values]) => created(type, name, values)),
  );
  const providers = Object.entries(provider).map(([name, values]) =>
    created("provider", name, { blocks: values }),
  );
  const plan = {
    format_version: "1.2",
    resource_changes: [...resources, ...providers],
    configuration: { root_module: { variables: variable } },
  };
  return readPlan(Buffer.from(JSON.stringify(plan)), { stack, publicWords }).secrets;
}

const withoutReference = (_key: string, value: unknown): unknown =>
  typeof value === "string" && REFERENCE.test(value) ? null : value;

const created = (type: string, name: string, after: object) => ({
  ...{ address: `${type}.${name}`, mode: "managed", type, name },
  change: { actions: ["create"], before: null, after },
});
