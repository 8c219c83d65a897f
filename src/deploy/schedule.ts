/** Tasks by name, each with the names of those that come first. */
export type Order = ReadonlyMap<string, readonly string[]>;

/** What a schedule is run with. */
export interface ScheduleOptions {
  /** How many run at once. */
  readonly parallelism: number;
  /** Does a task; false when it failed. Must not throw. */
  readonly run: (name: string) => Promise<boolean>;
  /** Told of a task that cannot run, because of those before it that failed or were skipped. */
  readonly skip: (name: string, because: readonly string[]) => void;
  /** Nothing new starts once it is aborted; what has not started is skipped. */
  readonly stop?: AbortSignal;
}

/**
 * Runs each task once all before it have succeeded. A failure stops those that stand on it and no others. Tasks that
 * become ready at the same time start in the order given.
 *
 * @throws Error when tasks wait for each other in a circle.
 */
export async function runInOrder(order: Order, options: ScheduleOptions): Promise<void> {
  const { parallelism, run, skip, stop } = options;
  const waiting = new Map([...order].map(([name, after]) => [name, after.filter((each) => order.has(each))]));
  const done = new Map<string, boolean>();
  const running = new Map<string, Promise<void>>();

  /** True when a task was skipped, which may leave others without hope. */
  const skipHopeless = (): boolean => {
    const before = waiting.size;
    for (const [name, after] of waiting) {
      const because = after.filter((each) => done.get(each) === false);
      if (because.length === 0 && stop?.aborted !== true) continue;
      waiting.delete(name);
      done.set(name, false);
      skip(name, because);
    }
    return waiting.size < before;
  };
  const start = (name: string): void => {
    waiting.delete(name);
    const end = (succeeded: boolean): void => {
      done.set(name, succeeded);
      running.delete(name);
    };
    running.set(name, run(name).then(end));
  };

  for (;;) {
    let skipped = true;
    while (skipped) skipped = skipHopeless();
    const ready = [...waiting].filter(([, after]) => after.every((each) => done.get(each) === true));
    for (const [name] of ready.slice(0, parallelism - running.size)) start(name);
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (waiting.size > 0) throw new Error(`stacks wait for each other: ${[...waiting.keys()].join(", ")}`);
}
