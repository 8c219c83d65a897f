import { ODCS_VERSIONS, ODCS_WRITTEN } from "../structure";
import { isData } from "../check/check-structure";
import { ContractEditError } from "./edit-error";
import { keysBefore } from "./root-order";
import type { Path, YamlText } from "./yaml-text";

/** Measures of v3.0's quality library that v3.1 gave another name; the others have none and are left to their author. */
const METRIC_OF_RULE: ReadonlyMap<string, string> = new Map([
  ["rowCount", "rowCount"],
  ["duplicateCount", "duplicateValues"],
]);

/** The bound that a switch of v3.0 turned into an exclusive one. */
const BOUND_OF_SWITCH: Readonly<Record<string, string>> = {
  exclusiveMinimum: "minimum",
  exclusiveMaximum: "maximum",
};

/** Brings a contract of v3.0 or v3.1 to the version that is written: each form that went away becomes its successor. */
export function upgrade(text: YamlText): void {
  const version = text.get(["apiVersion"]);
  if (typeof version !== "string" || !ODCS_VERSIONS.has(version)) {
    throw new ContractEditError(`only contracts of ${[...ODCS_VERSIONS.keys()].join(", ")} can be upgraded`);
  }
  if (Array.isArray(text.get(["team"]))) text.nest(["team"], "members");
  moveSlaElement(text);
  moveDataProduct(text);
  for (const path of pathsOf(text.get(["schema"]), ["schema"], "quality")) renameRules(text, path);
  for (const path of pathsOf(text.get(["schema"]), ["schema"], "logicalTypeOptions"))
    replaceSwitches(text, path);
  text.set(["apiVersion"], ODCS_WRITTEN);
}

function moveSlaElement(text: YamlText): void {
  const element = text.get(["slaDefaultElement"]);
  if (element === undefined) return;
  const entries = text.get(["slaProperties"]);
  if (Array.isArray(entries)) {
    entries.forEach((entry: unknown, index) => {
      if (isData(entry) && entry.element === undefined)
        text.set(["slaProperties", index, "element"], element);
    });
  }
  text.remove(["slaDefaultElement"]);
}

function moveDataProduct(text: YamlText): void {
  const product = text.get(["dataProduct"]);
  if (product === undefined) return;
  text.append(
    ["customProperties"],
    { property: "dataProduct", value: product },
    keysBefore("customProperties"),
  );
  text.remove(["dataProduct"]);
}

function renameRules(text: YamlText, path: Path): void {
  const rules = text.get(path);
  if (!Array.isArray(rules)) return;
  rules.forEach((rule: unknown, index) => {
    if (!isData(rule) || rule.metric !== undefined || typeof rule.rule !== "string") return;
    const metric = METRIC_OF_RULE.get(rule.rule);
    if (metric === undefined) return;
    text.set([...path, index, "rule"], metric);
    text.rename([...path, index, "rule"], "metric");
  });
}

function replaceSwitches(text: YamlText, path: Path): void {
  for (const [key, bound] of Object.entries(BOUND_OF_SWITCH)) {
    const isExclusive = text.get([...path, key]);
    if (typeof isExclusive !== "boolean") continue;
    text.remove([...path, key]);
    if (isExclusive) text.rename([...path, bound], key);
  }
}

/** Keys below which anything may stand; none of it is the standard's. */
const FREE: ReadonlySet<string> = new Set(["customProperties", "examples", "implementation", "arguments"]);

/** Every path below `value` that ends in `key`. */
function pathsOf(value: unknown, path: Path, key: string): Path[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => pathsOf(each, [...path, index], key));
  if (!isData(value)) return [];
  return Object.keys(value).flatMap((each) =>
    each === key ? [[...path, each]] : FREE.has(each) ? [] : pathsOf(value[each], [...path, each], key),
  );
}
