import { accessChanges } from "../../../src/review/access";
import { plain, Secret, UNKNOWN, type Value } from "../../../src/review/model";
import { change } from "../support/change";
import { policy } from "./texts";

type Fields = Readonly<Record<string, Value>>;

/** What is told of one change, from some values to others. */
const told = (type: string, before: Fields | null, after: Fields | null): string[] =>
  accessChanges(change({ type, before, after })).map(
    ({ direction, sentence }) => `${direction}: ${plain(sentence)}`,
  );

describe("IAM", () => {
  const READ = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::lake/orders/*" };
  const inline = (...statements: object[]): Fields => ({
    role: "reader",
    name: "p",
    policy: policy(...statements),
  });
  const diff = (before: object[], after: object[]) =>
    told("aws_iam_role_policy", inline(...before), inline(...after));

  test("wider actions and things are gained, narrower ones lost, with what there was or stays", () => {
    const all = { ...READ, Action: "s3:Get*" };

    expect(diff([READ], [all])).toEqual([
      "gained: role `reader` may `s3:Get*` on `arn:aws:s3:::lake/orders/*`, before only `s3:GetObject`",
    ]);
    expect(diff([all], [READ])).toEqual([
      "lost: role `reader` may no longer `s3:Get*` on `arn:aws:s3:::lake/orders/*`, now only `s3:GetObject`",
    ]);
  });

  test("statements that are split, joined or renamed change nothing", () => {
    const two = [
      { ...READ, Sid: "A", Action: ["s3:GetObject"] },
      { ...READ, Sid: "B", Action: "s3:PutObject" },
    ];

    expect(diff([{ ...READ, Action: ["s3:PutObject", "s3:getobject"] }], two)).toEqual([]);
  });

  test("an allowance that loses its condition is gained", () => {
    const only = { ...READ, Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } };

    expect(diff([only], [READ])).toEqual([
      "gained: role `reader` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`, before only if `aws:SourceVpc` is `vpc-1`",
    ]);
    expect(diff([READ], [only])).toEqual([
      "lost: role `reader` may no longer `s3:GetObject` on `arn:aws:s3:::lake/orders/*`, now only if `aws:SourceVpc` is `vpc-1`",
    ]);
  });

  test("a condition with more values is wider, another one is just another one", () => {
    const from = (...vpcs: string[]) => ({ ...READ, Condition: { StringEquals: { "aws:SourceVpc": vpcs } } });

    expect(diff([from("a")], [from("a", "b")])).toEqual([
      expect.stringMatching(/^gained: .*before only if `aws:SourceVpc` is `a`$/),
    ]);
    expect(diff([from("a")], [from("b")])).toEqual([
      "changed: role `reader` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*` if `aws:SourceVpc` is `b`, before if `aws:SourceVpc` is `a`",
    ]);
    expect(
      diff([from("a")], [{ ...READ, Condition: { StringEqualsIfExists: { "aws:SourceVpc": "a" } } }]),
    ).toEqual([expect.stringMatching(/^gained: .* if `aws:SourceVpc` is `a` or absent, before only if/)]);
  });

  test("a denial that goes is gained, one that comes is lost, one that flips is both", () => {
    const deny = { ...READ, Effect: "Deny" };

    expect(diff([deny], [])).toEqual([
      "gained: role `reader` is no longer denied `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ]);
    expect(diff([], [deny])).toEqual([
      "lost: role `reader` is now denied `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ]);
    expect(diff([deny], [READ])).toEqual([
      "gained: role `reader` is no longer denied `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
      "gained: role `reader` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ]);
  });

  test("everything but some actions is told as it is, and narrowing it is proven by what it leaves out", () => {
    const but = (...NotAction: string[]) => ({ Effect: "Allow", NotAction, Resource: "*" });

    expect(diff([], [but("iam:*")])).toEqual(["gained: role `reader` may everything but `iam:*` on `*`"]);
    expect(diff([but("iam:*")], [but("iam:*", "kms:*")])).toEqual([
      "lost: role `reader` may no longer everything but `iam:*` on `*`, now only everything but `iam:*` and `kms:*`",
    ]);
    expect(diff([but("iam:*")], [but("kms:*")])).toEqual([
      "gained: role `reader` may everything but `kms:*` on `*`",
      "lost: role `reader` may no longer everything but `iam:*` on `*`",
    ]);
  });

  test("a policy that is given to another role is lost by the one and gained by the other", () => {
    expect(told("aws_iam_role_policy", inline(READ), { ...inline(READ), role: "writer" })).toEqual([
      "gained: role `writer` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
      "lost: role `reader` may no longer `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ]);
  });

  const TRUST = { Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" };
  const ROLE = {
    name: "reader",
    path: "/",
    permissions_boundary: "arn:b",
    assume_role_policy: policy(TRUST),
  };

  test("whoever a trust policy names may assume the role", () => {
    const foreign = { ...TRUST, Principal: { AWS: "999988887777" } };
    const open = { ...TRUST, Principal: "*", Action: ["sts:AssumeRole", "sts:TagSession"] };

    expect(told("aws_iam_role", null, ROLE)).toEqual([
      "gained: service `glue.amazonaws.com` may assume role `reader`",
    ]);
    expect(told("aws_iam_role", ROLE, { ...ROLE, assume_role_policy: policy(TRUST, foreign) })).toEqual([
      "gained: whoever account `999988887777` lets may assume role `reader`",
    ]);
    expect(told("aws_iam_role", ROLE, { ...ROLE, assume_role_policy: policy(TRUST, open) })).toEqual([
      "gained: anyone may `sts:TagSession` on role `reader`",
      "gained: anyone may assume role `reader`",
    ]);
  });

  test.each<[string, Value, Value, string[]]>([
    ["goes", "arn:b", "", ["gained: role `reader` is no longer held within boundary `arn:b`"]],
    ["goes", "arn:b", null, ["gained: role `reader` is no longer held within boundary `arn:b`"]],
    ["comes", "", "arn:b", ["lost: role `reader` is now held within boundary `arn:b`"]],
    [
      "is another one",
      "arn:b",
      "arn:c",
      ["changed: role `reader` is held within boundary `arn:c`, before within `arn:b`"],
    ],
    [
      "is not known",
      "arn:b",
      UNKNOWN,
      ["changed: role `reader` is held within boundary `(known after apply)`, before within `arn:b`"],
    ],
  ])("a boundary that %s is told", (_, before, after, lines) => {
    const bounded = (permissions_boundary: Value): Fields => ({ ...ROLE, permissions_boundary });

    expect(told("aws_iam_role", bounded(before), bounded(after))).toEqual(lines);
  });

  test("the policies that a role's own blocks hold count when the plan changes them", () => {
    const own = (action: string) => ({
      ...ROLE,
      inline_policy: [{ name: "own", policy: policy({ ...READ, Action: action }) }],
    });

    expect(told("aws_iam_role", own("s3:GetObject"), own("s3:GetObject"))).toEqual([]);
    expect(told("aws_iam_role", own("s3:GetObject"), own("s3:PutObject"))).toEqual([
      "gained: role `reader` may `s3:PutObject` on `arn:aws:s3:::lake/orders/*`",
      "lost: role `reader` may no longer `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ]);
  });

  test.each<[string, Fields, string]>([
    [
      "aws_iam_role_policy_attachment",
      { role: "reader", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
      "role `reader` has policy `arn:aws:iam::aws:policy/AdministratorAccess`",
    ],
    ["aws_iam_user_policy_attachment", { user: "joe", policy_arn: "arn:p" }, "user `joe` has policy `arn:p`"],
    [
      "aws_iam_group_policy_attachment",
      { group: "all", policy_arn: UNKNOWN },
      "group `all` has policy `(known after apply)`",
    ],
    [
      "aws_iam_policy_attachment",
      { roles: ["r"], users: ["u"], groups: [], policy_arn: "arn:p" },
      "role `r` and user `u` have policy `arn:p`",
    ],
    [
      "aws_iam_user_group_membership",
      { user: "joe", groups: ["all"] },
      "user `joe` may do what is allowed to group `all`",
    ],
    [
      "aws_iam_group_membership",
      { users: ["joe"], group: "all" },
      "user `joe` may do what is allowed to group `all`",
    ],
    ["aws_iam_access_key", { user: "joe" }, "user `joe` may log in with an access key"],
    [
      "aws_iam_user_policy",
      { user: "joe", name: "p", policy: policy(READ) },
      "user `joe` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ],
    [
      "aws_iam_group_policy",
      { group: "all", name: "p", policy: policy(READ) },
      "group `all` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ],
    [
      "aws_iam_policy",
      { name: "p", path: "/", policy: policy(READ) },
      "whoever has policy `p` may `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ],
    [
      "aws_iam_policy",
      { name: "b", path: "/mesh-guard/", policy: policy(READ) },
      "a role within boundary `b` can be allowed `s3:GetObject` on `arn:aws:s3:::lake/orders/*`",
    ],
    [
      "aws_iam_openid_connect_provider",
      { url: "https://ci.example", client_id_list: ["sts.amazonaws.com"] },
      "whoever `ci.example` vouches for may ask for roles that trust it, for audience `sts.amazonaws.com`",
    ],
  ])("%s is told", (type, values, sentence) => {
    expect(told(type, null, values)).toEqual([`gained: ${sentence}`]);
  });

  test("a policy that cannot be told is said to be so, and nothing else is guessed", () => {
    const role = (assume_role_policy: Value): Fields => ({ ...ROLE, assume_role_policy });
    const [one, other] = [new Secret(1), new Secret(2)];

    expect(told("aws_iam_role", ROLE, role(UNKNOWN))).toEqual([
      "changed: the trust policy of role `reader` is known after the apply only: who may do what cannot be told",
    ]);
    expect(told("aws_iam_role", role(one), role(other))).toEqual([
      "changed: the trust policy of role `reader` is sensitive: who may do what is not shown",
    ]);
    expect(told("aws_iam_role", role(one), role(one))).toEqual([]);
    expect(told("aws_iam_role", ROLE, role("{"))).toEqual([
      "changed: the trust policy of role `reader` cannot be read as a policy",
    ]);
    expect(told("aws_iam_role", role("{"), ROLE)).toEqual([
      "changed: the trust policy of role `reader` could not be told before, so what changes by it cannot either",
    ]);
  });

  test("a statement that cannot be read is shown, coming and going", () => {
    const broken = { ...READ, Effect: "allow" };
    const json = '`{"Action":"s3:GetObject","Effect":"allow","Resource":"arn:aws:s3:::lake/orders/*"}`';

    expect(diff([], [broken])).toEqual([
      `changed: the policy \`p\` of role \`reader\` holds a statement that cannot be read: ${json}`,
    ]);
    expect(diff([broken], [])).toEqual([
      `changed: the policy \`p\` of role \`reader\` no longer holds a statement that could not be read: ${json}`,
    ]);
  });
});
