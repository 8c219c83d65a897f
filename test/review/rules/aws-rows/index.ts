import type { PlannedRow } from "../rows/row";
import { IDENTITIES, KEYS } from "./keys-and-identities";
import { LIFECYCLES } from "./lifecycle";
import { ASSOCIATIONS, MESSAGES } from "./messages";
import { MONITORS } from "./monitoring";
import { BUCKETS, ENCRYPTIONS, VERSIONINGS } from "./s3";
import { BUCKET_POLICIES, OPENINGS } from "./s3-access";
import { OBSERVATIONS } from "./s3-observation";

/** Changes of every AWS type in use, for the real Terraform. */
export const AWS_PLANNED: readonly PlannedRow[] = [
  ...[BUCKETS, VERSIONINGS, ENCRYPTIONS, OPENINGS, BUCKET_POLICIES, OBSERVATIONS, LIFECYCLES],
  ...[KEYS, IDENTITIES, MONITORS, MESSAGES, ASSOCIATIONS],
].flat();
