import { forced, rowsOf } from "./rows-of";

export const TOPICS = rowsOf(
  "kafka_topic",
  { name: "orders", partitions: 6, replication_factor: 3, config: {} },
  [
    ...forced({}, { replication_factor: 2 }, [
      [
        "dataLoss kafka_topic/replication-factor-forced: topic `orders` is deleted and made anew, as Kafka before 2.4 cannot move replicas: all records and consumer offsets are lost (`replication_factor` `3` → `2`)",
      ],
    ]),
    {
      what: "it is tainted",
      action: "replace",
      reason: "replace_because_tainted",
      after: {},
      says: [
        "dataLoss kafka_topic/replaced: topic `orders` is deleted and made anew: all records and consumer offsets are lost (it is marked as tainted)",
      ],
    },
  ],
);

export const OTHER_KAFKA = [
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
        what: "it is tainted",
        action: "replace",
        reason: "replace_by_request",
        after: {},
        says: [
          "interruption/none kafka_acl/replaced: the ACL that allows `User:a` `Read` on topic `orders` is deleted and made anew: its clients are refused in between (the run asks for it)",
        ],
      },
    ],
  ),
  ...rowsOf(
    "kafka_quota",
    { entity_name: null, entity_type: "client-id", config: { request_percentage: 20 } },
    [
      {
        what: "it is tainted",
        action: "replace",
        reason: "replace_by_triggers",
        after: {},
        says: [
          "interruption kafka_quota/replaced: the quota of every `client-id` is removed and set anew: its clients are not limited in between, and stay so if the second step fails (what triggers it changes)",
        ],
      },
    ],
  ),
  ...rowsOf("kafka_user_scram_credential", { username: "app", scram_mechanism: "SCRAM-SHA-512" }, [
    {
      what: "it is replaced for a word that is not known here",
      action: "replace",
      reason: "replace_by_moonlight",
      after: {},
      says: [
        "interruption kafka_user_scram_credential/replaced: the password of Kafka user `app` is deleted and set anew: it cannot log in in between",
      ],
    },
  ]),
];
