import { say } from "../../model";
import { isEmpty } from "../../things";
import { causes, changed, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";

const isNewPassword = (it: Subject): boolean => it.changes("password") || it.changes("password_wo_version");

/** `kafka_user_scram_credential`: the log-in of a client. */
export const SCRAM_CREDENTIAL: readonly Rule[] = rulesOf({
  type: "kafka_user_scram_credential",
  source: "plan-review reference §5a; Mongey/kafka, resource_kafka_user_scram_credential.go",
  deleted: {
    verdict: "access",
    sentence: (it) =>
      say`${it.thing} cannot log in any more: its ${it.was("scram_mechanism")} password is deleted`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`the password of ${it.thing} is deleted and set anew: it cannot log in in between${causes(it)}`,
  },
  forces: [
    [
      "username",
      {
        verdict: "access",
        sentence: (it) => say`${it.thing} cannot log in any more, ${it.thingAfter} can`,
      },
    ],
    [
      "scram_mechanism",
      {
        verdict: "breaks",
        sentence: (it) =>
          say`${it.thing} can log in with ${it.willBe("scram_mechanism")} only: clients that use ${it.was("scram_mechanism")} are refused`,
        wayOut: () => [
          "add a second credential with the new mechanism, and delete this one when every client uses it",
        ],
      },
    ],
  ],
  inPlace: [
    {
      ...{ id: "password", verdict: "interruption", cause: ["password"] },
      when: isNewPassword,
      sentence: (it) => say`${it.thing} gets a new password: clients that still have the old one are refused`,
    },
    changed("scram_iterations", ["scram_iterations"], {
      verdict: "cost",
      sentence: (it) =>
        say`logging in as ${it.thing} takes another effort, ${it.shift("scram_iterations")} iterations`,
    }),
  ],
  besides: [
    {
      ...{ id: "password-in-state", verdict: "access", cause: ["password"] },
      when: (it) => isEmpty(it.before("password")) && !isEmpty(it.after("password")),
      sentence: (it) =>
        say`the password of ${it.thingAfter} lies in Terraform's state: who reads that can log in`,
      wayOut: () => say`use ${"password_wo"} with ${"password_wo_version"}`,
    },
  ],
});
