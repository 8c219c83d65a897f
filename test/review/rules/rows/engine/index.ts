import type { PlannedRow } from "../row";
import { DEFAULT_PRIVILEGES, GRANTS } from "./grants";
import { ACLS, QUOTAS, USERS } from "./kafka-access";
import { ROLES } from "./roles";
import { SCHEMAS } from "./schemas";
import { TOPIC_CONFIGS } from "./topic-configs";
import { TOPICS } from "./topics";

/** Changes of every Kafka and PostgreSQL type in use, for the real Terraform. */
export const PLANNED: readonly PlannedRow[] = [
  ...[TOPICS, TOPIC_CONFIGS, ACLS, QUOTAS, USERS],
  ...[SCHEMAS, ROLES, GRANTS, DEFAULT_PRIVILEGES],
].flat();
