import type { Phase, Progress, StackReport } from "../../deploy";
import type { Io } from "../io";
import { print, printError } from "../print";
import { renderEnd, renderRunning } from "../views/run-progress";

/** Says how each stack ended, one line per stack: for logs, on whatever stream is no answer. */
export function lineProgress(io: Io, total: number, onErrorStream: boolean): Progress {
  let count = 0;
  return {
    started: () => undefined,
    moved: () => undefined,
    ended: (report: StackReport) => {
      count += 1;
      (onErrorStream ? printError : print)(io, [renderEnd(report, count, total)]);
    },
  };
}

/** Of a terminal that does not say its width. */
const DEFAULT_COLUMNS = 80;

/** Nothing is drawn more often. */
const FRAME_MS = 80;

const UP = (lines: number): string => (lines === 0 ? "" : `\u001b[${lines}A`);
const CLEAR_BELOW = "\u001b[0J";
const CLEAR_LINE = "\u001b[0K";

/** What a stack is at. */
export interface Running {
  readonly phase: Phase;
  readonly done: number;
  readonly of: number;
}

/** One line per stack that is under way, drawn over in place: for terminals. */
export class ScreenProgress implements Progress {
  private readonly running = new Map<string, Running>();
  private ended_ = 0;
  private drawnLines = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly io: Pick<Io, "stdout" | "columns">,
    private readonly total: number,
  ) {}

  started(stack: string): void {
    this.running.set(stack, { phase: "plan", done: 0, of: 0 });
    this.changed();
  }

  moved(stack: string, phase: Phase, done: number, of: number): void {
    this.running.set(stack, { phase, done, of });
    this.changed();
  }

  ended({ stack }: StackReport): void {
    this.running.delete(stack);
    this.ended_ += 1;
    this.changed();
    if (this.ended_ === this.total) this.clear();
  }

  /** Takes away what is drawn, so that something else can be written. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.io.stdout(`${UP(this.drawnLines)}${CLEAR_BELOW}`);
    this.drawnLines = 0;
  }

  private changed(): void {
    this.timer ??= setTimeout(() => this.draw(), FRAME_MS);
  }

  /** One write per frame, each line over the line that was there: nothing flickers. */
  private draw(): void {
    this.timer = undefined;
    const width = (this.io.columns?.() || DEFAULT_COLUMNS) - 1;
    const lines = renderRunning(this.running, this.ended_, this.total).map((line) => line.slice(0, width));
    const text = lines.map((line) => `${line}${CLEAR_LINE}\n`).join("");
    this.io.stdout(`${UP(this.drawnLines)}${text}${CLEAR_BELOW}`);
    this.drawnLines = lines.length;
  }
}
