import { joined, pathText, say, type Path, type ResourceChange, type Text } from "../../model";
import type { Subject } from "./subject";

/** Why Terraform replaces what no argument forces it to, by its word for it. */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is marked as tainted",
  replace_by_request: "the run asks for it",
  replace_by_triggers: "what triggers it changes",
};

/** True when the old one is destroyed and a new one made. */
export const isReplaced = ({ action }: ResourceChange): boolean => action === "replace";

/** True when the old one is destroyed and none made. */
export const isDeleted = ({ action }: ResourceChange): boolean => action === "delete";

/** The first step of what forces a replacement, each once. */
export const forcing = ({ replacePaths }: ResourceChange): string[] => [
  ...new Set(replacePaths.map(([first = ""]) => String(first))),
];

/** In parentheses, why it is replaced: (`partitions` 6 → 3). Nothing when Terraform does not say. */
export function causes(subject: Subject): Text {
  const { replacePaths, reason = "" } = subject.change;
  const paths = distinct(replacePaths);
  if (paths.length > 0)
    return [
      " (",
      ...joined(
        paths.map((path) => cause(subject, path)),
        ", ",
      ),
      ")",
    ];
  const words = REASONS[reason];
  return words === undefined ? [] : [` (${words})`];
}

/** Attributes that hold passwords, or more than a line, and are told by their name alone. */
const UNTOLD: ReadonlySet<string> = new Set(["arg", "conninfo", "options"]);

function cause(subject: Subject, path: Path): Text {
  const name = say`${pathText(path)}`;
  const [before, after] = [subject.was(...path), subject.willBe(...path)];
  // a path into a set has no index that is the same on both sides
  return before === after || UNTOLD.has(String(path[0])) ? name : [...name, " ", ...subject.shift(...path)];
}

const distinct = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.map((path) => [pathText(path), path])).values(),
];
