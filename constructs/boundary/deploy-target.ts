import { sqlIdentifierProblem } from "../../src/names";
import { quoted } from "../access";
import type { Rule } from "../validation";

/** What the policies of a deploy role are built from, beside its domain. */
export interface DeployTarget {
  /** The bucket that holds Terraform's state; undefined where state is local. */
  readonly stateBucket?: string;
  /** The Postgres user that the domain's stack connects as. */
  readonly databaseUser: string;
}

/** S3 bucket naming rules. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Rules on what a deploy role is told, beside its domain. */
export const TARGET_RULES: readonly Rule<DeployTarget>[] = [
  {
    problem: ({ stateBucket = "" }) =>
      `state bucket ${quoted([stateBucket])} must be a bucket's name: 3 to 63 lower-case letters, digits, '-' or '.'`,
    holds: ({ stateBucket }) => stateBucket === undefined || BUCKET.test(stateBucket),
  },
  {
    problem: ({ databaseUser }) => `database user ${sqlIdentifierProblem(databaseUser) ?? ""}`,
    holds: ({ databaseUser }) => sqlIdentifierProblem(databaseUser) === undefined,
  },
];
