import { isUtf8 } from "node:buffer";
import type { Position, Problem } from "../../finding";
import { INPUT_LIMITS } from "../limits";
import { error } from "../problem";

/** The text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problems: readonly Problem[] };

const RULE = "UTF-8 without a byte order mark";
const FIX = "save the file as UTF-8 without a byte order mark";

/** Decodes strict UTF-8; nothing is replaced or guessed. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > INPUT_LIMITS.fileBytes) return { problems: [tooLarge(file, buffer.length)] };
  const refused = refusal(buffer);
  if (refused !== undefined) {
    const { message, position } = refused;
    return {
      problems: [error("EncodingInvalid", { file, path: [], position }, { message, rule: RULE, fix: FIX })],
    };
  }
  return { text: buffer.toString("utf8") };
}

/** A file over the limit; it is not read any further. */
export function tooLarge(file: string, bytes: number): Problem {
  return error(
    "InputTooLarge",
    { file, path: [], position: { line: 1, column: 1 } },
    {
      message: `the file has ${bytes} bytes`,
      value: String(bytes),
      rule: `at most ${INPUT_LIMITS.fileBytes} bytes`,
      fix: "split it, or move what is no declaration elsewhere",
    },
  );
}

function refusal(buffer: Buffer): { message: string; position: Position } | undefined {
  const start = { line: 1, column: 1 };
  if (startsWith(buffer, [0xff, 0xfe]) || startsWith(buffer, [0xfe, 0xff])) {
    return { message: "the file is UTF-16", position: start };
  }
  if (startsWith(buffer, [0xef, 0xbb, 0xbf])) {
    return { message: "the file starts with a byte order mark", position: start };
  }
  const nul = buffer.indexOf(0);
  if (nul !== -1) return { message: "the file holds a NUL byte", position: positionOfByte(buffer, nul) };
  if (!isUtf8(buffer)) {
    return {
      message: "the file holds bytes that are not UTF-8",
      position: positionOfByte(buffer, firstInvalid(buffer)),
    };
  }
  return undefined;
}

/** The longest prefix that is valid ends before it; a character cut at the prefix's end counts as valid. */
function firstInvalid(buffer: Buffer): number {
  const decoded = buffer.toString("utf8");
  for (let at = decoded.indexOf("\ufffd"); at !== -1; at = decoded.indexOf("\ufffd", at + 1)) {
    const offset = Buffer.byteLength(decoded.slice(0, at));
    if (!startsWith(buffer.subarray(offset), [0xef, 0xbf, 0xbd])) return offset;
  }
  return 0;
}

function positionOfByte(buffer: Buffer, offset: number): Position {
  const before = buffer.subarray(0, offset).toString("utf8");
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: before.length - lineStart + 1 };
}

function startsWith(buffer: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => buffer[index] === byte);
}
