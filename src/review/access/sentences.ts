import { plain, say, type AccessChange, type AccessReason, type Text } from "../model";
import { choiceKey } from "./cover";
import type { Choice, Grant } from "./grant";
import type { Difference, Leftover } from "./net";
import { conditionsKey, conditionsText, namesParts } from "./policy/condition";
import type { ReasonOf } from "./reason";
import { listedTexts } from "./words";

type Direction = AccessChange["direction"];

/** Grants that differ in one thing only, as one. */
interface Group {
  readonly system: string;
  readonly effect: Grant["effect"];
  readonly phrase: Grant["phrase"];
  readonly who: readonly Choice[];
  readonly action: readonly Choice[];
  readonly what: readonly Choice[];
  readonly conditions: Grant["conditions"];
  /** What is said behind it: what of it stays, or was there before. */
  readonly tail: Text;
  readonly direction: Direction;
  readonly because?: AccessReason;
}

/**
 * The sentences of a difference; one for all actions on the same thing, and for all things of the same actions, where
 * the reason is the same.
 */
export function sentencesOf({ taken, given, changed }: Difference, reasonOf: ReasonOf): AccessChange[] {
  const shifted = changed.map(([before, after]) => ({ grant: after, parts: [before] }));
  return [
    ...groups(given, reasonOf, "given").map((group) =>
      says(group, group.effect === "allow" ? "given" : "denied"),
    ),
    ...groups(taken, reasonOf, "taken").map((group) =>
      says(group, group.effect === "allow" ? "taken" : "undenied"),
    ),
    ...groups(shifted, reasonOf, "changed").map((group) =>
      says(group, group.effect === "allow" ? "changed" : "stillDenied"),
    ),
  ];
}

/** The words of each phrase, and what stands between what is done and what it is done to. */
const WORDS: Readonly<Record<Grant["phrase"], { readonly [word in Word]: string }>> = {
  action: {
    ...{ given: "may", taken: "may no longer", changed: "may", link: " on " },
    ...{ denied: "is now denied", undenied: "is no longer denied", stillDenied: "is denied" },
  },
  verb: {
    ...{ given: "may", taken: "may no longer", changed: "may", link: " " },
    ...{ denied: "is now denied to", undenied: "is no longer denied to", stillDenied: "is denied to" },
  },
  bound: {
    ...{
      given: "can be allowed",
      taken: "can no longer be allowed",
      changed: "can be allowed",
      link: " on ",
    },
    ...{ denied: "is now denied", undenied: "is no longer denied", stillDenied: "is denied" },
  },
  has: {
    ...{ given: "has", taken: "no longer has", changed: "has", link: " " },
    ...{ denied: "is now denied", undenied: "is no longer denied", stillDenied: "is denied" },
  },
};

type Word = "given" | "taken" | "changed" | "denied" | "undenied" | "stillDenied" | "link";

const says = (group: Group, word: Word): AccessChange => ({
  ...{ direction: group.direction, system: group.system },
  sentence: say`${choicesText(group.who, "anyone but ")} ${[worded(group, word)]} ${deed(group)}`,
  ...(group.because === undefined ? {} : { because: group.because }),
});

/** Several have and are what one has and is. */
function worded({ phrase, who }: Group, word: Word): string {
  const words = WORDS[phrase][word];
  if (who.length < 2) return words;
  return words.replace(/\bhas\b/, "have").replace(/^is\b/, "are");
}

function deed({ action, what, conditions, phrase, tail }: Group): Text {
  return [
    ...choicesText(action, phrase === "verb" ? "do everything but " : "everything but "),
    ...(what.length === 0 ? [] : [WORDS[phrase].link, ...choicesText(what, "everything but ")]),
    ...(conditions.length === 0 ? [] : say` if ${conditionsText(conditions)}`),
    ...tail,
  ];
}

function choicesText(choices: readonly Choice[], except: string): Text {
  return listedTexts(
    choices.map((choice) => {
      const parts = listedTexts(choice.parts.map(({ text }) => text));
      return choice.except ? [except, ...parts] : parts;
    }),
  );
}

