import { PostingError } from "./posting-error";

const MIB = 1024 * 1024;
/** Most that is read of one answer; a page of a hundred comments takes a fifth of it. */
const MAX_BYTES = 32 * MIB;

/**
 * The body of an answer.
 *
 * @throws PostingError when it is larger than any answer, or is cut off
 */
export async function textOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw new PostingError("server", "the answer was cut off");
  }
  if (bytes > MAX_BYTES) throw new PostingError("server", `the answer has more than ${MAX_BYTES / MIB} MiB`);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * The document in an answer.
 *
 * @throws PostingError when there is none; what there is instead is not repeated
 */
export async function documentOf(response: Response): Promise<unknown> {
  const text = await textOf(response);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new PostingError("server", "the answer is no JSON");
  }
}
