import type { WrittenRow } from "../row";
import { ANY_TYPE } from "./any-type";
import { OTHER_KAFKA, TOPICS } from "./kafka";
import { DATABASES, MEMBERSHIPS, TAINTED } from "./postgresql";
import { EXTENSIONS, FUNCTIONS, LABELS } from "./postgresql-code";
import { SERVERS } from "./postgresql-foreign";
import { PUBLICATIONS, SLOTS, SUBSCRIPTIONS } from "./postgresql-replication";

/** Changes of types that are not in use, and those that the engine does not plan. */
export const WRITTEN: readonly WrittenRow[] = [
  ...[TOPICS, OTHER_KAFKA, DATABASES, TAINTED, MEMBERSHIPS, EXTENSIONS, FUNCTIONS, LABELS],
  ...[PUBLICATIONS, SUBSCRIPTIONS, SLOTS, SERVERS, ANY_TYPE],
].flat();
