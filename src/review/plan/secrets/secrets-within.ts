import { isList, isRecord, type Json } from "../json";
import { isSensitiveName } from "./sensitive-names";

/** Texts shorter than this hold nothing else. */
const SHORTEST_TEXT = 12;
/** Below this, a JSON document is no document that somebody wrote. */
const DEEPEST = 50;

const PRIVATE_KEY = "PRIVATE KEY-----";
const PASSWORD_IN_URL = /:\/\/[^\s/@:]{0,200}:([^\s/@]{1,500})@/g;
const PASSWORD_IN_LIST =
  /(?:^|[\s;,&?])(?:password|passwd|pwd|secret|token)\s?=\s?(?:'([^']{1,500})'|"([^"]{1,500})"|([^\s;,&'"]{1,500}))/gi;
/** A look before the document is parsed. */
const SENSITIVE_KEY = /(?:pass|pwd|secret|token|credential|key|jaas|conn)[A-Za-z0-9_.-]{0,20}"\s*:/i;

/**
 * Secrets that are written inside an open text: the password of a URL or of a connection string, a private key, the
 * values of sensitive names in a JSON document.
 */
export function secretsWithin(text: string): string[] {
  if (text.length < SHORTEST_TEXT) return [];
  const found: string[] = [];
  if (text.includes("://")) found.push(...groups(text, PASSWORD_IN_URL).flatMap(decoded));
  if (text.includes("=")) found.push(...groups(text, PASSWORD_IN_LIST).flatMap(decoded));
  if (text.includes(PRIVATE_KEY)) found.push(text);
  if ((text.startsWith("{") || text.startsWith("[")) && SENSITIVE_KEY.test(text))
    found.push(...inDocument(text));
  return found;
}

const groups = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, ...found]) => found.filter((group) => isLiteral(group)));

/** A reference, such as `${var.password}` or `<password>`, is none. */
const isLiteral = (text: string | undefined): boolean =>
  text !== undefined && text !== "" && !/^[$<{*%]/.test(text);

/** As it is written in the URL, and as it is. */
function decoded(literal: string): string[] {
  try {
    const plain = decodeURIComponent(literal);
    return plain === literal ? [literal] : [literal, plain];
  } catch {
    return [literal];
  }
}

function inDocument(text: string): string[] {
  try {
    return sensitiveValues(JSON.parse(text) as Json, 0);
  } catch {
    return [];
  }
}

function sensitiveValues(value: Json, depth: number): string[] {
  if (depth > DEEPEST) return [];
  if (isList(value)) return value.flatMap((element) => sensitiveValues(element, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const named = isSensitiveName(key) || (key === "value" && isSensitiveName(nameOf(value)));
    if (named && typeof part === "string") return part.startsWith("arn:") || !isLiteral(part) ? [] : [part];
    return sensitiveValues(part, depth + 1);
  });
}

/** The name of an entry such as `{"name": "DB_PASSWORD", "value": "…"}`. */
function nameOf(entry: Json): string {
  const name = isRecord(entry) ? (entry.name ?? entry.Name) : undefined;
  return typeof name === "string" ? name : "";
}
