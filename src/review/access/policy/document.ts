import type { Condition } from "./condition";

/** What a statement says of one of its sides: these, or everything but these. */
export interface Choice {
  readonly except: boolean;
  /** Without repeats; sorted. */
  readonly values: readonly string[];
}

/** One statement that can be read. */
export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** `AWS:…`, `Service:…`, `*` for anyone; absent in policies of identities. */
  readonly principals?: Choice;
  readonly actions: Choice;
  /** Absent in trust policies. */
  readonly resources?: Choice;
  readonly conditions: readonly Condition[];
}

/** A policy, as far as it can be read. */
export interface Policy {
  readonly statements: readonly Statement[];
  /** What is no statement, as JSON with its keys in order: unlike anything that can be said of it. */
  readonly unreadable: readonly string[];
  /** Version, id and the like, by name. */
  readonly head: ReadonlyMap<string, string>;
}

/** The parts of a policy, or nothing when the text is none. Lists are sets, a single value is a list of one. */
export function parsePolicy(text: string): Policy | undefined {
  try {
    return policyOf(JSON.parse(text));
  } catch {
    return undefined; // No JSON, or too deep for a policy.
  }
}

function policyOf(document: unknown): Policy | undefined {
  if (!isRecord(document) || !Object.hasOwn(document, "Statement")) return undefined;

  const { Statement: listed, ...head } = document;
  const statements: Statement[] = [];
  const unreadable: string[] = [];
  for (const each of asList(listed)) {
    const read = statementOf(each);
    if (read === undefined) unreadable.push(stable(each));
    else statements.push(read);
  }
  return {
    statements,
    unreadable,
    head: new Map(Object.entries(head).map(([key, value]) => [key, stable(value)])),
  };
}

const KEYS = [
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource"],
  "Condition",
];

function statementOf(value: unknown): Statement | undefined {
  if (!isRecord(value) || Object.keys(value).some((key) => !KEYS.includes(key))) return undefined;
  const { Sid: sid, Effect: effect } = value;
  const principals = choiceOf(value, "Principal", principalsOf);
  const actions = choiceOf(value, "Action", textsOf);
  const resources = choiceOf(value, "Resource", textsOf);
  const conditions = conditionsOf(value.Condition);

  const broken = [principals, actions, resources, conditions].includes(BROKEN);
  if (broken || actions === undefined || (effect !== "Allow" && effect !== "Deny")) return undefined;
  if (sid !== undefined && typeof sid !== "string") return undefined;
  return {
    ...(sid !== undefined && sid !== "" && { sid }),
    effect,
    ...(principals !== undefined && { principals: principals as Choice }),
    actions: byCase(actions as Choice),
    ...(resources !== undefined && { resources: resources as Choice }),
    conditions: conditions as readonly Condition[],
  };
}

/** Stands for a part that is there and cannot be read. */
const BROKEN = Symbol("broken");

type Read<Part> = Part | typeof BROKEN;

function choiceOf(
  statement: Readonly<Record<string, unknown>>,
  name: string,
  read: (value: unknown) => readonly string[] | undefined,
): Read<Choice> | undefined {
  const [these, others] = [statement[name], statement[`Not${name}`]];
  if (these === undefined && others === undefined) return undefined;
  const values = these !== undefined && others !== undefined ? undefined : read(these ?? others);
  if (values === undefined || values.length === 0) return BROKEN;
  return { except: these === undefined, values: distinct(values) };
}

/** Actions differ in case only by how they are written. */
function byCase({ except, values }: Choice): Choice {
  const found = new Map(values.map((value) => [value.toLowerCase(), value]));
  return { except, values: [...found.values()] };
}

/** The account itself is named by its number as well; partitions make no difference. */
const ACCOUNT = /^(?:arn:[^:]*:iam::(\d{12}):root|(\d{12}))$/;

function principalsOf(value: unknown): readonly string[] | undefined {
  if (value === "*") return ["*"];
  if (!isRecord(value)) return undefined;
  const found: string[] = [];
  for (const [kind, named] of Object.entries(value)) {
    const names = textsOf(named);
    if (names === undefined) return undefined;
    found.push(...names.map((name) => principalOf(kind, name)));
  }
  return found;
}

function principalOf(kind: string, name: string): string {
  if (kind !== "AWS") return `${kind}:${name}`;
  if (name === "*") return "*";
  const [, ofRoot, alone] = ACCOUNT.exec(name) ?? [];
  const account = ofRoot ?? alone;
  return account === undefined ? `AWS:${name}` : `Account:${account}`;
}

function conditionsOf(value: unknown): Read<readonly Condition[]> {
  if (value === undefined) return [];
  if (!isRecord(value)) return BROKEN;
  const found: Condition[] = [];
  for (const [operator, keys] of Object.entries(value)) {
    if (!isRecord(keys)) return BROKEN;
    for (const [key, listed] of Object.entries(keys)) {
      const values = asList(listed);
      if (!values.every((each) => ["string", "number", "boolean"].includes(typeof each))) return BROKEN;
      found.push({ operator, key, values: distinct(values.map(String)) });
    }
  }
  return found;
}

function textsOf(value: unknown): readonly string[] | undefined {
  const list = asList(value);
  return list.every((each): each is string => typeof each === "string") ? list : undefined;
}

/** JSON with its keys in order. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isRecord(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
