import { say } from "../../model";
import { isEmpty } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { page, REFERENCE } from "./sources";

const NEW_ID =
  "policies elsewhere that name it stop matching, since the new one has another id even under the same name";

/** A boundary that goes lifts every limit it set. */
const loosens = (it: Subject): boolean =>
  !isEmpty(it.before("permissions_boundary")) && isEmpty(it.after("permissions_boundary"));

const ROLE: readonly Rule[] = rulesOf({
  type: "aws_iam_role",
  source: REFERENCE,
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is deleted: whoever acts as it cannot any more`,
  },
  replaced: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) =>
      say`${it.thing} is deleted and made anew: whoever acts as it is refused in between, and ${[NEW_ID]}${causes(it)}`,
    wayOut: () => ["make the new role beside the old one, and delete the old one when nobody acts as it"],
  },
  forces: each("name", "name_prefix", "path"),
  inPlace: [
    changed("session", ["max_session_duration"], {
      verdict: "cost",
      sentence: (it) => say`a session of ${it.thing} may last ${it.shift("max_session_duration")} seconds`,
    }),
  ],
});

const ROLE_ACCESS = accessRules({
  ...{ type: "aws_iam_role", source: REFERENCE },
  wayOut: (it) => (loosens(it) ? ["keep the boundary"] : undefined),
});

const POLICY: readonly Rule[] = rulesOf({
  type: "aws_iam_policy",
  source: REFERENCE,
  deleted: { verdict: "access", sentence: (it) => say`${it.thing} is deleted, with what it allows` },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted and made anew: whoever has it attached is refused in between, and the apply fails when something else has it attached${causes(it)}`,
  },
  forces: [
    ...each("name", "name_prefix", "path"),
    [
      "description",
      {
        sentence: (it) =>
          say`${it.thing} is deleted and made anew only because its description changes: whoever has it attached is refused in between${causes(it)}`,
        wayOut: () => ["leave the description as it was"],
      },
    ],
  ],
});

const ATTACHMENT: readonly Rule[] = rulesOf({
  type: "aws_iam_role_policy_attachment",
  source: REFERENCE,
  deleted: { verdict: "access", sentence: (it) => say`${it.thing} is taken away` },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is taken away and ${it.thingAfter} made: the role is refused in between${causes(it)}`,
    wayOut: () => ["attach the new policy beside the old one first"],
  },
  forces: each("role", "policy_arn"),
});

const IDENTITY_PROVIDER: readonly Rule[] = rulesOf({
  type: "aws_iam_openid_connect_provider",
  source: page("iam_openid_connect_provider"),
  deleted: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted: nobody it vouches for can act as a role, deployments neither`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted and made anew: nobody it vouches for can act as a role in between${causes(it)}`,
  },
  forces: each("url"),
  inPlace: [
    changed("thumbprints", ["thumbprint_list"], {
      verdict: "access",
      sentence: (it) => say`the certificates that ${it.thing} is trusted by change`,
    }),
  ],
});

/** Roles, policies, and whom an account trusts. */
export const IAM: readonly Rule[] = [
  ...[...ROLE, ...ROLE_ACCESS],
  ...[...POLICY, ...accessRules({ type: "aws_iam_policy", source: REFERENCE, attribute: "policy" })],
  ...[...ATTACHMENT, ...accessRules({ type: "aws_iam_role_policy_attachment", source: REFERENCE })],
  ...IDENTITY_PROVIDER,
  ...accessRules({ type: "aws_iam_openid_connect_provider", source: page("iam_openid_connect_provider") }),
];
