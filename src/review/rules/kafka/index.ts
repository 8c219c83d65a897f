import type { Rule } from "../rule";
import { ACL } from "./acl";
import { QUOTA } from "./quota";
import { SCRAM_CREDENTIAL } from "./scram-credential";
import { TOPIC } from "./topic";

/** What is known of changes to Kafka resources: Mongey/kafka. */
export const KAFKA_RULES: readonly Rule[] = [...TOPIC, ...ACL, ...QUOTA, ...SCRAM_CREDENTIAL];
