/** A place as people write it: `servers[0].port`. */
export function placeOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return "the contract";
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return `'${place.replace(/^\./, "")}'`;
}

/** A value as a finding shows it: one line, not long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length <= MOST_SHOWN ? json : `${json.slice(0, MOST_SHOWN)}…`;
}

const MOST_SHOWN = 80;

/** `'a', 'b' or 'c'`. */
export function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** `${NAME}` or `${NAME:-default}` anywhere in a string: resolved before use, kept as it is here (RFC 50). */
export const holdsVariable = (value: unknown): boolean =>
  typeof value === "string" && /\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}/.test(value);
