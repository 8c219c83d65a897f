import type { WrittenRow } from "../rows/row";
import { CATALOGUE } from "./written-catalogue";
import { EXCLUSIVE } from "./written-exclusive";
import { OTHER_IAM } from "./written-iam";
import { OTHER_POLICIES } from "./written-policies";
import { OTHER_S3 } from "./written-s3";
import { TAINTED_ROWS } from "./written-tainted";
import { USERS } from "./written-users";

/** Changes of AWS types that are not in use, and those that the engine does not plan. */
export const AWS_WRITTEN: readonly WrittenRow[] = [
  ...[TAINTED_ROWS, OTHER_S3, OTHER_POLICIES, OTHER_IAM, USERS, EXCLUSIVE, CATALOGUE],
].flat();
