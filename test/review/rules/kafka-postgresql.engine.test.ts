import type { ResourceChange } from "../../../src/review/model";
import { planRows } from "../support/engine-plan";
import { PLANNED } from "./rows/engine";
import { saidOf } from "./rows/row";

/** What rows name, and what is there before any of them. */
const BESIDE = {
  postgresql_role: { keeper: { name: "keeper" }, other: { name: "other" }, third: { name: "third" } },
  postgresql_schema: Object.fromEntries(
    ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"].map((name) => [name, { name, database: "mesh" }]),
  ),
};

const PASSWORDS = {
  ephemeral: { aws_secretsmanager_secret_version: { app: { secret_id: "mesh/app" } } },
};

describe("what the rules say of plans that the real Terraform makes", () => {
  let planned: readonly ResourceChange[] = [];

  beforeAll(async () => {
    planned = await planRows(PLANNED, { beside: BESIDE, more: PASSWORDS });
  });

  it.each(PLANNED.map((row, at) => [`${row.type}: ${row.what}`, row.says, at] as const))(
    "%s",
    (_, says, at) => {
      const change = planned[at];

      expect(change && saidOf(change)).toEqual(says);
    },
  );
});
