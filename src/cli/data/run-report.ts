import { relative } from "node:path";
import type { Changes, Outcome, RunReport, StackRemark, Verb } from "../../deploy";

/** The form of {@link RunDocument}; another number means another form. */
export const RUN_FORMAT = "meshwright.run/1";

/** What a run over stacks did. */
export interface RunDocument {
  readonly format: typeof RUN_FORMAT;
  readonly command: Verb;
  readonly environment: string;
  readonly offline: true;
  readonly seconds: number;
  readonly stacks: readonly {
    readonly stack: string;
    readonly outcome: Outcome;
    readonly changes: Changes;
    /** True when outputs alone change, or something was changed by hand. */
    readonly otherChanges: boolean;
    readonly seconds: number;
    /** The plan as `terraform show -json` tells it, as a path from the working directory. */
    readonly plan?: string;
    readonly remarks: readonly StackRemark[];
    /** The stacks that failed before this one could run. */
    readonly because: readonly string[];
  }[];
}

/** The report for machines. */
export function runDocument({ verb, environment, stacks, seconds }: RunReport, cwd: string): RunDocument {
  return {
    ...{ format: RUN_FORMAT, command: verb, environment, offline: true },
    seconds: rounded(seconds),
    stacks: stacks.map(({ planFile, ...stack }) => ({
      ...stack,
      seconds: rounded(stack.seconds),
      ...(planFile === undefined ? {} : { plan: relative(cwd, planFile) }),
    })),
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
