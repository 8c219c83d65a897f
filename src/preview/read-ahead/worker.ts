import { readFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { lightened } from "../../review/plan";
import { SENT, TAKEN, type Assignment, type ReadFile } from "./handshake";

/** Plans that wait to be asked for: enough that nobody waits, and little beside what a review may use. */
const AHEAD = 8;

const { files, counters, port } = workerData as Assignment;

for (const [at, file] of files.entries()) {
  waitUntilWanted(at);
  const read: ReadFile = { at, ...contentOf(file) };
  port.postMessage(read, read.bytes === undefined ? [] : [read.bytes.buffer as ArrayBuffer]);
  Atomics.add(counters, SENT, 1);
  Atomics.notify(counters, SENT);
}
port.close();

function waitUntilWanted(at: number): void {
  for (
    let taken = Atomics.load(counters, TAKEN);
    at - taken >= AHEAD;
    taken = Atomics.load(counters, TAKEN)
  ) {
    Atomics.wait(counters, TAKEN, taken);
  }
}

function contentOf(file: string): Pick<ReadFile, "bytes"> {
  try {
    const bytes = readFileSync(file);
    const light = lightened(bytes);
    // Only a buffer of its own can be handed over.
    return { bytes: light === bytes ? new Uint8Array(bytes) : light };
  } catch {
    return {};
  }
}
