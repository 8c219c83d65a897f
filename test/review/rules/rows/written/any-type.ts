import { UNKNOWN } from "../../../../../src/review/model";
import { created, deleted, forced, inPlace, rowsOf } from "./rows-of";

/** What is said of types that no rule knows. */
export const ANY_TYPE = [
  ...rowsOf("aws_lambda_function", { function_name: "f", description: "a", timeout: 3 }, [
    created("it is new", ["additive generic/created: `aws_lambda_function.it` is new"]),
    deleted("it is deleted", [
      "interruption generic/deleted: `aws_lambda_function.it` is deleted; what that loses is not known here",
    ]),
    ...forced({}, { function_name: "g" }, [
      [
        "interruption generic/replaced: `aws_lambda_function.it` is deleted and made anew; what that loses is not known here (`function_name` `f` → `g`)",
      ],
    ]),
    ...forced({}, { function_name: UNKNOWN }, [
      [
        "interruption generic/replaced: `aws_lambda_function.it` is deleted and made anew; what that loses is not known here (`function_name` `f` → `(known after apply)`)",
        "interruption generic/unknown-forces: `aws_lambda_function.it` is replaced for a value that is known after the apply only, even if it turns out as it was: `function_name`",
      ],
    ]),
    inPlace("its description changes", {}, { description: "b", tags: { a: "b" } }, [
      "none generic/words: nothing but `description` and `tags` of `aws_lambda_function.it` changes",
    ]),
    inPlace("its timeout changes", {}, { timeout: 4, version: UNKNOWN }, [
      "interruption generic/updated: `aws_lambda_function.it` is changed in place (`timeout`); what that does is not known here",
    ]),
    inPlace("only computed parts change", {}, { version: UNKNOWN }, [
      "interruption generic/updated: `aws_lambda_function.it` is changed in place (`version`); what that does is not known here",
    ]),
    inPlace("nothing that is shown changes", {}, {}, [
      "interruption generic/updated: `aws_lambda_function.it` is changed in place (parts that the plan does not show); what that does is not known here",
    ]),
    {
      what: "it is forgotten",
      action: "forget",
      after: null,
      says: [
        "cost generic/forgotten: Terraform lets go of `aws_lambda_function.it`: it stays as it is, and nobody keeps it up any more",
      ],
    },
    {
      what: "it is let go, and a new one made",
      action: "create-forget",
      after: {},
      says: [
        "breaks/interruption generic/let-go: Terraform lets go of `aws_lambda_function.it`, which stays with what is in it, and makes a new and empty one",
      ],
    },
    {
      what: "it is taken over",
      action: "no-op",
      importing: { id: "f" },
      after: {},
      says: [
        "additive generic/imported: `aws_lambda_function.it` is there already, and Terraform takes it over",
      ],
    },
    {
      what: "it moves",
      action: "no-op",
      previousAddress: "aws_lambda_function.old",
      after: {},
      says: [
        "none generic/moved: `aws_lambda_function.it` gets another address: nothing but Terraform's state changes",
      ],
    },
    {
      what: "something unheard of is done",
      action: "other",
      actions: ["polish"],
      after: {},
      says: [
        "dataLoss generic/unknown-action: Terraform would do something with `aws_lambda_function.it` that is not known here: `polish`",
      ],
    },
    {
      what: "only marks change",
      action: "update",
      onlySensitivity: true,
      after: {},
      says: ["none generic/only-marks: only which parts of `aws_lambda_function.it` are secret changes"],
    },
    {
      ...deleted("what a failed replacement left is deleted", [
        "interruption generic/deleted: `aws_lambda_function.it` is deleted; what that loses is not known here",
        "none generic/deposed: this is what a failed replacement has left behind of `aws_lambda_function.it`",
      ]),
      deposed: "a1b2c3d4",
    },
  ]),
  ...rowsOf("aws_db_instance", { identifier: "db", deletion_protection: true }, [
    deleted("it is deleted", [
      "dataLoss generic/storage-deleted: `aws_db_instance.it` is deleted with the data in it",
    ]),
    deleted(
      "it is deleted without a last snapshot",
      [
        "dataLoss generic/storage-deleted: `aws_db_instance.it` is deleted with the data in it, and `skip_final_snapshot` is set in the state",
      ],
      { skip_final_snapshot: true },
    ),
    ...forced({}, { identifier: "db2" }, [
      [
        "dataLoss generic/storage-replaced: `aws_db_instance.it` is deleted with the data in it, and made anew (`identifier` `db` → `db2`)",
      ],
    ]),
    inPlace("its last snapshot is skipped", {}, { skip_final_snapshot: true }, [
      "dataLoss generic/armed: `skip_final_snapshot` of `aws_db_instance.it` is armed: the next deletion keeps no last snapshot",
    ]),
    inPlace("its protection is taken back", {}, { deletion_protection: false }, [
      "interruption generic/unprotected: `aws_db_instance.it` can be deleted from now on: `deletion_protection` is taken back",
    ]),
  ]),
  ...rowsOf("acme_vault", { name: "v", force_destroy: true }, [
    deleted("it is deleted with what is in it", [
      "dataLoss generic/storage-deleted: `acme_vault.it` is deleted with the data in it, and `force_destroy` is set in the state",
    ]),
  ]),
  ...rowsOf("confluent_kafka_topic", { topic_name: "orders" }, [
    deleted("a topic of another provider is deleted", [
      "dataLoss generic/storage-deleted: `confluent_kafka_topic.it` is deleted with the data in it",
    ]),
  ]),
  ...rowsOf("acme_vault", { name: "v", force_destroy: false }, [
    inPlace("whether it is armed is known later", {}, { force_destroy: UNKNOWN }, [
      "dataLoss generic/unseen: what `force_destroy` of `acme_vault.it` would do cannot be told: it is known after the apply only",
    ]),
  ]),
  ...rowsOf("terraform_data", { input: "a", triggers_replace: "a" }, [
    created("it is new", ["additive generic/created: `terraform_data.it` is new"]),
    deleted("it is deleted", [
      "none generic/state-only: `terraform_data.it` is in Terraform's state alone: nothing else changes with it",
    ]),
    ...forced({}, { triggers_replace: "b" }, [
      [
        "none generic/state-only: `terraform_data.it` is in Terraform's state alone: nothing else changes with it",
      ],
    ]),
    inPlace("its input changes", {}, { input: "b" }, [
      "none generic/state-only: `terraform_data.it` is in Terraform's state alone: nothing else changes with it",
    ]),
  ]),
  ...rowsOf("aws_ami", { id: "a" }, [
    {
      what: "it is read",
      mode: "data",
      action: "read",
      address: "data.aws_ami.it",
      says: ["none generic/read: `data.aws_ami.it` is read at the apply"],
    },
  ]),
  ...rowsOf("kafka_topic", { name: "orders" }, [
    {
      what: "a data source of the same type is read",
      mode: "data",
      action: "read",
      address: "data.kafka_topic.it",
      after: {},
      says: ["none generic/read: `data.kafka_topic.it` is read at the apply"],
    },
    { what: "nothing changes", action: "no-op", after: {}, says: [] },
    {
      what: "the new one is made first",
      action: "replace",
      actions: ["create", "delete"],
      reason: "replace_because_tainted",
      after: {},
      says: [
        "dataLoss kafka_topic/replaced: topic `orders` is deleted and made anew: all records and consumer offsets are lost (it is marked as tainted)",
        "interruption generic/collides: the apply fails half-way: the new topic `orders` is made first, and its name is taken by the old one",
      ],
    },
    {
      what: "it is let go, and made anew under the same name",
      action: "create-forget",
      after: {},
      says: [
        "breaks/interruption generic/let-go: Terraform lets go of topic `orders`, which stays with what is in it, and makes a new and empty one",
        "interruption generic/collides: the apply fails half-way: the new topic `orders` is made first, and its name is taken by the old one",
      ],
    },
    inPlace("an attribute changes that no rule is about", {}, { something: "new" }, [
      "cost generic/settings: topic `orders` is set otherwise: `something`",
    ]),
  ]),
  ...rowsOf(
    "kafka_acl",
    {
      resource_name: "orders",
      resource_type: "Topic",
      resource_pattern_type_filter: "Literal",
      acl_principal: "User:a",
      acl_host: "*",
      acl_operation: "Read",
      acl_permission_type: "Allow",
    },
    [
      {
        what: "the new one is made first",
        action: "replace",
        actions: ["create", "delete"],
        after: {},
        says: [
          "breaks generic/vanishes: the ACL that allows `User:a` `Read` on topic `orders` is gone after the apply: the new one is made first, and deleting the old one, which is the same thing, deletes both",
          "interruption/none kafka_acl/replaced: the ACL that allows `User:a` `Read` on topic `orders` is deleted and made anew: its clients are refused in between",
        ],
      },
    ],
  ),
];
