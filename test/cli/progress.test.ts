import type { StackReport } from "../../src/deploy";
import { ScreenProgress } from "../../src/cli/deployment/progress";

const ESCAPE = "\u001b";

/** What a terminal shows of a text: lines, with the cursor moved and the rest of the screen cleared. */
function screenAfter(text: string): string[] {
  const lines = [""];
  let row = 0;
  for (const token of text.match(/\u001b\[\d+[AJK]|\n|[^\u001b\n]+/g) ?? []) {
    const up = /^\u001b\[(\d+)A$/.exec(token)?.[1];
    if (up !== undefined) row -= Number(up);
    else if (token === `${ESCAPE}[0J`) lines.splice(row);
    else if (token === "\n") row += 1;
    else if (token !== `${ESCAPE}[0K`) lines[row] = token;
    lines[row] ??= "";
  }
  return lines.filter((line) => line !== "");
}

function screen(columns = 60) {
  jest.useFakeTimers();
  const writes: string[] = [];
  const io = { stdout: (text: string) => void writes.push(text), columns: () => columns };
  const progress = new ScreenProgress(io, 2);
  return {
    progress,
    writes,
    shown: () => screenAfter(writes.join("")),
    tick: () => jest.advanceTimersByTime(100),
  };
}

const ended = (stack: string) => ({ stack, outcome: "deployed" }) as StackReport;

afterEach(() => jest.useRealTimers());

test("each stack under way has one line, drawn over in place", () => {
  const { progress, shown, tick } = screen();

  progress.started("orders");
  progress.started("users");
  progress.moved("orders", "apply", 3, 10);
  tick();
  expect(shown()).toEqual(["  orders  applying  3 of 10", "  users   planning", "  0 of 2 stacks done"]);

  progress.ended(ended("orders"));
  progress.moved("users", "plan", 7, 0);
  tick();
  expect(shown()).toEqual(["  users  planning  7 changes", "  1 of 2 stacks done"]);
});

test("a frame is one write, however much has happened", () => {
  const { progress, writes, tick } = screen();

  for (let done = 0; done < 100; done++) progress.moved("orders", "apply", done, 100);
  tick();

  expect(writes).toHaveLength(1);
});

test("at the end nothing of it is left", () => {
  const { progress, shown, tick } = screen();
  progress.started("orders");
  tick();

  progress.ended(ended("orders"));
  progress.ended(ended("users"));
  tick();

  expect(shown()).toEqual([]);
});

test("no line is wider than the terminal", () => {
  const { progress, shown, tick } = screen(20);

  progress.started("a-stack-with-quite-a-long-name");
  tick();

  expect(Math.max(...shown().map(({ length }) => length))).toBeLessThan(20);
});
