import { isList, isRecord, type Json, type JsonRecord } from "../json";
import { passwordsInUrls } from "./passwords-in-urls";
import { passwordsInYaml } from "./passwords-in-yaml";
import { isSensitiveName } from "./sensitive-names";

/** Texts shorter than this hold nothing else. */
const SHORTEST_TEXT = 12;
/** Below this, a JSON document is no document that somebody wrote. */
const DEEPEST = 50;

const PRIVATE_KEY = "PRIVATE KEY-----";
/** What every name has in it that the patterns below look for; JSON documents have more of them. */
const NAMES = /pass|pwd|secret|token|(?:account|access|private|api)_?key/i;
/** A text without any of it holds no secret: most have none, and are not looked at any further. */
const SIGNS = new RegExp(`://|Bearer|PRIVATE KEY|${NAMES.source}`, "i");
const PASSWORD_IN_LIST =
  /(?:^|[\s;,&?])(?:password|passwd|pwd|secret|token)\s?=\s?(?:'([^']{1,500})'|"([^"]{1,500})"|([^\s;,&'"]{1,500}))/gi;
/** `DB_PASSWORD=…` of a script, `AccountKey=…` of a connection string, `--password=…` of a command. */
const PASSWORD_IN_NAME =
  /(?:^|[\s;,&?])[\w.-]{0,60}?(?:password|passwd|pwd|secret|token|accountkey|accesskey|api_?key)=["']?([^\s;,&'"]{6,500})/gi;
/** `--password …` */
const PASSWORD_IN_FLAG =
  /(?:^|\s)--?[\w-]{0,60}(?:password|passwd|pwd|secret|token)\s+["']?([^\s'"-][^\s'"]{5,500})/gi;
/** `https://…@host`: nothing but a token, which is longer than most names. */
const TOKEN_IN_URL = /:\/\/([^\s/@:]{20,500})@/g;
const BEARER = /\bBearer\s+([A-Za-z0-9._~+/=-]{12,5000})/g;
/** A look before the document is parsed; a document may be written inside another one. */
const SENSITIVE_KEY = /(?:pass|pwd|secret|token|credential|key|jaas|conn)[A-Za-z0-9_.-]{0,20}\\{0,3}"\s*:/i;

/**
 * Secrets that are written inside an open text: the password of a URL or of a connection string, a private key, the
 * values of sensitive names in a JSON document or in lines of YAML.
 */
export function secretsWithin(text: string): string[] {
  if (text.length < SHORTEST_TEXT) return [];
  const isDocument = text.startsWith("{") || text.startsWith("[");
  if (!SIGNS.test(text) && !(isDocument && SENSITIVE_KEY.test(text))) return [];
  const found: string[] = [];
  if (text.includes("://"))
    found.push(
      ...[...passwordsInUrls(text).filter(isLiteral), ...groups(text, TOKEN_IN_URL)].flatMap(decoded),
    );
  if (NAMES.test(text)) found.push(...named(text));
  if (text.includes("Bearer")) found.push(...groups(text, BEARER));
  if (text.includes(PRIVATE_KEY)) found.push(text);
  if (isDocument && SENSITIVE_KEY.test(text)) found.push(...inDocument(text));
  return found;
}

/** What stands behind names that are secrets. */
function named(text: string): string[] {
  const found: string[] = [];
  if (text.includes("="))
    found.push(
      ...[PASSWORD_IN_LIST, PASSWORD_IN_NAME].flatMap((pattern) => groups(text, pattern)).flatMap(decoded),
    );
  if (text.includes("-")) found.push(...groups(text, PASSWORD_IN_FLAG));
  if (text.includes(":")) found.push(...passwordsInYaml(text).filter(isLiteral));
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
  if (typeof value === "string" && /^[{[]/.test(value)) return secretsWithin(value);
  if (isList(value)) return value.flatMap((element) => sensitiveValues(element, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const named = isSensitiveName(key) || (key === "value" && isNamedSensitively(value));
    if (named && typeof part === "string") return part.startsWith("arn:") || !isLiteral(part) ? [] : [part];
    return sensitiveValues(part, depth + 1);
  });
}

/** True for an entry such as `{"name": "DB_PASSWORD", "value": "…"}`. */
export function isNamedSensitively(entry: JsonRecord): boolean {
  const name = entry.name ?? entry.Name;
  return typeof name === "string" && isSensitiveName(name);
}
