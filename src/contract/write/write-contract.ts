import { isData } from "../check/check-structure";
import { keysBefore } from "./root-order";
import { upgrade } from "./upgrade";
import { YamlText, type Path } from "./yaml-text";

/** One change of a contract's text. */
export type ContractEdit =
  | { readonly kind: "version"; readonly version: string }
  | { readonly kind: "status"; readonly status: string }
  /** Adds the server, or sets these keys of the one with that name; its other keys stay. */
  | { readonly kind: "server"; readonly server: ServerEntry }
  /** Adds the custom property, or sets its value; one property of one vendor stands once. */
  | CustomPropertyEdit
  /** To the version that is written, with what v3.0 and v3.1 wrote otherwise. */
  | { readonly kind: "upgrade" };

/** A server by its name; values go in as they are. */
export interface ServerEntry {
  readonly server: string;
  readonly type: string;
  readonly [key: string]: string | number;
}

/** Where a custom property goes, and what it says. */
export interface CustomPropertyEdit {
  readonly kind: "customProperty";
  /** What it is about: `["schema", 0, "properties", 2]`. @default - the contract itself */
  readonly on?: Path;
  readonly property: string;
  readonly value: string | number | boolean;
  /** Since ODCS v3.2. @default - none */
  readonly vendor?: string;
}

/**
 * Makes the edits, one after another, in the text of a contract. Only what an edit names changes: comments, unknown
 * keys, the order of keys, quotes, other vendors' properties and `${VAR}` stay as they are, byte for byte.
 *
 * @throws ContractEditError when the text is no YAML mapping, or an edit would have to change what has to stay.
 */
export function writeContract(text: string, edits: readonly ContractEdit[]): string {
  if (edits.length === 0) return text;
  const yaml = new YamlText(text);
  for (const edit of edits) apply(yaml, edit);
  return yaml.toString();
}

function apply(text: YamlText, edit: ContractEdit): void {
  switch (edit.kind) {
    case "version":
      return text.set(["version"], edit.version, keysBefore("version"));
    case "status":
      return text.set(["status"], edit.status, keysBefore("status"));
    case "server":
      return putMember(text, ["servers"], edit.server, (each) => each.server === edit.server.server);
    case "customProperty": {
      const { on = [], property, value, vendor } = edit;
      const entry = vendor === undefined ? { property, value } : { property, value, vendor };
      return putMember(
        text,
        [...on, "customProperties"],
        entry,
        (each) => each.property === property && each.vendor === vendor,
      );
    }
    case "upgrade":
      return upgrade(text);
  }
}

function putMember(
  text: YamlText,
  path: Path,
  entry: Readonly<Record<string, unknown>>,
  isSame: (member: Readonly<Record<string, unknown>>) => boolean,
): void {
  const list = text.get(path);
  const index = Array.isArray(list) ? list.findIndex((each: unknown) => isData(each) && isSame(each)) : -1;
  if (index === -1) {
    const isRoot = path.length === 1;
    text.append(path, entry, isRoot ? keysBefore(String(path[0])) : []);
    return;
  }
  for (const [key, value] of Object.entries(entry)) {
    const member: unknown = text.get([...path, index, key]);
    if (member !== value) text.set([...path, index, key], value);
  }
}
