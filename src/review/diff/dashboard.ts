import { at, isFields, say, type DiffLine, type Fields, type Value } from "../model";
import { isList, sameValue } from "./values";

/** A dashboard of CloudWatch: widgets, each at a place. Source: CloudWatch, "Dashboard body structure". */
export const isDashboard = (document: Value): boolean =>
  isFields(document) && isList(document.widgets) && document.widgets.every((widget) => isPlaced(widget));

const isPlaced = (widget: Value): boolean =>
  isFields(widget) && typeof widget.type === "string" && isFields(widget.properties);

/** One line for each widget that comes, goes or shows something else; where it stands does not count. */
export function dashboardDiff(before: Value, after: Value): DiffLine[] {
  const [old, now] = [widgetsOf(before), widgetsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const lines = names.flatMap((name): DiffLine[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && sameValue(was, is)) return [];
    return [{ sign: was === undefined ? "+" : is === undefined ? "-" : "~", text: say`widget ${name}` }];
  });
  return lines.length > 0
    ? lines
    : [{ sign: "~", text: ["only where widgets stand, or what is around them"] }];
}

/** Widgets without their places, by what they are called; those of one name are counted. */
function widgetsOf(document: Value): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  const widgets = at(document, "widgets");
  for (const widget of isList(widgets) ? widgets : []) {
    if (!isFields(widget)) continue;
    const { x: _x, y: _y, ...rest } = widget;
    const name = nameOf(widget);
    let key = name;
    for (let count = 2; found.has(key); count++) key = `${name} (${count})`;
    found.set(key, rest);
  }
  return found;
}

/** Its title, or the first line of what it says. */
function nameOf(widget: Fields): string {
  const title = at(widget, "properties", "title");
  if (typeof title === "string" && title !== "") return title;
  const text = at(widget, "properties", "markdown");
  const [first = ""] = typeof text === "string" ? text.split("\n") : [];
  return first.replace(/^#+\s*/, "") || (typeof widget.type === "string" ? widget.type : "");
}
