import type { MessagePort } from "node:worker_threads";

/** What the thread that reads ahead is started with. */
export interface Assignment {
  /** Absolute paths, in the order in which they are asked for. */
  readonly files: readonly string[];
  /** Two numbers: see {@link SENT} and {@link TAKEN}. */
  readonly counters: Int32Array;
  /** Where it sends what it has read. */
  readonly port: MessagePort;
}

/** How many plans were read. */
export const SENT = 0;

/** Which plan somebody has asked for last. */
export const TAKEN = 1;

/** A plan that was read; without bytes when it cannot be, so that whoever asks for it says why. */
export interface ReadFile {
  readonly at: number;
  readonly bytes?: Uint8Array;
}
