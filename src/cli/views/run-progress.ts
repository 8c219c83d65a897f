import type { StackReport } from "../../deploy";
import type { Running } from "../deployment/progress";
import { changesText, outcomeText, secondsText } from "./run-words";
import { table } from "./table";

/** How a stack ended, as a line of a log: `[3/11] orders deployed +168 in 2.1 s`. */
export function renderEnd(report: StackReport, count: number, total: number): string {
  const { stack, seconds, outcome } = report;
  const what = [changesText(report), outcome === "skipped" ? "" : `in ${secondsText(seconds)} s`];
  return [`[${count}/${total}]`, stack, outcomeText(report), ...what].filter((word) => word !== "").join(" ");
}

/** A line per stack that is under way, and how many have ended. */
export function renderRunning(running: ReadonlyMap<string, Running>, ended: number, total: number): string[] {
  const rows = [...running].map(([stack, { phase, done, of }]) => [
    stack,
    phase === "plan" ? "planning" : "applying",
    phase === "plan" ? (done === 0 ? "" : `${done} changes`) : `${done} of ${of}`,
  ]);
  return [...table(rows, { indent: 2 }), `  ${ended} of ${total} stacks done`];
}
