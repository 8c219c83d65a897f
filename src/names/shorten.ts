import { createHash } from "node:crypto";
import { NameError } from "./name-error";

/** 48 bits: among 10,000 shortened names the chance of any collision is below one in five million. */
const HASH_LENGTH = 12;

/** A limit of the system that will hold the name. */
export interface NameLimit {
  readonly resource: string;
  /** In bytes of UTF-8, as Postgres counts; equal to characters for the ASCII names built here. */
  readonly maxBytes: number;
}

/**
 * Returns `name` when it fits, else its start, `delimiter` and a hash of the whole name. The delimiter must be one
 * that no full name can hold at that place, so that a shortened name never equals a full one.
 */
export function shorten(name: string, limit: NameLimit, delimiter: string): string {
  return Buffer.byteLength(name) <= limit.maxBytes ? name : abbreviate(name, name, limit, delimiter);
}

/** The start of `name`, `delimiter` and a hash of `whole`, within the limit whatever their lengths. */
export function abbreviate(name: string, whole: string, limit: NameLimit, delimiter: string): string {
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, HASH_LENGTH);
  const room = limit.maxBytes - HASH_LENGTH - delimiter.length;
  return `${name.slice(0, room).replace(/[^a-z0-9]+$/i, "")}${delimiter}${hash}`;
}

/**
 * Returns `name` unchanged, for names that people and machines must be able to take apart again.
 *
 * @throws NameError when it is over the limit.
 */
export function fit(name: string, limit: NameLimit): string {
  const bytes = Buffer.byteLength(name);
  if (bytes > limit.maxBytes) {
    throw new NameError(
      "NameTooLong",
      `${limit.resource} '${name}' has ${bytes} bytes, at most ${limit.maxBytes} are allowed`,
    );
  }
  return name;
}
