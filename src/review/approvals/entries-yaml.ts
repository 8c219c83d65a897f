import { plain, type AcknowledgementEntry, type Text } from "../model";

/** YAML to copy; its comments say what each entry is about. */
export function entriesYaml(
  entries: readonly Pick<AcknowledgementEntry, "about" | "entry">[],
  hasOthers: boolean,
): string {
  const lines = entries.flatMap(({ about, entry }) => [`  # ${oneLine(about)}`, `  ${entry}`]);
  return [...(hasOthers ? [] : ["acknowledgements:"]), ...lines].join("\n");
}

/** Nothing in a comment ends it. */
const oneLine = (text: Text): string =>
  plain(text)
    .replaceAll("`", "")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");
