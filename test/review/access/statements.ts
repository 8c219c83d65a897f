import fc from "fast-check";

export type Json = Readonly<Record<string, unknown>>;

const values = (...of: readonly string[]) =>
  fc.oneof(fc.constantFrom(...of), fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 }));

const actions = values("s3:GetObject", "s3:PutObject", "s3:Get*", "kms:Decrypt", "*");
const resources = values("arn:aws:s3:::lake", "arn:aws:s3:::lake/*", "arn:aws:s3:::lake/orders/*", "*");
const principals = fc.oneof(
  fc.constant<unknown>("*"),
  fc.record({ AWS: values("111122223333", "arn:aws:iam::111122223333:role/reader", "*") }),
  fc.record({ Service: values("glue.amazonaws.com", "lambda.amazonaws.com") }),
);
const conditions = fc.dictionary(
  fc.constantFrom("StringEquals", "StringLike", "ArnNotLike", "ForAnyValue:StringEquals"),
  fc.dictionary(fc.constantFrom("aws:SourceArn", "aws:PrincipalTag/team"), values("a", "b*", "c"), {
    minKeys: 1,
  }),
  { minKeys: 1, maxKeys: 2 },
);

/** A statement of a bucket's policy, readable, in any of its forms. */
export const anyStatement: fc.Arbitrary<Json> = fc
  .record({
    Sid: fc.option(fc.constantFrom("One", "Two", "Three"), { nil: undefined }),
    Effect: fc.constantFrom("Allow", "Deny"),
    principal: fc.tuple(fc.constantFrom("Principal", "NotPrincipal"), principals),
    action: fc.tuple(fc.constantFrom("Action", "Action", "NotAction"), actions),
    resource: fc.tuple(fc.constantFrom("Resource", "Resource", "NotResource"), resources),
    Condition: fc.option(conditions, { nil: undefined }),
  })
  .map(({ principal, action, resource, ...rest }) => ({
    ...rest,
    ...Object.fromEntries([principal, action, resource]),
  }));

/** The same statements in another order, keys and lists turned round, single values as lists and back. */
export function rewritten(statements: readonly Json[], coins: Iterator<boolean>): Json[] {
  const flip = (): boolean => coins.next().value === true;
  const value = (item: unknown, name = ""): unknown => {
    if (Array.isArray(item)) {
      const turned = flip() ? [...(item as readonly unknown[])].reverse() : item;
      return item.length === 1 && flip() ? item[0] : turned;
    }
    if (typeof item === "object" && item !== null) return fields(item as Json);
    if (["Sid", "Effect"].includes(name)) return item;
    const text = name.endsWith("Action") && flip() ? String(item).toUpperCase() : item;
    return name !== "Principal" && name !== "NotPrincipal" && flip() ? [text] : text;
  };
  const fields = (item: Json): Json => {
    const entries = Object.entries(item)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, value(each, key)] as const);
    return Object.fromEntries(flip() ? entries.reverse() : entries);
  };
  const all = statements.filter((each) => each !== undefined).map(fields);
  return flip() ? all.reverse() : all;
}
