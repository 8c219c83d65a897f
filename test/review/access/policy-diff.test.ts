import { diffLines, policy } from "./texts";

const READ = {
  Sid: "Read",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/mesh/prod/orders/app/prod-orders--reader" },
  Action: ["s3:GetObject", "s3:ListBucket"],
  Resource: "arn:aws:s3:::lake/*",
  Condition: { Bool: { "aws:SecureTransport": "true" } },
};

test("order, formatting, the case of actions and lists of one do not count", () => {
  const before = policy(READ, { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" });

  const after = JSON.stringify(
    {
      Statement: [
        { Resource: ["*"], Action: ["S3:*"], Principal: { AWS: ["*"] }, Effect: "Deny" },
        {
          ...READ,
          Action: ["s3:listbucket", "s3:GetObject"],
          Condition: { Bool: { "AWS:securetransport": true } },
        },
      ],
      Version: "2012-10-17",
    },
    undefined,
    2,
  );

  expect(diffLines(before, after)).toEqual([]);
});

test("an account is the same by number and by ARN", () => {
  const named = (AWS: string) => policy({ ...READ, Principal: { AWS } });

  expect(diffLines(named("111122223333"), named("arn:aws:iam::111122223333:root"))).toEqual([]);
});

test("a statement that is added or removed is told whole", () => {
  expect(diffLines(policy(), policy(READ))).toEqual([
    "+ `Read`: allows `s3:GetObject` and `s3:ListBucket` to role `prod-orders--reader` of account `111122223333` on `arn:aws:s3:::lake/*` if `aws:SecureTransport` is `true`",
  ]);
  expect(diffLines(policy(READ), policy())).toEqual([
    expect.stringMatching(/^- `Read`: allows `s3:GetObject` and/),
  ]);
});

test("what changes in a statement is told by its name, side by side", () => {
  const after = {
    ...READ,
    Effect: "Deny",
    Principal: { Service: "glue.amazonaws.com" },
    Action: ["s3:GetObject", "s3:PutObject"],
    Resource: ["arn:aws:s3:::lake/*", "arn:aws:s3:::lake"],
    Condition: { IpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } },
  };

  expect(diffLines(policy(READ), policy(after))).toEqual([
    "~ `Read`: `Allow` → `Deny`",
    "- `Read`: action `s3:ListBucket`",
    "+ `Read`: action `s3:PutObject`",
    "- `Read`: if `aws:SecureTransport` is `true`",
    "+ `Read`: if `aws:SourceIp` is in `10.0.0.0/8`",
    "- `Read`: principal role `prod-orders--reader` of account `111122223333`",
    "+ `Read`: principal service `glue.amazonaws.com`",
    "+ `Read`: resource `arn:aws:s3:::lake`",
  ]);
});

test("statements without a name are paired by what they have in common", () => {
  const unnamed = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["a", "b", "c"] };
  const other = { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "q" };

  expect(diffLines(policy(unnamed, other), policy(other, { ...unnamed, Resource: ["a", "b"] }))).toEqual([
    "- what allows `s3:GetObject`: resource `c`",
  ]);
});

test("a name that changes is told", () => {
  expect(diffLines(policy(READ), policy({ ...READ, Sid: "Readers" }))).toEqual([
    "~ `Readers`: was called `Read`",
  ]);
});

test("what a statement leaves out is told as such", () => {
  const but = (...NotAction: string[]) => policy({ Sid: "Rest", Effect: "Allow", NotAction, Resource: "*" });

  expect(diffLines(but("iam:*"), but("iam:*", "kms:*"))).toEqual(["+ `Rest`: exception: action `kms:*`"]);
  expect(diffLines(policy(), but("iam:*"))).toEqual(["+ `Rest`: allows everything but `iam:*` on `*`"]);
  expect(
    diffLines(but("iam:*"), policy({ Sid: "Rest", Effect: "Allow", Action: "iam:*", Resource: "*" })),
  ).toEqual(["+ `Rest`: action `iam:*`", "- `Rest`: every action but `iam:*`"]);
});

test("anybody but some principals is told as such", () => {
  const statement = { Effect: "Deny", NotPrincipal: { AWS: "111122223333" }, Action: "s3:*", Resource: "*" };

  expect(diffLines(policy(), policy(statement))).toEqual([
    "+ denies `s3:*` to anyone but whoever account `111122223333` lets on `*`",
  ]);
});

test("the version counts, since old ones know no variables", () => {
  const old = JSON.stringify({ Version: "2008-10-17", Statement: [READ] });

  expect(diffLines(old, policy(READ))).toEqual(['~ `Version` `"2008-10-17"` → `"2012-10-17"`']);
});

test.each([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["no statements", "{}"],
  ["too deep", '{"Statement":' + "[".repeat(200_000) + "]".repeat(200_000) + "}"],
])("a document that is no policy is said to be none: %s", (_, broken) => {
  expect(diffLines(policy(READ), broken)).toContain("+ a document that cannot be read as a policy");
  expect(diffLines(broken, broken)).toEqual([]);
});

test.each([
  ["an effect of another name", { ...READ, Effect: "allow" }],
  ["two kinds of action", { ...READ, NotAction: "s3:*" }],
  ["no action", { Effect: "Allow", Resource: "*" }],
  ["an unknown part", { ...READ, Actions: "s3:*" }],
  ["a principal that is none", { ...READ, Principal: 7 }],
  ["a condition that is none", { ...READ, Condition: ["x"] }],
])("a statement that cannot be read is shown as it is: %s", (_, broken) => {
  expect(diffLines(policy(), policy(broken))).toEqual([
    expect.stringMatching(/^\+ a statement that cannot be read: `\{/),
  ]);
});
