import { one, type Grant } from "./grant";
import type { Leftover } from "./net";
import { conditionsKey, type Condition } from "./policy/condition";
import { principalText } from "./words";

/** Operators by which a denial spares the principals it names. */
const SPARES = new Set(["ArnNotLike", "ArnNotEquals", "StringNotLike", "StringNotEquals"]);

const PRINCIPAL = "aws:principalarn";

/** Holds of every role and user: they are no services. */
const NO_SERVICE = ["Bool", "BoolIfExists"].map((operator) =>
  conditionsKey([{ operator, key: "aws:PrincipalIsAWSService", values: ["false"] }]),
);

/**
 * A denial of everybody but some, which from now on spares more or fewer of them, said of those who are concerned: that
 * is how one reader is let in, or kept out.
 */
export function spared(leftover: Leftover): readonly Leftover[] {
  const { grant, parts } = leftover;
  const [part] = parts;
  if (grant.effect !== "deny" || part === undefined || parts.length > 1) return [leftover];

  const [wide, narrow] = [grant.conditions, part.conditions].map((all) => all.find(isSparing));
  const [others, rest] = [without(grant.conditions, wide), without(part.conditions, narrow)];
  if (narrow === undefined || conditionsKey(others) !== conditionsKey(rest)) return [leftover];
  if (wide !== undefined && wide.operator !== narrow.operator) return [leftover];

  const known = new Set(wide?.values);
  const concerned = narrow.values.filter((arn) => !known.has(arn));
  return wide === undefined || concerned.length === 0
    ? [leftover]
    : concerned.map((arn) => ({ grant: about(grant, arn, others), parts: [] }));
}

const isSparing = ({ operator, key }: Condition): boolean =>
  key.toLowerCase() === PRINCIPAL && SPARES.has(operator);

const without = (conditions: readonly Condition[], one: Condition | undefined): readonly Condition[] =>
  conditions.filter((condition) => condition !== one);

const about = (grant: Grant, arn: string, conditions: readonly Condition[]): Grant => ({
  ...grant,
  who: one(`AWS:${arn}`, principalText(`AWS:${arn}`)),
  conditions: conditions.filter((condition) => !NO_SERVICE.includes(conditionsKey([condition]))),
});
