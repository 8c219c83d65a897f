import { createRequire } from "node:module";
import type { LossJudge } from "../../deploy/judge-losses";
import type * as RealLosses from "../../deploy/real-losses";
import { findTerraform } from "../../deploy/terraform";
import type { Io } from "../io";
import { print, printError } from "../print";
import { listed } from "../views/text";

/** The rules of a review are read only when something is deployed for real. */
const load = createRequire(__filename);

/** What is about to be deployed. */
export interface Losing {
  readonly stacks: readonly string[];
  readonly outdir: string;
  readonly judge: LossJudge;
  readonly stop: AbortSignal;
}

/**
 * Plans stacks before they are deployed for real, and prints what they would lose.
 *
 * @returns false when something would be lost that nobody accepted.
 * @throws TerraformUnusable when there is no Terraform to plan with.
 */
export async function checkLosses(io: Io, { stacks, outdir, judge, stop }: Losing): Promise<boolean> {
  const terraform = await findTerraform(io.env);
  const { realLosses } = load("../../deploy/real-losses") as typeof RealLosses;
  print(io, [`looking for losses in the plans of ${listed(stacks)}`]);
  const found = await realLosses({
    ...{ stacks, outdir, terraform, judge, env: io.env, stop },
  });
  stop.throwIfAborted();
  for (const { stack, mayApply, remark } of found) {
    const { severity, summary, detail } = remark;
    printError(io, [
      `${mayApply ? severity : "error"}: ${stack}: ${summary}`,
      ...(detail === "" ? [] : detail.split("\n")),
    ]);
  }
  return found.every(({ mayApply }) => mayApply);
}
