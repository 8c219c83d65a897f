import { isFields, UNKNOWN, type ResourceChange } from "../../model";
import { NO_ACCESS, together, type Access, type Choice } from "../grant";
import { hasPolicy, holdersOf, identity, isBoundary, type Kind } from "./identities";
import { LATER, named, textAt, textsAt, type AccessSides, type Sides } from "./source";
import { policySides } from "./statements";

/** By address, then attribute: the addresses it is computed from. */
export type References = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const POLICY = "aws_iam_policy";

/** Where each attachment says to whom the policy is given. */
const ATTACHMENTS: Readonly<Record<string, readonly (readonly [attribute: string, kind: Kind])[]>> = {
  aws_iam_role_policy_attachment: [["role", "role"]],
  aws_iam_user_policy_attachment: [["user", "user"]],
  aws_iam_group_policy_attachment: [["group", "group"]],
  aws_iam_policy_attachment: [
    ["roles", "role"],
    ["users", "user"],
    ["groups", "group"],
  ],
};

/** Types that are looked at together: a policy alone does not say who has it. */
export const POLICY_TYPES: readonly string[] = [POLICY, ...Object.keys(ATTACHMENTS)];

/** Somebody has a policy. */
interface Attached {
  readonly who: Choice;
  /** The policy's address if it is among the changes; else what it is called. */
  readonly policy: { readonly address: string } | { readonly arn: string };
}

type Side = "before" | "after";

/** Who may do what by managed policies: their statements, said of those who have them. */
export function policiesAccess(
  all: readonly (Sides & { readonly type: string })[],
  references: References,
): AccessSides {
  const policies = all.filter(({ type }) => type === POLICY);
  const attached = {
    before: attachedOn("before", all, policies, references),
    after: attachedOn("after", all, policies, references),
  };
  const held = new Set(
    [...attached.before, ...attached.after].flatMap(({ policy }) =>
      "address" in policy ? [policy.address] : [],
    ),
  );
  const accesses = policies.map((policy) => policyOf(policy, attached, held.has(policy.address)));
  return {
    before: together([...accesses.map(({ before }) => before), unresolved(attached.before)]),
    after: together([...accesses.map(({ after }) => after), unresolved(attached.after)]),
  };
}

function attachedOn(
  side: Side,
  all: readonly (Sides & { readonly type: string })[],
  policies: readonly Sides[],
  references: References,
): readonly Attached[] {
  const byArn = new Map<string, string>();
  for (const policy of policies) {
    const arn = policy[side] && textAt(policy[side], "arn");
    if (arn !== undefined && arn !== "" && arn !== LATER) byArn.set(arn, policy.address);
  }
  const known = new Set(policies.map(({ address }) => address));

  return all.flatMap((sides): Attached[] => {
    const values = sides[side];
    const where = ATTACHMENTS[sides.type];
    if (values === undefined || where === undefined) return [];
    const arn = textAt(values, "policy_arn");
    const address = arn === LATER ? referred(sides, references, known) : byArn.get(arn);
    const policy = address === undefined ? { arn } : { address };
    return where.flatMap(([attribute, kind]) =>
      textsAt(values, attribute).map((name) => ({ who: identity(kind, name), policy })),
    );
  });
}

/** The policy that an attachment will get its ARN from. */
const referred = (
  { address }: Sides,
  references: References,
  known: ReadonlySet<string>,
): string | undefined =>
  references
    .get(address)
    ?.get("policy_arn")
    ?.find((found) => known.has(found));

function policyOf(
  { before, after, address }: Sides,
  attached: Readonly<Record<Side, readonly Attached[]>>,
  isHeld: boolean,
): AccessSides {
  const values = after ?? before ?? {};
  const name = textAt(values, "name");
  const read = (who: Choice, of?: string): AccessSides =>
    policySides(before?.policy, after?.policy, {
      ...{ system: "IAM", who, phrase: isBoundary(values) ? "bound" : "action" },
      ...(of !== undefined && { of }),
      called: named("policy", name),
    });
  const there = { ...NO_ACCESS, things: [`IAM policy ${name}`] };
  if (!isHeld) {
    const sides = read(holdersOf(values), `IAM policy ${name}`);
    return {
      before: together([sides.before, before ? there : NO_ACCESS]),
      after: together([sides.after, after ? there : NO_ACCESS]),
    };
  }
  const held = (side: Side): Access =>
    together(
      attached[side]
        .filter(({ policy }) => "address" in policy && policy.address === address)
        .map(({ who }) => read(who, who.parts[0]?.pattern)[side]),
    );
  return { before: held("before"), after: held("after") };
}

const unresolved = (attached: readonly Attached[]): Access => ({
  ...NO_ACCESS,
  grants: attached.flatMap(({ who, policy }) => ("arn" in policy ? [hasPolicy(who, policy.arn)] : [])),
});

/** The two sides of a change as access knows them: what is only forgotten goes on as it is. */
export function sidesOf({ address, action, before, after }: ResourceChange): Sides {
  const now = action === "forget" ? before : after;
  return {
    address,
    ...(isFields(before) && { before }),
    ...(isFields(now) && { after: now }),
    // A resource that is not known at all is there nevertheless.
    ...(now === UNKNOWN && { after: {} }),
  };
}
