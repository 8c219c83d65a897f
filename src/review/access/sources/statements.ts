import { say, Secret, UNKNOWN, type Fields, type Text, type Value } from "../../model";
import { allBut, NO_ACCESS, one, type Access, type Choice, type Grant, type Note, type Part } from "../grant";
import { perPart } from "../policy/condition";
import { parsePolicy, type Choice as Values, type Policy, type Statement } from "../policy/document";
import { principalText } from "../words";
import { jsonOf, LATER, type AccessSides, type Sides } from "./source";

/** What a policy is a policy of. */
export interface Scope {
  readonly system: string;
  /** Who has it; absent for policies that name their principals. */
  readonly who?: Choice;
  /** The thing it stands at: what it is about where it says `*`, or nothing at all. */
  readonly own?: Part;
  /** What stands behind "the": `policy of bucket x`. */
  readonly called: Text;
  /** The thing whose rule it is, as in `Grant.of`. */
  readonly of?: string;
  readonly phrase?: "action" | "bound";
}

/** A policy as it is held in a plan. */
type Held =
  | { readonly kind: "none" }
  | { readonly kind: "policy"; readonly policy: Policy }
  /** Neither shown nor known. */
  | { readonly kind: "closed"; readonly why: Text; readonly key: string };

function held(document: Value | undefined): Held {
  if (document === UNKNOWN)
    return {
      kind: "closed",
      why: ["is known after the apply only: who may do what cannot be told"],
      key: "later",
    };
  if (document instanceof Secret)
    return {
      kind: "closed",
      why: ["is sensitive: who may do what is not shown"],
      key: `secret ${document.number}`,
    };
  if (document === undefined || document === null || document === "") return { kind: "none" };

  const policy = typeof document === "string" ? parsePolicy(document) : undefined;
  if (policy !== undefined) return { kind: "policy", policy };
  return { kind: "closed", why: ["cannot be read as a policy"], key: jsonOf(document) };
}

/**
 * Who may do what by a policy, before and after. When one side cannot be told, neither is: it would look as if all had
 * gone.
 */
export function policySides(before: Value | undefined, after: Value | undefined, scope: Scope): AccessSides {
  const [was, is] = [held(before), held(after)];
  if (was.kind !== "closed" && is.kind !== "closed")
    return { before: sideOf(was, scope), after: sideOf(is, scope) };
  return { before: noted(was, scope), after: is.kind === "closed" ? noted(is, scope) : opened(scope) };
}

/** A policy that could not be told, and now can or is not there any more. */
const opened = ({ system, called }: Scope): Access => ({
  ...NO_ACCESS,
  notes: [
    {
      ...{ system, key: JSON.stringify([called, "opened"]) },
      text: say`the ${called} could not be told before, so what changes by it cannot either`,
    },
  ],
});

/**
 * Who may do what by a policy in an attribute of a resource. Where the resource is for another thing afterwards, the one
 * thing loses the policy and the other gets it.
 */
export function policyIn(
  { before, after }: Pick<Sides, "before" | "after">,
  attribute: string,
  scopeOf: (values: Fields) => Scope,
): AccessSides {
  const [was, is] = [before && scopeOf(before), after && scopeOf(after)];
  const either = is ?? was;
  if (either === undefined) return { before: NO_ACCESS, after: NO_ACCESS };
  if (was === undefined || is === undefined || isSameThing(was, is))
    return policySides(before?.[attribute], after?.[attribute], either);
  return {
    before: policySides(before?.[attribute], undefined, was).before,
    after: policySides(undefined, after?.[attribute], is).after,
  };
}

/** A name that is not known yet is taken for the one there was. */
const isSameThing = (was: Scope, is: Scope): boolean =>
  nameIn(was) === nameIn(is) || nameIn(is).endsWith(LATER);

const nameIn = ({ own, who }: Scope): string => own?.pattern ?? who?.parts[0]?.pattern ?? "";