/** What the parts of a grant differ in from it, if it is one thing. */
function tailOf(grant: Grant, parts: readonly Grant[], words: string): Text {
  if (parts.length === 0) return [];
  const isSame = (key: (grant: Grant) => string): boolean => parts.every((part) => key(part) === key(grant));
  const same = {
    action: isSame(({ action }) => choiceKey(action)),
    what: isSame(({ what }) => choiceKey(what)),
    who: isSame(({ who: principal }) => choiceKey(principal)),
    conditions: isSame(({ conditions }) => conditionsKey(conditions)),
  };
  const differing = Object.entries(same).flatMap(([name, equal]) => (equal ? [] : [name]));
  if (differing.length !== 1) return [];

  const [name] = differing;
  if (name === "conditions") {
    const [first] = parts;
    return first === undefined ? [] : say`, ${[words]} if ${conditionsText(first.conditions)}`;
  }
  const choices = parts.map((part) =>
    name === "action" ? part.action : name === "what" ? part.what : part.who,
  );
  const found = choices.filter((choice) => choice !== undefined);
  return say`, ${[words]} ${choicesText(unique(found), "everything but ")}`;
}

const formerConditions = (former: Grant | undefined): Text =>
  former === undefined || former.conditions.length === 0
    ? [", before without a condition"]
    : say`, before if ${conditionsText(former.conditions)}`;

/** On which side a grant is, and what is said of its parts. */
const SIDES = {
  given: (grant: Grant, parts: readonly Grant[]) => tailOf(grant, parts, "before only"),
  taken: (grant: Grant, parts: readonly Grant[]) => tailOf(grant, parts, "now only"),
  changed: (_grant: Grant, [before]: readonly Grant[]) => formerConditions(before),
} as const;

/** To deny is to take, and the other way round. */
const DIRECTIONS = {
  given: { allow: "gained", deny: "lost" },
  taken: { allow: "lost", deny: "gained" },
  changed: { allow: "changed", deny: "changed" },
} as const satisfies Record<keyof typeof SIDES, Readonly<Record<Grant["effect"], Direction>>>;

function groups(
  leftovers: readonly Leftover[],
  reasonOf: ReasonOf,
  side: keyof typeof SIDES,
): readonly Group[] {
  const single = leftovers.map(({ grant, parts, isMoot = false }): Group => {
    const { system, effect, phrase, conditions } = grant;
    const what = grant.what === undefined ? [] : [grant.what];
    const direction = DIRECTIONS[side][effect];
    const because = reasonOf({ direction, grant, parts });
    const isOpen = isMoot && (because === undefined || because.kind === "none");
    return {
      ...{ system, effect, phrase, conditions, who: [grant.who], action: [grant.action], what },
      tail: [...SIDES[side](grant, parts), ...(isOpen ? NOT_ALLOWED : [])],
      direction: isOpen ? "changed" : direction,
      ...(because === undefined ? {} : { because }),
    };
  });
  return merged(merged(partsTogether(merged(single, "action")), "what"), "who");
}

/** Groups that differ in the parts of a thing only, as one. */
function partsTogether(all: readonly Group[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const group of all) {
    const bare = group.conditions.map((each) => (namesParts(each) ? { ...each, values: [] } : each));
    const key = groupKey({ ...group, conditions: bare });
    const other = found.get(key);
    found.set(key, other === undefined ? group : { ...other, conditions: united(other, group) });
  }
  return [...found.values()];
}

const united = ({ conditions }: Group, other: Group): Group["conditions"] =>
  conditions.map((each) => {
    const same = namesParts(each) ? other.conditions.find(namesParts) : undefined;
    return same === undefined
      ? each
      : { ...each, values: [...new Set([...each.values, ...same.values])].sort() };
  });

/** Who is no longer kept out is not let in by that alone. */
const NOT_ALLOWED: Text = [", where something else allows it"];

/** Groups that differ in one side only, as one. */
function merged(all: readonly Group[], side: "action" | "what" | "who"): readonly Group[] {
  const found = new Map<string, Group>();
  for (const group of all) {
    const key = groupKey({ ...group, [side]: [] }) + String(group[side].length === 0);
    const other = found.get(key);
    found.set(key, other === undefined ? group : { ...other, [side]: [...other[side], ...group[side]] });
  }
  return [...found.values()].map((group) => ({ ...group, [side]: unique(group[side]) }));
}

function groupKey({
  system,
  effect,
  phrase,
  who: principals,
  action,
  what,
  conditions,
  tail,
  direction,
  because,
}: Group): string {
  const keys = (choices: readonly Choice[]): string => choices.map(choiceKey).sort().join("\u0001");
  return [
    ...[system, effect, phrase, keys(principals), keys(action), keys(what)],
    ...[conditionsKey(conditions), plain(tail), direction, JSON.stringify(because) ?? ""],
  ].join("\u0000");
}

/** Without repeats, in the order of what they name. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  const found = new Map(choices.map((choice) => [choiceKey(choice), choice]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
}
