import { existsSync, readFileSync } from "node:fs";
import { SchemaUnderivable } from "./error";

const SOURCE_MAP = "//# sourceMappingURL=data:application/json;base64,";

/**
 * The text of a generated binding that still has its remarks. Compilers for older targets drop the remarks with
 * the fields they stand on, but leave the generated TypeScript in the file's own source map; newer targets and
 * TypeScript itself have them in place.
 *
 * @param folder the binding's folder, which has an `index.js` or `index.ts`.
 * @throws SchemaUnderivable when there is neither or the source map is damaged.
 */
export function bindingText(folder: string): string {
  const file = ["index.js", "index.ts"].map((name) => `${folder}/${name}`).find((path) => existsSync(path));
  if (file === undefined) throw new SchemaUnderivable(folder, "it has no index.js");

  const text = readFileSync(file, "utf8");
  const start = text.lastIndexOf(SOURCE_MAP);
  return start < 0
    ? text
    : (embeddedSource(file, text.slice(start + SOURCE_MAP.length)) ?? text.slice(0, start));
}

function embeddedSource(file: string, base64: string): string | undefined {
  try {
    const map = JSON.parse(Buffer.from(base64, "base64").toString("utf8")) as { sourcesContent?: unknown[] };
    const content = map.sourcesContent?.[0];
    return typeof content === "string" ? content : undefined;
  } catch {
    throw new SchemaUnderivable(file, "its source map is damaged");
  }
}
