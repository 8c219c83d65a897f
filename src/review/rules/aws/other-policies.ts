import { say, type Text } from "../../model";
import { causes, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { page } from "./sources";

/** Policies that stand at a thing, by the attribute that names it. */
const POLICIES = [
  ["aws_sqs_queue_policy", "queue_url", "queue"],
  ["aws_secretsmanager_secret_policy", "secret_arn", "secret"],
] as const;

const policies: readonly Rule[] = POLICIES.flatMap(([type, attribute, kind]) => {
  const source = page(type.replace("aws_", ""));
  const called = (it: Subject): Text => say`the policy of ${[kind]} ${it.was(attribute)}`;
  return [
    ...rulesOf({
      ...{ type, source },
      deleted: {
        verdict: "access",
        sentence: (it) => say`${called(it)} is deleted: only its own account may use it`,
      },
      replaced: {
        verdict: "access",
        sentence: (it) =>
          say`${called(it)} is deleted and made anew: only its own account may use it in between${causes(it)}`,
      },
      forces: each(attribute, "region"),
    }),
    ...accessRules({ type, source, attribute: "policy" }),
  ];
});

const BLOCK = "aws_s3_account_public_access_block";

const accountBlock: readonly Rule[] = [
  ...rulesOf({
    type: BLOCK,
    source: page("s3_account_public_access_block"),
    deleted: {
      verdict: "access",
      sentence: (it) =>
        say`policies and access lists can let anyone into any bucket of account ${it.was("account_id")}`,
    },
    replaced: {
      verdict: "access",
      sentence: (it) =>
        say`policies and access lists can let anyone into any bucket of account ${it.was("account_id")} in between${causes(it)}`,
    },
    forces: each("account_id"),
  }),
  ...accessRules({ type: BLOCK, source: page("s3_account_public_access_block") }),
];

const ASSOCIATION = "aws_msk_single_scram_secret_association";

const login = (it: Subject): Text => say`whoever logs in to Kafka with secret ${it.was("secret_arn")}`;

const association: readonly Rule[] = rulesOf({
  type: ASSOCIATION,
  source: page("msk_single_scram_secret_association"),
  created: {
    verdict: "access",
    sentence: (it) =>
      say`whoever has secret ${it.willBe("secret_arn")} may log in to cluster ${it.willBe("cluster_arn")}`,
  },
  deleted: { verdict: "access", sentence: (it) => say`${login(it)} is refused from now on` },
  replaced: {
    verdict: "interruption",
    sentence: (it) => say`${login(it)} is refused in between${causes(it)}`,
  },
  forces: each("cluster_arn", "secret_arn", "region"),
});

/** Policies of things that the mesh does not define itself, and logins of MSK. */
export const OTHER_POLICIES: readonly Rule[] = [...policies, ...accountBlock, ...association];
