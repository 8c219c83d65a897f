import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** Beside the framework's manifest; says what each stack folder was made from. */
const INDEX_FILE = "meshwright.json";

const entrySchema = z.object({
  fingerprint: z.string(),
  /** Of the stack's JSON when it was written; another size or time means that somebody else wrote it. */
  size: z.number(),
  modified: z.number(),
  /** The stack's entry in the framework's manifest. */
  manifest: z.record(z.string(), z.unknown()),
  after: z.array(z.string()),
});

const indexSchema = z.object({ format: z.literal(1), stacks: z.record(z.string(), entrySchema) });

/** What is known of one stack folder. */
export type OutputEntry = z.infer<typeof entrySchema>;

/** Stack name to what its folder was made from. */
export type OutputIndex = Map<string, OutputEntry>;

/** Reads the index of an output folder; an unreadable or foreign one counts as none, so that all is made again. */
export function readIndex(outdir: string): OutputIndex {
  const text = readIfThere(join(outdir, INDEX_FILE));
  if (text === undefined) return new Map();

  const parsed = indexSchema.safeParse(parseJson(text));
  return new Map(parsed.success ? Object.entries(parsed.data.stacks) : []);
}

/** Writes the index in one step. */
export function writeIndex(outdir: string, index: OutputIndex): void {
  const stacks = Object.fromEntries([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeAtomically(join(outdir, INDEX_FILE), `${JSON.stringify({ format: 1, stacks })}\n`);
}

/** True when the stack's JSON is still the file that was written for that fingerprint. */
export function isCurrent(
  outdir: string,
  name: string,
  entry: OutputEntry | undefined,
  wanted: string,
): boolean {
  if (entry?.fingerprint !== wanted) return false;
  const found = stackFileStat(outdir, name);
  return found?.size === entry.size && found.modified === entry.modified;
}

/** Size and time of a stack's JSON, or undefined when it is not there. */
export function stackFileStat(outdir: string, name: string): { size: number; modified: number } | undefined {
  const found = statSync(stackFile(outdir, name), { throwIfNoEntry: false });
  return found && { size: found.size, modified: found.mtimeMs };
}

/** The JSON of a stack, where the framework puts it. */
export function stackFile(outdir: string, name: string): string {
  return join(outdir, "stacks", name, "cdk.tf.json");
}

/** Writes a file so that a reader sees the old bytes or the new ones, never a part. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
