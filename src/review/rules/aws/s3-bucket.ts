import { say } from "../../model";
import { mayBeTrue } from "../../things";
import { causes, each, rulesOf } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";

const TYPE = "aws_s3_bucket";
const SOURCE = "plan-review reference §5c; hashicorp/aws 6.25, s3/bucket.go";

/** `aws_s3_bucket`: whether it goes with what is in it stands in the state. */
export const BUCKET: readonly Rule[] = [
  ...rulesOf({
    type: TYPE,
    source: SOURCE,
    instead: [
      {
        ...{ id: "emptied", verdict: "dataLoss", cause: ["force_destroy"] },
        when: (it) => mayBeTrue(it.before("force_destroy")),
        sentence: (it) =>
          say`${it.thing} is emptied and deleted, with every version and locked objects too: ${"force_destroy"} is set in the state${causes(it)}`,
        wayOut: () =>
          say`apply ${"force_destroy"} as ${"false"} first: then the deletion fails while there are objects`,
      },
    ],
    deleted: {
      ...{ verdict: "breaks", unread: "interruption" },
      sentence: (it) =>
        say`${it.thing} is deleted if it is empty, and its name is free for others; the apply fails half-way if it is not`,
      wayOut: () => ["retire the products in it first"],
    },
    replaced: {
      ...{ verdict: "breaks", unread: "interruption" },
      sentence: (it) =>
        say`${it.thing} is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty${causes(it)}`,
      wayOut: () => ["make a second bucket beside it, copy the objects, and let the readers move"],
    },
    forces: each("bucket", "bucket_prefix", "object_lock_enabled", "region"),
    inPlace: [
      {
        ...{ id: "force-destroy-armed", verdict: "dataLoss", cause: ["force_destroy"] },
        when: (it) => it.sets("force_destroy"),
        sentence: (it) =>
          say`${"force_destroy"} is armed: the next deletion of ${it.thing} takes every object in it along`,
        wayOut: () => say`leave ${"force_destroy"} out until the very change that deletes it`,
      },
      {
        ...{ id: "force-destroy-disarmed", verdict: "none", cause: ["force_destroy"] },
        when: (it) => it.unsets("force_destroy"),
        sentence: (it) =>
          say`${"force_destroy"} is disarmed: a deletion of ${it.thing} fails while there are objects`,
      },
    ],
  }),
  ...accessRules({ type: TYPE, source: SOURCE }),
];
