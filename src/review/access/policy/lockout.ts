import { arnDisjoint, covers } from "./glob";
import { parsePolicy, type Choice, type Policy, type Statement } from "./document";

/** What may be nobody's any more once a key's policy is written. */
export interface Lockout {
  /** Nobody may decrypt with the key. */
  readonly decrypt: boolean;
  /** Nobody may write another policy. */
  readonly administer: boolean;
}

/**
 * What nobody may do by a key's policy, as far as it is certain; undefined for a document that is no policy. The policy
 * alone decides: IAM's policies count only where it lets the account decide.
 */
export function lockoutBy(document: string): Lockout | undefined {
  const policy = parsePolicy(document);
  if (policy === undefined || policy.unreadable.length > 0) return undefined;
  return {
    decrypt: !isOpenFor(policy, "kms:decrypt"),
    administer: !isOpenFor(policy, "kms:putkeypolicy"),
  };
}

function isOpenFor({ statements }: Policy, action: string): boolean {
  const about = statements.filter(({ actions }) => holdsAction(actions, action));
  const denials = about.filter(({ effect }) => effect === "Deny");
  return about.some(
    (statement) =>
      statement.effect === "Allow" &&
      peopleIn(statement).some((principal) => !denials.some((denial) => isDenied(principal, denial))),
  );
}

const holdsAction = ({ except, values }: Choice, action: string): boolean =>
  values.some((value) => covers(value.toLowerCase(), action)) !== except;

const ACCOUNT_OF = /^AWS:arn:[^:]*:iam::(\d{12}):/;

/** True when it is certain that principals mean one of an allowance: an account is everybody in it. */
function isAmong(principal: string, principals: Choice | undefined): boolean {
  if (principals === undefined || principals.except) return false;
  const account = `Account:${ACCOUNT_OF.exec(principal)?.[1] ?? ""}`;
  return ["*", principal, account].some((each) => principals.values.includes(each));
}

/** Those who can do anything with data: a service of AWS acts for somebody, or on what is its own. */
function peopleIn({ principals }: Statement): readonly string[] {
  if (principals === undefined) return [];
  return principals.except ? ["*"] : principals.values.filter((value) => !value.startsWith("Service:"));
}

const OTHERS = /^(Arn|String)Not(Like|Equals)$/;

/** True when it is certain that a denial holds for all that a principal means. */
function isDenied(principal: string, { principals, conditions }: Statement): boolean {
  if (!isAmong(principal, principals)) return false;
  return conditions.every(
    ({ operator, key, values }) =>
      (key.toLowerCase() === "aws:principalarn" &&
        OTHERS.test(operator) &&
        values.every((value) => isOther(principal, value))) ||
      (key.toLowerCase() === "aws:principalisawsservice" && values.join() === "false"),
  );
}

/** True when it is certain that a pattern of ARNs means nobody of a principal. */
function isOther(principal: string, pattern: string): boolean {
  const account = /^Account:(\d{12})$/.exec(principal)?.[1];
  if (account !== undefined) return arnDisjoint(`arn:*:*:*:${account}:*`, pattern);
  return principal.startsWith("AWS:arn:") && arnDisjoint(principal.slice("AWS:".length), pattern);
}
