import { deployStack, type Phase, type StackContext } from "./deploy-stack";
import { isFailure, NO_CHANGES, type RunReport, type StackReport } from "./report";
import { runInOrder, type Order } from "./schedule";

/** Is told what happens, as it happens. */
export interface Progress {
  started(stack: string): void;
  moved(stack: string, phase: Phase, done: number, of: number): void;
  ended(report: StackReport): void;
}

/** What is run. */
export interface RunOptions extends Omit<StackContext, "onStep"> {
  /** The stacks, each with those that come first. */
  readonly order: Order;
  /** How many stacks at once. */
  readonly parallelism: number;
  readonly progress?: Progress;
}

/** Plans, deploys or destroys stacks in their order. One that fails stops those that stand on it and no others. */
export async function runStacks(options: RunOptions): Promise<RunReport> {
  const { order, verb, workspace, parallelism, stop, progress } = options;
  const started = performance.now();
  const reports = new Map<string, StackReport>();
  const end = (report: StackReport): void => {
    reports.set(report.stack, report);
    progress?.ended(report);
  };

  await runInOrder(order, {
    parallelism,
    ...(stop === undefined ? {} : { stop }),
    skip: (stack, because) => end({ ...SKIPPED, stack, because }),
    run: async (stack) => {
      progress?.started(stack);
      const onStep = (phase: Phase, done: number, of: number) => progress?.moved(stack, phase, done, of);
      const report = await deployStack(stack, { ...options, onStep });
      end(report);
      return !isFailure(report);
    },
  });
  return {
    ...{ verb, environment: workspace.environment },
    stacks: [...order.keys()].flatMap((stack) => reports.get(stack) ?? []),
    seconds: (performance.now() - started) / 1000,
  };
}

const SKIPPED = {
  outcome: "skipped",
  changes: NO_CHANGES,
  otherChanges: false,
  seconds: 0,
  remarks: [],
} as const;
