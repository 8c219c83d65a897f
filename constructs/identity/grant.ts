import type { PolicyStatement } from "../policy";
import type { AppIdentity } from "./app-identity";

/** What a `grantRead` or `grantWrite` gave, as a value to test and to compose. */
export interface Grant {
  readonly grantee: AppIdentity;
  /** In the system's own words: `Read`, `SELECT`, `s3:GetObject`. */
  readonly actions: readonly string[];
  /** Physical names: topic, `bucket/prefix`, schema. */
  readonly resources: readonly string[];
  /** What the grantee's own IAM role needs for it; empty where IAM takes no part. */
  readonly statements: readonly PolicyStatement[];
}
