import { readFileSync } from "node:fs";
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";
import { SENT, TAKEN, type Assignment, type ReadFile } from "./handshake";

/** Fewer plans are read before a thread has started. */
const WORTH_A_THREAD = 16;

/** Milliseconds. A thread that is silent for so long says nothing any more. */
const PATIENCE = 10_000;

/**
 * Plans that are read while those before them are looked at: half of the time that many plans take is spent on finding
 * what matters in them. Each is to be asked for once, in this order; it then comes without what is never read of it, and
 * as it is in the file when it is asked for again.
 *
 * @param files absolute paths of regular files
 */
export function readAhead(files: readonly string[]): readonly (() => Uint8Array)[] {
  if (files.length < WORTH_A_THREAD) return files.map((file) => () => readFileSync(file));
  const ahead = new Ahead(files);
  return files.map((file, at) => () => ahead.take(at) ?? readFileSync(file));
}

/** A thread that reads, and what it has read. */
class Ahead {
  private readonly counters = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  private readonly port: MessagePort;
  private readonly waiting = new Map<number, ReadFile>();
  private next = 0;
  private isSilent = false;

  constructor(files: readonly string[]) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const assignment: Assignment = { files, counters: this.counters, port: port2 };
    const worker = new Worker(require.resolve("./worker"), {
      workerData: assignment,
      transferList: [port2],
    });
    worker.on("error", () => (this.isSilent = true));
    worker.unref();
    port1.unref();
  }

  /** Undefined for what the thread did not read, or has handed over before. */
  take(at: number): Uint8Array | undefined {
    if (at < this.next) return undefined;
    this.next = at + 1;
    Atomics.store(this.counters, TAKEN, at);
    Atomics.notify(this.counters, TAKEN);
    while (!this.waiting.has(at) && !this.isSilent) this.receive();
    const read = this.waiting.get(at);
    this.waiting.clear();
    return read?.bytes;
  }

  private receive(): void {
    const sent = Atomics.load(this.counters, SENT);
    const received = receiveMessageOnPort(this.port);
    if (received === undefined) {
      this.isSilent = Atomics.wait(this.counters, SENT, sent, PATIENCE) === "timed-out";
    } else {
      const read = received.message as ReadFile;
      this.waiting.set(read.at, read);
    }
  }
}
