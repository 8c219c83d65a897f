import { createHash } from "node:crypto";
import { fieldBelow, field, isList, isRecord, listOf, textOf, type Json, type JsonRecord } from "./json";

/**
 * By address of a managed resource of the root module: fingerprints of the constants that it is configured with. No value
 * can be read from them.
 */
export type Configured = ReadonlyMap<string, string>;

/** What a plan was made from, as far as Terraform tells it: not what follows from other resources. */
export function configuredIn(document: JsonRecord): Configured {
  const found = new Map<string, string>();
  for (const resource of listOf(fieldBelow(document, "configuration", "root_module", "resources"))) {
    const address = textOf(field(resource, "address"));
    if (address === undefined || (field(resource, "mode") ?? "managed") !== "managed") continue;
    const marks = new Set<string>();
    const expressions = field(resource, "expressions");
    if (isRecord(expressions)) {
      for (const [attribute, expression] of Object.entries(expressions)) {
        for (const constant of constantsOf(expression)) addMarks(attribute, constant, marks);
      }
    }
    found.set(address, [...marks].join(SEPARATOR));
  }
  return found;
}

const SEPARATOR = " ";

/** The fingerprints of the constants of one resource. */
export const marksOf = (configured: string): readonly string[] =>
  configured === "" ? [] : configured.split(SEPARATOR);

/** Adds a fingerprint of each text, number and flag in the value of an attribute. */
export function addMarks(attribute: string, value: Json | undefined, into: Set<string>): void {
  if (isList(value)) for (const element of value) addMarks(attribute, element, into);
  else if (isRecord(value)) for (const part of Object.values(value)) addMarks(attribute, part, into);
  else if (value !== null && value !== undefined) into.add(markOf(attribute, plainText(value)));
}

/** Long enough for all constants of a mesh, short enough to keep those of a thousand plans. */
const MARK_LENGTH = 11;

const markOf = (attribute: string, text: string): string =>
  createHash("sha256").update(`${attribute}\0${text}`).digest("base64url").slice(0, MARK_LENGTH);

/** Terraform may tell an escaped text as it is written or as it is meant, a number with another exponent. */
function plainText(value: string | number | bigint | boolean): string {
  if (typeof value === "bigint") return String(Number(value));
  if (typeof value !== "string") return String(value);
  return value.replaceAll("$${", "${").replaceAll("%%{", "%{").normalize("NFC");
}

/** The constants of an expression, or of the expressions of a block or of a list of blocks. */
function constantsOf(expression: Json | undefined): readonly Json[] {
  if (isList(expression)) return expression.flatMap(constantsOf);
  if (!isRecord(expression)) return [];
  if (Object.hasOwn(expression, "constant_value")) return [expression.constant_value ?? null];
  return isList(expression.references) ? [] : Object.values(expression).flatMap(constantsOf);
}
