import { listed, plain, say, type DiffLine, type Text } from "../../model";
import { listedTexts, principalText } from "../words";
import { conditionsKey, conditionsText, conditionText, type Condition } from "./condition";
import { parsePolicy, type Choice, type Policy, type Statement } from "./document";
import { paired } from "./pair";

/**
 * How a policy of AWS changes, statement by statement: order, formatting, the case of actions, and whether a single
 * value stands in a list do not count.
 */
export function policyDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [parsePolicy(before), parsePolicy(after)];
  if (old === undefined || now === undefined) return unreadableDiff(before, after, old, now);

  const { removed, added, changed } = paired(old.statements, now.statements);
  const lines = [
    ...headDiff(old, now),
    ...removed.map((statement) => line("-", statementText(statement))),
    ...changed.flatMap(([was, is]) => statementDiff(was, is)),
    ...added.map((statement) => line("+", statementText(statement))),
    ...without(old.unreadable, now.unreadable).map((json) => line("-", brokenText(json))),
    ...without(now.unreadable, old.unreadable).map((json) => line("+", brokenText(json))),
  ];
  return lines
    .map((each) => ({ each, key: plain(each.text) }))
    .sort(byKey)
    .map(({ each }) => each);
}

interface Keyed {
  readonly each: DiffLine;
  readonly key: string;
}

const SIGNS = ["-", "~", "+"];

const byKey = (a: Keyed, b: Keyed): number => {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return SIGNS.indexOf(a.each.sign) - SIGNS.indexOf(b.each.sign);
};

const line = (sign: DiffLine["sign"], text: Text): DiffLine => ({ sign, text });

function unreadableDiff(before: string, after: string, old?: Policy, now?: Policy): DiffLine[] {
  if (before === after) return [];
  const side = (policy: Policy | undefined, sign: "-" | "+"): DiffLine[] =>
    policy === undefined
      ? [line(sign, ["a document that cannot be read as a policy"])]
      : policy.statements.map((statement) => line(sign, statementText(statement)));
  return [...side(old, "-"), ...side(now, "+")];
}

function headDiff(old: Policy, now: Policy): DiffLine[] {
  const names = [...new Set([...old.head.keys(), ...now.head.keys()])].sort();
  return names.flatMap((name): DiffLine[] => {
    const [was, is] = [old.head.get(name), now.head.get(name)];
    if (was === is) return [];
    if (was === undefined) return [line("+", say`${name} ${is ?? ""}`)];
    if (is === undefined) return [line("-", say`${name} ${was}`)];
    return [line("~", say`${name} ${was} → ${is}`)];
  });
}

/** ``allows `s3:GetObject` to role `x` of account `1` on `arn:…` if …``, with the statement's name in front. */
export function statementText(statement: Statement): Text {
  const { sid, effect, principals, actions, resources, conditions } = statement;
  return [
    ...(sid === undefined ? [] : say`${sid}: `),
    effect === "Allow" ? "allows " : "denies ",
    ...choiceText(actions),
    ...(principals === undefined ? [] : say` to ${principalsText(principals)}`),
    ...(resources === undefined ? [] : say` on ${choiceText(resources)}`),
    ...(conditions.length === 0 ? [] : say` if ${conditionsText(conditions)}`),
  ];
}

const choiceText = ({ except, values }: Choice): Text =>
  except ? ["everything but ", ...listed(values)] : listed(values);

const principalsText = ({ except, values }: Choice): Text =>
  except
    ? ["anyone but ", ...listedTexts(values.map(principalText))]
    : listedTexts(values.map(principalText));

const brokenText = (json: string): Text => say`a statement that cannot be read: ${json}`;

function statementDiff(was: Statement, is: Statement): DiffLine[] {
  const name = labelOf(is);
  const told = (sign: DiffLine["sign"], text: Text): DiffLine => line(sign, say`${name}: ${text}`);
  return [
    ...(was.sid === is.sid ? [] : [told("~", say`was called ${was.sid ?? "nothing"}`)]),
    ...(was.effect === is.effect ? [] : [told("~", say`${was.effect} → ${is.effect}`)]),
    ...choiceDiff("principal", was.principals, is.principals, told, principalText),
    ...choiceDiff("action", was.actions, is.actions, told),
    ...choiceDiff("resource", was.resources, is.resources, told),
    ...conditionDiff(was.conditions, is.conditions, told),
  ];
}

/** Its name, or what it does. */
const labelOf = ({ sid, effect, actions }: Statement): Text =>
  sid === undefined
    ? say`what ${[effect === "Allow" ? "allows " : "denies "]}${choiceText(actions)}`
    : [{ code: sid }];

type Tell = (sign: DiffLine["sign"], text: Text) => DiffLine;

function choiceDiff(
  what: string,
  was: Choice | undefined,
  is: Choice | undefined,
  told: Tell,
  text: (value: string) => Text = (code) => [{ code }],
): DiffLine[] {
  const all = ({ values }: Choice): Text => listedTexts(values.map(text));
  const kind = ({ except }: Choice): string => (except ? `every ${what} but ` : `${what} `);
  if (was?.except !== is?.except) {
    return [
      ...(was === undefined ? [] : [told("-", [kind(was), ...all(was)])]),
      ...(is === undefined ? [] : [told("+", [kind(is), ...all(is)])]),
    ];
  }
  // What is left out of an exception is one more that the statement is about, so it is said in full.
  const prefix = is?.except === true ? `exception: ${what} ` : `${what} `;
  const [old, now] = [was?.values ?? [], is?.values ?? []];
  const caseless = what === "action";
  return [
    ...without(old, now, caseless).map((value) => told("-", [prefix, ...text(value)])),
    ...without(now, old, caseless).map((value) => told("+", [prefix, ...text(value)])),
  ];
}

function conditionDiff(was: readonly Condition[], is: readonly Condition[], told: Tell): DiffLine[] {
  const missing = (some: readonly Condition[], others: readonly Condition[]): readonly Condition[] => {
    const known = new Set(others.map((other) => conditionsKey([other])));
    return some.filter((each) => !known.has(conditionsKey([each])));
  };
  return [
    ...missing(was, is).map((each) => told("-", say`if ${conditionText(each)}`)),
    ...missing(is, was).map((each) => told("+", say`if ${conditionText(each)}`)),
  ];
}

function without(values: readonly string[], others: readonly string[], caseless = false): readonly string[] {
  const keyOf = (value: string): string => (caseless ? value.toLowerCase() : value);
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return values.filter((value) => {
    const count = left.get(keyOf(value)) ?? 0;
    left.set(keyOf(value), count - 1);
    return count <= 0;
  });
}
