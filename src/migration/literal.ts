import { sqlIdentifier } from "../names";

/**
 * Characters that have no business in a comment or a value: control characters, halves of surrogate pairs, and the
 * marks that make text read in another order than it is stored (Unicode TR 36, "Trojan Source").
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** True when `text` can be written into a migration. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);

/** A description as one line: descriptions in YAML run over several. */
export const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, " ").trim();

/** A string constant: quotes are doubled, and nothing in it is a backslash escape or a Flyway placeholder. */
export function literal(text: string): string {
  const quoted = text.replaceAll("'", "''");
  if (!/\\|\$\{/.test(text)) return `'${quoted}'`;

  // Flyway replaces ${name} everywhere in a script, also inside quotes, and has no way to escape it.
  return `E'${quoted.replaceAll("\\", "\\\\").replaceAll("${", "$\\x7b")}'`;
}

/** A name in double quotes, so that names such as `order` and `user` can be used. */
export const quoted = (name: string): string => `"${sqlIdentifier(name)}"`;

/** Several names, as in the list of a key's columns. */
export const quotedList = (names: readonly string[]): string => names.map(quoted).join(", ");
