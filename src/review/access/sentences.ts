import { plain, say, type AccessChange, type Text } from "../model";
import { choiceKey } from "./cover";
import type { Choice, Grant } from "./grant";
import type { Difference, Leftover } from "./net";
import { conditionsKey, conditionsText } from "./policy/condition";
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
}

/** The sentences of a difference; one for all actions on the same thing, and for all things of the same actions. */
export function sentencesOf({ taken, given, changed }: Difference): AccessChange[] {
  return [
    ...groups(given, (grant, parts) => tailOf(grant, parts, "before only")).map(givenSentence),
    ...groups(taken, (grant, parts) => tailOf(grant, parts, "now only")).map(takenSentence),
    ...groups(
      changed.map(([before, after]) => ({ grant: after, parts: [before] })),
      (_grant, [before]) => formerConditions(before),
    ).map(changedSentence),
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

const says = (direction: Direction, group: Group, word: Word): AccessChange => ({
  direction,
  system: group.system,
  sentence: say`${choicesText(group.who, "anyone but ")} ${[worded(group, word)]} ${deed(group)}`,
});

/** Several have and are what one has and is. */
function worded({ phrase, who }: Group, word: Word): string {
  const words = WORDS[phrase][word];
  if (who.length < 2) return words;
  return words.replace(/\bhas\b/, "have").replace(/^is\b/, "are");
}

const givenSentence = (group: Group): AccessChange =>
  group.effect === "allow" ? says("gained", group, "given") : says("lost", group, "denied");

const takenSentence = (group: Group): AccessChange =>
  group.effect === "allow" ? says("lost", group, "taken") : says("gained", group, "undenied");

const changedSentence = (group: Group): AccessChange =>
  says("changed", group, group.effect === "allow" ? "changed" : "stillDenied");

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

function groups(
  leftovers: readonly Leftover[],
  tail: (grant: Grant, parts: readonly Grant[]) => Text,
): readonly Group[] {
  const single = leftovers.map(({ grant, parts }): Group => {
    const { system, effect, phrase, conditions } = grant;
    const what = grant.what === undefined ? [] : [grant.what];
    return {
      ...{ system, effect, phrase, conditions, who: [grant.who], action: [grant.action], what },
      tail: tail(grant, parts),
    };
  });
  return merged(merged(merged(single, "action"), "what"), "who");
}

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
}: Group): string {
  const keys = (choices: readonly Choice[]): string => choices.map(choiceKey).sort().join("\u0001");
  return [
    ...[system, effect, phrase, keys(principals), keys(action), keys(what)],
    ...[conditionsKey(conditions), plain(tail)],
  ].join("\u0000");
}

/** Without repeats, in the order of what they name. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  const found = new Map(choices.map((choice) => [choiceKey(choice), choice]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
}
