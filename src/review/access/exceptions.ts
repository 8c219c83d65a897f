import { grantCovers } from "./cover";
import { one, type Grant } from "./grant";
import type { Leftover } from "./net";
import { conditionsKey, type Condition } from "./policy/condition";
import { arnCovers, arnDisjoint } from "./policy/glob";
import { principalText } from "./words";

/** Operators that name principals, and whether they leave these out. */
const NAMING: Readonly<Record<string, "these" | "others">> = {
  ...{ ArnLike: "these", ArnEquals: "these", StringLike: "these", StringEquals: "these" },
  ...{ ArnNotLike: "others", ArnNotEquals: "others", StringNotLike: "others", StringNotEquals: "others" },
};

/** Holds of every role and user: they are no services. */
const NO_SERVICE = ["Bool", "BoolIfExists"].map((operator) =>
  conditionsKey([{ operator, key: "aws:PrincipalIsAWSService", values: ["false"] }]),
);

/**
 * A statement about everybody whose condition names more or fewer principals than before, said of those who are
 * concerned: that is how one reader is let in, or kept out. Not said of those for whom another of the `others`, the
 * grants of the other side, says the same.
 */
export function namedOf(leftover: Leftover, others: readonly Grant[]): readonly Leftover[] {
  const { grant, parts } = leftover;
  const [part] = parts;
  if (part === undefined || parts.length > 1) return [leftover];

  const [wide, narrow] = [grant, part].map(({ conditions }) => conditions.find(namesPrincipals));
  if (wide === undefined || narrow === undefined || wide.operator !== narrow.operator) return [leftover];
  const rest = without(grant.conditions, wide);
  if (conditionsKey(rest) !== conditionsKey(without(part.conditions, narrow))) return [leftover];

  const arns = NAMING[wide.operator] === "these" ? missing(wide, narrow) : missing(narrow, wide);
  if (arns.length === 0) return [leftover];
  return arns
    .map((arn) => about({ ...grant, conditions: rest }, arn))
    .filter((each) => !others.some((other) => saysSame(other, each)))
    .map((each) => ({ grant: each, parts: [], isOfOne: true }));
}

/** A denial of everybody who is one of some is a denial of each of them. */
export function perPrincipal(grant: Grant): readonly Grant[] {
  const named = isOfAll(grant) ? grant.conditions.find(namesPrincipals) : undefined;
  if (named === undefined || grant.effect !== "deny" || NAMING[named.operator] !== "these") return [grant];
  const rest = without(grant.conditions, named);
  return named.values.map((arn) => about({ ...grant, conditions: rest }, arn));
}

const isOfAll = ({ who }: Grant): boolean => !who.except && who.parts.every(({ pattern }) => pattern === "*");

/** True when a denial of one principal is said by one of the grants of everybody as well. */
export function isDeniedAnyhow(grant: Grant, others: readonly Grant[]): boolean {
  const [part] = grant.who.parts;
  const isOfOne =
    grant.effect === "deny" && !grant.who.except && part?.pattern.startsWith("AWS:arn:") === true;
  return isOfOne && others.some((other) => isOfAll(other) && saysSame(other, grant));
}

const namesPrincipals = ({ operator, key }: Condition): boolean =>
  key.toLowerCase() === "aws:principalarn" && NAMING[operator] !== undefined;

const without = (conditions: readonly Condition[], one: Condition): readonly Condition[] =>
  conditions.filter((condition) => condition !== one);

const missing = (some: Condition, others: Condition): readonly string[] =>
  some.values.filter((value) => !others.values.includes(value));

const about = (grant: Grant, arn: string): Grant => ({
  ...grant,
  who: one(`AWS:${arn}`, principalText(`AWS:${arn}`)),
  conditions: grant.conditions.filter((condition) => !NO_SERVICE.includes(conditionsKey([condition]))),
});

/** True when a grant, looked at by one principal, says all that another one says of it. */
function saysSame(grant: Grant, ofOne: Grant): boolean {
  const arn = ofOne.who.parts[0]?.pattern.replace(/^AWS:/, "") ?? "";
  const open = grant.conditions.filter((condition) => holdsFor(condition, arn) !== true);
  return grantCovers({ ...about({ ...grant, conditions: open }, arn), who: grant.who }, ofOne);
}

/** Whether a condition holds for a principal, or for all that a pattern means; undefined when that is not certain. */
function holdsFor(condition: Condition, arn: string): boolean | undefined {
  if (!namesPrincipals(condition)) return undefined;
  const isNamed = condition.values.some((value) => arnCovers(value, arn));
  const isNobody = condition.values.every((value) => arnDisjoint(value, arn));
  if (!isNamed && !isNobody) return undefined;
  return NAMING[condition.operator] === "these" ? isNamed : isNobody;
}
