import { lockoutBy } from "../../../src/review/access";
import { policy } from "./texts";

const ROOT = { AWS: "arn:aws:iam::111122223333:root" };
const READER = "arn:aws:iam::111122223333:role/reader";
const allow = (Action: string | string[], Principal: unknown = ROOT) => ({
  ...{ Effect: "Allow", Principal, Action, Resource: "*" },
});
const deny = (Action: string, Condition?: object, Principal: unknown = "*") => ({
  ...{ Effect: "Deny", Principal, Action, Resource: "*", Condition },
});
const others = (...arns: string[]) => ({ ArnNotLike: { "aws:PrincipalArn": arns } });

const NOBODY = { decrypt: true, administer: true };
const ANYBODY = { decrypt: false, administer: false };

test.each<[string, object[], object]>([
  ["the account decides", [allow("kms:*")], ANYBODY],
  ["a reader and an administrator", [allow("kms:Decrypt", { AWS: READER }), allow("kms:Put*")], ANYBODY],
  ["a denial of others", [allow("kms:*"), deny("kms:Decrypt", others(READER))], ANYBODY],
  ["a denial of one", [allow("kms:*"), deny("kms:*", undefined, { AWS: READER })], ANYBODY],
  [
    "a denial on a condition that nobody can weigh here",
    [allow("kms:*"), deny("kms:*", { StringNotEquals: { "aws:SourceVpc": "vpc-1" } })],
    ANYBODY,
  ],
  ["what is excluded from an allowance", [{ ...allow([]), Action: undefined, NotAction: "s3:*" }], ANYBODY],
  ["no statement", [], NOBODY],
  ["a service alone", [allow("kms:*", { Service: "logs.amazonaws.com" })], NOBODY],
  ["a denial of everybody", [allow("kms:*"), deny("kms:*")], NOBODY],
  ["a denial of the account", [allow("kms:*"), deny("kms:*", undefined, ROOT)], NOBODY],
  [
    "a denial of the account of all who are allowed",
    [allow("kms:*", { AWS: READER }), deny("kms:*", undefined, ROOT)],
    NOBODY,
  ],
  [
    "a denial of another account",
    [allow("kms:*"), deny("kms:*", undefined, { AWS: "arn:aws:iam::999900001111:root" })],
    ANYBODY,
  ],
  [
    "a denial of everybody but another account's",
    [allow("kms:*"), deny("kms:*", others("arn:aws:iam::999900001111:role/*"))],
    NOBODY,
  ],
  [
    "a denial of everybody but somebody to whom nothing is allowed",
    [allow("kms:*", { AWS: READER }), deny("kms:*", others("arn:aws:iam::111122223333:role/other"))],
    NOBODY,
  ],
  ["an administrator alone", [allow("kms:PutKeyPolicy")], { decrypt: true, administer: false }],
  ["a reader alone", [allow("kms:Decrypt")], { decrypt: false, administer: true }],
])("whom a key's policy with %s keeps out", (_, statements, lockout) => {
  expect(lockoutBy(policy(...statements))).toEqual(lockout);
});

test("of what is no policy, or not to be read in full, nothing is said", () => {
  expect(lockoutBy("{")).toBeUndefined();
  expect(lockoutBy(policy({ Effect: "Allow", Principle: "*", Action: "kms:*" }))).toBeUndefined();
});
