import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

type Signal = (typeof SIGNALS)[number];

/** The exit code of a process that a signal ended. */
const codeOf = (signal: Signal): number => 128 + constants.signals[signal];

/** A run that ended early because a signal asked it to; `exitCode` is what a shell would give. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(readonly exitCode: number) {
    super("stopped before it was done");
  }
}

/** What was run, and the signal that asked it to stop. */
export interface Interruptible<Result> {
  readonly result: Result;
  /** The exit code to end with when there was a signal. */
  readonly code?: number;
}

/**
 * Runs something that a signal asks to stop; it is given the time it needs. The second signal is obeyed at once.
 *
 * @throws Interrupted when it fails after a signal, and whatever else `run` throws.
 */
export async function interruptible<Result>(
  say: (line: string) => void,
  run: (stop: AbortSignal) => Promise<Result>,
): Promise<Interruptible<Result>> {
  const controller = new AbortController();
  let first: Signal | undefined;
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => {
      if (first !== undefined) process.exit(codeOf(signal));
      first = signal;
      say("stopping: Terraform ends what it is at; a second signal does not wait for it");
      controller.abort();
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  const signalled = (): Signal | undefined => first;
  try {
    const result = await run(controller.signal);
    const signal = signalled();
    return signal === undefined ? { result } : { result, code: codeOf(signal) };
  } catch (error) {
    const signal = signalled();
    throw signal === undefined ? error : new Interrupted(codeOf(signal));
  } finally {
    for (const remove of listeners) remove();
  }
}
