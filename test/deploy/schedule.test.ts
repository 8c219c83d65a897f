import fc from "fast-check";
import { runInOrder, type Order } from "../../src/deploy/schedule";
import { wavesOf } from "../../src/deploy/waves";

const ORDER: Order = new Map([
  ["platform", []],
  ["a-boundary", ["platform"]],
  ["b-boundary", ["platform"]],
  ["a", ["a-boundary", "b-boundary"]],
  ["b", ["b-boundary"]],
]);

/** Runs a schedule whose tasks take a moment each, and writes down what happened. */
async function log(
  order: Order,
  { failing = [], parallelism = 2 }: { failing?: string[]; parallelism?: number } = {},
) {
  const events: string[] = [];
  let running = 0;
  let most = 0;
  await runInOrder(order, {
    parallelism,
    skip: (name, because) => events.push(`skip ${name} because of ${because.join(" ")}`),
    run: async (name) => {
      most = Math.max(most, (running += 1));
      events.push(`start ${name}`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`end ${name}`);
      running -= 1;
      return !failing.includes(name);
    },
  });
  return { events, most };
}

test("each task starts once all before it have ended", async () => {
  const { events } = await log(ORDER);

  for (const [name, after] of ORDER) {
    const start = events.indexOf(`start ${name}`);
    expect(start).toBeGreaterThanOrEqual(0);
    for (const before of after) expect(events.indexOf(`end ${before}`)).toBeLessThan(start);
  }
});

test("a failure stops those that stand on it, directly or not, and no others", async () => {
  const { events } = await log(ORDER, { failing: ["a-boundary"] });

  expect(events).toContain("skip a because of a-boundary");
  expect(events).toContain("end b");
  expect((await log(ORDER, { failing: ["platform"] })).events).toEqual([
    ...["start platform", "end platform"],
    ...["skip a-boundary because of platform", "skip b-boundary because of platform"],
    ...["skip a because of a-boundary b-boundary", "skip b because of b-boundary"],
  ]);
});

test.each([1, 2, 3])("at most %d tasks run at once", async (parallelism) => {
  const order = new Map(Array.from({ length: 10 }, (_, index) => [`task-${index}`, []]));

  expect((await log(order, { parallelism })).most).toBe(parallelism);
});

test("tasks that wait for each other are an error", async () => {
  const circle: Order = new Map([
    ["a", ["b"]],
    ["b", ["a"]],
  ]);

  await expect(log(circle)).rejects.toThrow("stacks wait for each other: a, b");
});

test("after a stop nothing starts, and what has not started is skipped", async () => {
  const controller = new AbortController();
  const events: string[] = [];

  await runInOrder(ORDER, {
    parallelism: 1,
    stop: controller.signal,
    skip: (name) => events.push(`skip ${name}`),
    run: (name) => {
      events.push(name);
      controller.abort();
      return Promise.resolve(true);
    },
  });

  expect(events).toEqual(["platform", "skip a-boundary", "skip b-boundary", "skip a", "skip b"]);
});

test("whatever the order and the failures, every task is run or skipped once, and none before its time", async () => {
  const orders = fc.array(fc.tuple(fc.array(fc.nat(20), { maxLength: 3 }), fc.boolean()), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 4 }), async (tasks, parallelism) => {
      const nameOf = (index: number) => `task-${index}`;
      const order = new Map(
        tasks.map(([before], index) => [nameOf(index), before.filter((each) => each < index).map(nameOf)]),
      );
      const failing = tasks.flatMap(([, fails], index) => (fails ? [nameOf(index)] : []));

      const { events, most } = await log(order, { failing, parallelism });

      const ended = events.filter((event) => event.startsWith("end ")).map((event) => event.slice(4));
      const skipped = events.filter((event) => event.startsWith("skip ")).map((event) => event.split(" ")[1]);
      expect([...ended, ...skipped].sort()).toEqual([...order.keys()].sort());
      expect(most).toBeLessThanOrEqual(parallelism);
      for (const name of ended) {
        for (const before of order.get(name) ?? []) expect(failing).not.toContain(before);
      }
    }),
    { numRuns: 50 },
  );
});

test("waves hold what can run at once", () => {
  expect(wavesOf(ORDER)).toEqual([["platform"], ["a-boundary", "b-boundary"], ["a", "b"]]);
});
