import type { Rule } from "../rule";
import { EXTENSION, FUNCTION, SECURITY_LABEL } from "./code";
import { DATABASE } from "./database";
import { SERVER, USER_MAPPING } from "./foreign";
import { DEFAULT_PRIVILEGES, GRANT, GRANT_ROLE } from "./grant";
import { PHYSICAL_SLOT, PUBLICATION, REPLICATION_SLOT, SUBSCRIPTION } from "./replication";
import { ROLE } from "./role";
import { SCHEMA } from "./schema";

/** What is known of changes to PostgreSQL resources: cyrilgdn/postgresql. */
export const POSTGRESQL_RULES: readonly Rule[] = [
  ...[DATABASE, SCHEMA, ROLE, GRANT, DEFAULT_PRIVILEGES, GRANT_ROLE],
  ...[EXTENSION, FUNCTION, SECURITY_LABEL],
  ...[PUBLICATION, SUBSCRIPTION, REPLICATION_SLOT, PHYSICAL_SLOT],
  ...[SERVER, USER_MAPPING],
].flat();
