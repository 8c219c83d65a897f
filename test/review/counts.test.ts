import { countsOf } from "../../src/review/counts";
import type { Action } from "../../src/review/model";
import { change } from "./support/change";
import { NO_COUNTS } from "./support/review";

const of = (action: Action, more: object = {}) => change({ type: "kafka_topic", action, ...more });

test("every action counts once, by what it does", () => {
  const actions: Action[] = ["no-op", "read", "create", "update", "replace", "delete", "forget", "other"];

  expect(
    countsOf(
      actions.map((action) => of(action)),
      0,
    ),
  ).toEqual({
    ...NO_COUNTS,
    ...{ create: 1, update: 2, replace: 1, delete: 1, forget: 1 },
  });
});

test("what is made anew without destroying the old one is made and let go", () => {
  expect(countsOf([of("create-forget")], 0)).toEqual({ ...NO_COUNTS, create: 1, forget: 1 });
});

test("what moves or is imported counts for that as well as for what happens to it", () => {
  const moved = of("update", { previousAddress: "kafka_topic.old" });
  const imported = of("no-op", { importing: {} });

  expect(countsOf([moved, imported], 3)).toEqual({ ...NO_COUNTS, update: 1, move: 1, import: 1, drift: 3 });
});
