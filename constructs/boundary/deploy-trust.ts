import { isOidcProvider, oidcProviderArn, type Site } from "../../src/names";
import { quoted } from "../access";
import { policyDocument, policyValues, type PolicyDocument, type PolicyStatement } from "../policy";
import type { Rule } from "../validation";

/** What AWS calls itself as an audience of GitHub's and most others' tokens. */
export const DEFAULT_AUDIENCE = "sts.amazonaws.com";

/** Which jobs of a CI service may become a deploy role. */
export interface DeployTrust {
  /** The provider's URL without `https://`, such as `token.actions.githubusercontent.com`. */
  readonly providerUrl: string;
  /**
   * The audience a token must be for.
   * @default DEFAULT_AUDIENCE
   */
  readonly audience?: string;
  /**
   * The `sub` of the tokens, at least one. Exact, such as `repo:acme/mesh:environment:prod`, or with one `*` at the end,
   * after the repository and a delimiter: `repo:acme/mesh:ref:refs/heads/*`.
   */
  readonly subjects: readonly string[];
}

const SUBJECT = /^(?=[^:]+:)[A-Za-z0-9._@/:+=-]{1,255}$/;
/** Kind, owner and repository, then anything that ends in a delimiter: else `mesh*` would be `mesh-fork` too. */
const PATTERN = /^[a-z_]+:[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)+:([A-Za-z0-9._@/:+=-]*[:/])?\*$/;
const AUDIENCE = /^[A-Za-z0-9.:/_-]{1,255}$/;

/** The trust policy of a deploy role: a federated login, by tokens for this audience and of these subjects alone. */
export function deployTrustPolicy(site: Site, trust: DeployTrust): PolicyDocument {
  const exact = trust.subjects.filter((subject) => !subject.endsWith("*"));
  const patterns = trust.subjects.filter((subject) => subject.endsWith("*"));
  return policyDocument([
    ...(exact.length > 0 ? [statement("TrustSubjects", site, trust, "StringEquals", exact)] : []),
    ...(patterns.length > 0 ? [statement("TrustSubjectsBelow", site, trust, "StringLike", patterns)] : []),
  ]);
}

function statement(
  Sid: string,
  site: Site,
  { providerUrl, audience = DEFAULT_AUDIENCE }: DeployTrust,
  operator: "StringEquals" | "StringLike",
  subjects: readonly string[],
): PolicyStatement {
  const isFor = { [`${providerUrl}:aud`]: audience };
  const isFrom = { [`${providerUrl}:sub`]: policyValues(subjects) };
  return {
    Sid,
    Effect: "Allow",
    Principal: { Federated: oidcProviderArn(site, providerUrl) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition:
      operator === "StringEquals"
        ? { StringEquals: { ...isFor, ...isFrom } }
        : { StringEquals: isFor, StringLike: isFrom },
  };
}

/** Rules on the CI service itself. */
export const DEPLOY_PROVIDER_RULES: readonly Rule<Pick<DeployTrust, "providerUrl" | "audience">>[] = [
  {
    problem: ({ providerUrl }) =>
      `OIDC provider ${quoted([providerUrl])} must be a host with an optional path, without 'https://'`,
    holds: ({ providerUrl }) => isOidcProvider(providerUrl),
  },
  {
    problem: ({ audience = "" }) =>
      `audience ${quoted([audience])} must be a name or URL, without '*'; leave it out for '${DEFAULT_AUDIENCE}'`,
    holds: ({ audience }) => audience === undefined || AUDIENCE.test(audience),
  },
];

/** Rules on which tokens a deploy role may trust. */
export const DEPLOY_TRUST_RULES: readonly Rule<DeployTrust>[] = [
  ...DEPLOY_PROVIDER_RULES,
  {
    problem: () => "trust has no subjects; name at least one, such as 'repo:acme/mesh:environment:prod'",
    holds: ({ subjects }) => subjects.length > 0,
  },
  {
    problem: ({ subjects }) =>
      `subject ${quoted(subjects.filter(isNoSubject))} must be exact, or name a repository and end in ':*' or '/*', such as 'repo:acme/mesh:ref:refs/heads/*'`,
    holds: ({ subjects }) => !subjects.some(isNoSubject),
  },
];

const isNoSubject = (subject: string): boolean => !SUBJECT.test(subject) && !PATTERN.test(subject);
