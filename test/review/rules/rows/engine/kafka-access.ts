import { LATER } from "../../../support/engine-plan";
import type { PlannedRow } from "../row";
import { rowsOf, type Sides } from "./rows-of";

const ofAcls = rowsOf("kafka_acl", (name) => ({
  ...{ resource_name: name, resource_type: "Topic", resource_pattern_type_filter: "Literal" },
  ...{ acl_principal: "User:app", acl_host: "*", acl_operation: "Read", acl_permission_type: "Allow" },
}));

const acl = (what: string, sides: Sides, ...says: string[]): PlannedRow =>
  ofAcls(what.replaceAll(" ", "-"), `an ACL ${what}`, sides, ...says);

export const ACLS: readonly PlannedRow[] = [
  acl(
    "is new",
    [undefined, {}],
    "access kafka_acl/created: the ACL that allows `User:app` `Read` on topic `is-new` is new",
  ),
  acl(
    "is deleted",
    [{}, undefined],
    "access kafka_acl/deleted: the ACL that allows `User:app` `Read` on topic `is-deleted` is deleted",
  ),
  acl(
    "that denies is deleted",
    [{ acl_permission_type: "Deny" }, undefined],
    "access kafka_acl/deleted: the ACL that denies `User:app` `Read` on topic `that-denies-is-deleted` is deleted",
  ),
  acl(
    "is about another resource",
    [{}, { resource_name: "another" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-about-another-resource` becomes the ACL that allows `User:app` `Read` on topic `another`",
    "interruption/none kafka_acl/resource_name: the ACL that allows `User:app` `Read` on topic `is-about-another-resource` is deleted and made anew: its clients are refused in between (`resource_name` `is-about-another-resource` → `another`)",
  ),
  acl(
    "is about another type",
    [{}, { resource_type: "Group" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-about-another-type` becomes the ACL that allows `User:app` `Read` on group `is-about-another-type`",
    "interruption/none kafka_acl/resource_type: the ACL that allows `User:app` `Read` on topic `is-about-another-type` is deleted and made anew: its clients are refused in between (`resource_type` `Topic` → `Group`)",
  ),
  acl(
    "is about a prefix",
    [{}, { resource_pattern_type_filter: "Prefixed" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-about-a-prefix` becomes the ACL that allows `User:app` `Read` on every topic that starts with `is-about-a-prefix`",
    "interruption/none kafka_acl/resource_pattern_type_filter: the ACL that allows `User:app` `Read` on topic `is-about-a-prefix` is deleted and made anew: its clients are refused in between (`resource_pattern_type_filter` `Literal` → `Prefixed`)",
  ),
  acl(
    "is for another principal",
    [{}, { acl_principal: "User:other" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-for-another-principal` becomes the ACL that allows `User:other` `Read` on topic `is-for-another-principal`",
    "interruption/none kafka_acl/acl_principal: the ACL that allows `User:app` `Read` on topic `is-for-another-principal` is deleted and made anew: its clients are refused in between (`acl_principal` `User:app` → `User:other`)",
  ),
  acl(
    "is for another host",
    [{}, { acl_host: "10.0.0.1" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-for-another-host` becomes the ACL that allows `User:app` `Read` on topic `is-for-another-host`, from host `10.0.0.1` instead of `*`",
    "interruption/none kafka_acl/acl_host: the ACL that allows `User:app` `Read` on topic `is-for-another-host` is deleted and made anew: its clients are refused in between (`acl_host` `*` → `10.0.0.1`)",
  ),
  acl(
    "is for another operation",
    [{}, { acl_operation: "Write" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `is-for-another-operation` becomes the ACL that allows `User:app` `Write` on topic `is-for-another-operation`",
    "interruption/none kafka_acl/acl_operation: the ACL that allows `User:app` `Read` on topic `is-for-another-operation` is deleted and made anew: its clients are refused in between (`acl_operation` `Read` → `Write`)",
  ),
  acl(
    "denies",
    [{}, { acl_permission_type: "Deny" }],
    "access kafka_acl/becomes: the ACL that allows `User:app` `Read` on topic `denies` becomes the ACL that denies `User:app` `Read` on topic `denies`",
    "interruption/none kafka_acl/acl_permission_type: the ACL that allows `User:app` `Read` on topic `denies` is deleted and made anew: its clients are refused in between (`acl_permission_type` `Allow` → `Deny`)",
  ),
];

const quota = rowsOf("kafka_quota", (name) => ({
  ...{ entity_name: name, entity_type: "user" },
  config: { consumer_byte_rate: 4000, producer_byte_rate: 2000 },
}));

export const QUOTAS: readonly PlannedRow[] = [
  quota(
    "new",
    "a quota is new",
    [undefined, {}],
    "cost kafka_quota/created: the quota of user `new` is new: its clients are throttled beyond it",
  ),
  quota(
    "gone",
    "a quota is deleted",
    [{}, undefined],
    "cost kafka_quota/deleted: the quota of user `gone` is deleted: its clients are not limited any more",
  ),
  quota(
    "less",
    "a quota gets smaller",
    [{}, { config: { consumer_byte_rate: 1000, producer_byte_rate: 2000 } }],
    "interruption kafka_quota/config: the quota of user `less` is removed and set anew: its clients are not limited in between, and stay so if the second step fails",
    "cost kafka_quota/limit-lower: the quota of user `less` gets smaller: `consumer_byte_rate` `4000` → `1000`",
  ),
  quota(
    "more",
    "a quota gets larger, and loses a limit",
    [{}, { config: { consumer_byte_rate: 8000 } }],
    "interruption kafka_quota/config: the quota of user `more` is removed and set anew: its clients are not limited in between, and stay so if the second step fails",
    "cost kafka_quota/limit-higher: the quota of user `more` gets larger: `consumer_byte_rate` `4000` → `8000`, `producer_byte_rate` `2000` → `(none)`",
  ),
  quota(
    "app",
    "a quota is for another user",
    [{}, { entity_name: "app2" }],
    "interruption kafka_quota/entity_name: the quota of user `app` is removed and set anew: its clients are not limited in between, and stay so if the second step fails (`entity_name` `app` → `app2`)",
    "cost kafka_quota/becomes: the quota of user `app` becomes the quota of user `app2`: the former is not limited any more",
  ),
  quota(
    "client",
    "a quota is for a client",
    [{}, { entity_type: "client-id" }],
    "interruption kafka_quota/entity_type: the quota of user `client` is removed and set anew: its clients are not limited in between, and stay so if the second step fails (`entity_type` `user` → `client-id`)",
    "cost kafka_quota/becomes: the quota of user `client` becomes the quota of client `client`: the former is not limited any more",
  ),
  quota(
    "later",
    "a quota is not known yet",
    [{ config: { consumer_byte_rate: 7 } }, { config: { consumer_byte_rate: LATER } }],
    "interruption kafka_quota/config: the quota of user `later` is removed and set anew: its clients are not limited in between, and stay so if the second step fails",
    "cost kafka_quota/config-unknown: the limits of the quota of user `later` are known after the apply only",
  ),
];

const user = rowsOf("kafka_user_scram_credential", (name) => ({
  ...{ username: name, scram_mechanism: "SCRAM-SHA-512", password_wo_version: "1" },
  password_wo: "${ephemeral.aws_secretsmanager_secret_version.app.secret_string}",
}));

const PLAIN = { password_wo: undefined, password_wo_version: undefined, password: "a password in the open" };

export const USERS: readonly PlannedRow[] = [
  user("new", "a Kafka user is new", [undefined, {}], "additive generic/created: Kafka user `new` is new"),
  user(
    "plain",
    "a Kafka user's password is in the state",
    [undefined, PLAIN],
    "access kafka_user_scram_credential/password-in-state: the password of Kafka user `plain` lies in Terraform's state: who reads that can log in",
  ),
  user(
    "gone",
    "a Kafka user is deleted",
    [{}, undefined],
    "access kafka_user_scram_credential/deleted: Kafka user `gone` cannot log in any more: its `SCRAM-SHA-512` password is deleted",
  ),
  user(
    "before",
    "a Kafka user is renamed",
    [{}, { username: "after" }],
    "access kafka_user_scram_credential/username: Kafka user `before` cannot log in any more, Kafka user `after` can",
  ),
  user(
    "sha",
    "a Kafka user logs in otherwise",
    [{}, { scram_mechanism: "SCRAM-SHA-256" }],
    "breaks kafka_user_scram_credential/scram_mechanism: Kafka user `sha` can log in with `SCRAM-SHA-256` only: clients that use `SCRAM-SHA-512` are refused",
  ),
  user(
    "version",
    "a Kafka user gets a new password",
    [{}, { password_wo_version: "2" }],
    "interruption kafka_user_scram_credential/password: Kafka user `version` gets a new password: clients that still have the old one are refused",
  ),
  user(
    "open",
    "a Kafka user gets a password in the state",
    [{}, PLAIN],
    "access kafka_user_scram_credential/password-in-state: the password of Kafka user `open` lies in Terraform's state: who reads that can log in",
    "interruption kafka_user_scram_credential/password: Kafka user `open` gets a new password: clients that still have the old one are refused",
  ),
  user(
    "effort",
    "a Kafka user's password is hashed more often",
    [{}, { scram_iterations: 8192 }],
    "cost kafka_user_scram_credential/scram_iterations: logging in as Kafka user `effort` takes another effort, `4096` → `8192` iterations",
  ),
];