/** Who may do what by a policy, on one side. */
export const policyAccess = (document: Value | undefined, scope: Scope): Access => {
  const found = held(document);
  return found.kind === "closed" ? noted(found, scope) : sideOf(found, scope);
};

function noted(found: Held, { system, called }: Scope): Access {
  if (found.kind !== "closed") return NO_ACCESS;
  const note = { system, text: say`the ${called} ${found.why}`, key: JSON.stringify([called, found.key]) };
  return { ...NO_ACCESS, notes: [note] };
}

function sideOf(found: Held, scope: Scope): Access {
  if (found.kind !== "policy") return NO_ACCESS;
  const { statements, unreadable } = found.policy;
  const { system, called } = scope;
  return {
    ...NO_ACCESS,
    grants: statements.flatMap((statement) => grantsOf(statement, scope)),
    notes: unreadable.map((json): Note => ({
      system,
      text: say`the ${called} holds a statement that cannot be read: ${json}`,
      gone: say`the ${called} no longer holds a statement that could not be read: ${json}`,
      key: JSON.stringify([called, json]),
    })),
  };
}

/** A statement that names more than this is one grant for all. */
const MAX_GRANTS = 10_000;

function grantsOf(statement: Statement, scope: Scope): Grant[] {
  const principals = scope.who === undefined ? whoOf(statement) : [scope.who];
  const actions = choicesOf(statement.actions, actionPart);
  const things = thingsOf(statement.resources, scope);
  const parts = perPart(statement.conditions);
  if (principals.length * actions.length * things.length * parts.length <= MAX_GRANTS) {
    return parts.flatMap((conditions) =>
      principals.flatMap((who) =>
        actions.flatMap((action) =>
          things.map((what) => grantOf({ ...statement, conditions }, scope, { who, action, what })),
        ),
      ),
    );
  }
  const [who, action, what] = [atOnce(principals), atOnce(actions), atOnce(things)];
  return [grantOf(statement, scope, { who, action, what })];
}

function grantOf(
  { effect, conditions }: Statement,
  { system, own, of, who: holder, phrase = "action" }: Scope,
  { who, action, what }: Pick<Grant, "who" | "action" | "what">,
): Grant {
  const isAssume = own !== undefined && holder === undefined && ASSUME.test(onlyPattern(action));
  return {
    ...{ system, effect: effect === "Allow" ? ("allow" as const) : ("deny" as const), who, what, conditions },
    action: isAssume ? one(onlyPattern(action), ["assume"]) : action,
    phrase: isAssume ? "verb" : phrase,
    ...(holder === undefined && own !== undefined && { within: own.pattern }),
    ...(of !== undefined && { of }),
  };
}

const ASSUME = /^sts:assumerole(with\w+)?$/;

const onlyPattern = ({ except, parts }: Choice): string =>
  except || parts.length !== 1 ? "" : (parts[0]?.pattern ?? "");

const atOnce = (choices: readonly Choice[]): Choice => ({
  except: choices.some(({ except }) => except),
  parts: choices.flatMap(({ parts }) => parts),
});

const whoOf = ({ principals }: Statement): readonly Choice[] =>
  principals === undefined
    ? [one("?", ["whoever a statement without a principal means"])]
    : choicesOf(principals, (principal) => ({ pattern: principal, text: principalText(principal) }));

function choicesOf({ except, values }: Values, partOf: (value: string) => Part): readonly Choice[] {
  const parts = values.map(partOf);
  return except ? [allBut(parts)] : parts.map((part) => ({ except: false, parts: [part] }));
}

const actionPart = (action: string): Part => ({ pattern: action.toLowerCase(), text: [{ code: action }] });

/** A policy that stands at a thing is about that thing only, whatever it names by `*`. */
function thingsOf(resources: Values | undefined, { own }: Scope): readonly Choice[] {
  if (resources === undefined) return [own === undefined ? one("*") : { except: false, parts: [own] }];
  return choicesOf(resources, (resource) =>
    resource === "*" && own !== undefined ? own : { pattern: resource, text: [{ code: resource }] },
  );
}
