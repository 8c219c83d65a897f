/** The account of the rows. */
export const ACCOUNT = "111122223333";
/** A topic of it. */
export const TOPIC = `arn:aws:sns:eu-central-1:${ACCOUNT}:keeper`;

/** Statements as a policy. */
export const policyOf = (...statements: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A statement named `Use`. */
export const allow = (Action: string | string[], more: object = {}) => ({
  ...{ Sid: "Use", Effect: "Allow", Action, Resource: "*" },
  ...more,
});

/** Whoever the account lets. */
export const ROOT = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
