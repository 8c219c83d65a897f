import type { WrittenFiles } from "../data/written";
import type { Style } from "../style";

/** One line per file, then what to do next. */
export function renderWritten({ written, next }: WrittenFiles, style: Style): string[] {
  return [
    ...written.map((file) => `${style.green("wrote")} ${file}`),
    ...(next.length === 0 ? [] : ["", style.bold("Next"), ...next.map((step) => `  ${step}`)]),
  ];
}
