import { isAscii } from "node:buffer";

const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/**
 * The text of a file, without a byte order mark. PowerShell's `>` writes UTF-16; without a mark it is known by the zero
 * beside the first character, which JSON always begins with an ASCII one.
 */
export function textOfFile(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => buffer[at] === byte));
  if (marked?.encoding === "utf-8") return textOf(buffer.subarray(marked.mark.length));
  if (marked !== undefined) return recoded(buffer.subarray(marked.mark.length), marked.encoding);
  if (buffer.length >= 2 && buffer[1] === 0 && buffer[0] !== 0) return recoded(buffer, "utf-16le");
  if (buffer.length >= 2 && buffer[0] === 0 && buffer[1] !== 0) return recoded(buffer, "utf-16be");
  return textOf(buffer);
}

/** Most plans are plain ASCII, which takes half the time and half the memory. */
const textOf = (buffer: Buffer): string => buffer.toString(isAscii(buffer) ? "latin1" : "utf8");

const recoded = (buffer: Buffer, encoding: "utf-16le" | "utf-16be"): string =>
  new TextDecoder(encoding).decode(buffer);
