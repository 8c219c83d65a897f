import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { randomBytes } from "node:crypto";
import { isRunning } from "../is-running";

/*
 * A token names one use of a store by one process: `host~pid~start~random`, usable in a file name. The start time tells a process from a
 * later one with the same id; it is empty where the system does not tell it.
 */

const LONGEST_HOST = 24;

/** A fresh token of this process. */
export function processToken(): string {
  return [safeHost(), process.pid, startOf(process.pid), randomBytes(4).toString("hex")].join("~");
}

/** False when the token's process is known to have ended. */
export function isAlive(token: string): boolean {
  const [host, pid = "", start = ""] = token.split("~");
  if (host !== safeHost()) return true;
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0 || !isRunning(id)) return false;
  return start === "" || startOf(id) === start;
}

/** The process id of a token, for messages. */
export const pidOf = (token: string): string => token.split("~")[1] ?? "";

const safeHost = (): string =>
  hostname()
    .replace(/[^A-Za-z0-9-]/g, "-")
    .slice(0, LONGEST_HOST);

/** Ticks from boot to the start of a process; a zombie has ended. See proc_pid_stat(5), fields 3 and 22. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
