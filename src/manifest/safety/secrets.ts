/** A kind of secret with a form of its own. */
interface SecretForm {
  readonly name: string;
  /** Literal parts, one of which every match holds: a fast look before the expression runs. */
  readonly hints: readonly string[];
  /** Linear on any text: each starts at a literal or at a boundary. */
  readonly pattern: RegExp;
}

const form = (name: string, hints: readonly string[], pattern: RegExp): SecretForm => ({
  name,
  hints,
  pattern,
});

const FORMS: readonly SecretForm[] = [
  form("an AWS access key id", ["AKIA", "ASIA"], /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}/g),
  form("a private key", ["PRIVATE KEY"], /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*/g),
  form("a JSON web token", ["eyJ"], /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g),
  form(
    "a GitHub token",
    ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{16,}/g,
  ),
  form("a GitHub token", ["github_pat_"], /(?<![A-Za-z0-9])github_pat_\w{20,}/g),
  form("a GitLab token", ["glpat-"], /(?<![A-Za-z0-9])glpat-[\w-]{16,}/g),
  form("a Slack token", ["xox"], /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/g),
  form("a Slack webhook", ["hooks.slack.com/"], /hooks\.slack\.com\/services\/[\w/]{20,}/g),
  form("a Stripe key", ["k_live_"], /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{16,}/g),
  form("a Google API key", ["AIza"], /(?<![\w-])AIza[\w-]{35}/g),
  form("a password in an address", ["://"], /(?<=:\/\/[^\s/@:]{0,200}:)(?!\$\{)[^\s/@]+(?=@)/g),
  form(
    "a password in an address",
    ["=", "%3D"],
    /(?<=[?&;](?:password|passwd|pwd|secret|token|access_token|api_?key|sig|signature)(?:=|%3D))(?!\$\{)[^&;\s"'#]+/gi,
  ),
];

/** A match: what it is and where. */
export interface SecretMatch {
  readonly name: string;
  readonly literal: string;
  readonly offset: number;
}

/** Secrets that are known by their form, wherever they stand. */
export function secretsByForm(text: string): SecretMatch[] {
  return FORMS.filter(({ hints }) => hints.some((hint) => text.includes(hint))).flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ name, literal: match[0], offset: match.index })),
  );
}

const SECRET_KEY =
  /(?:password|passwd|passphrase|pwd|secret|secretkey|token|apikey|accesskey|accesskeyid|privatekey|credentials?|connectionstring)$/;
const SUSPICIOUS_KEY = /(?:key|auth|authorization|sas|signature|salt|cert|session|cookie|login|bearer)$/;

/** True for a key whose literal value is a secret, whatever it looks like: `password`, `clientSecret`, `api_key`. */
export const isSecretKey = (key: string): boolean => meaningOf(key) === "secret";

/** What the values of a key are. */
type KeyMeaning = "secret" | "suspicious" | "harmless";

/** Few keys stand in very many places. */
const MEANINGS = new Map<string, KeyMeaning>();
const MOST_MEANINGS = 10_000;

function meaningOf(key: string): KeyMeaning {
  const known = MEANINGS.get(key);
  if (known !== undefined) return known;
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "");
  const meaning = SECRET_KEY.test(plain) ? "secret" : SUSPICIOUS_KEY.test(plain) ? "suspicious" : "harmless";
  if (MEANINGS.size < MOST_MEANINGS) MEANINGS.set(key, meaning);
  return meaning;
}

/** What kind of secret a value is because of the key it stands under; undefined when it is none. */
export function secretUnderKey(key: string, value: string): string | undefined {
  const meaning = meaningOf(key);
  if (meaning === "harmless" || value.trim() === "" || isReference(value)) return undefined;
  if (meaning === "secret") return "a literal secret";
  return looksRandom(value) ? "what looks like a key" : undefined;
}

/** The literal that follows a secret's key in text that may not be YAML at all; to be hidden, not to be reported. */
export function literalsAfterKeys(text: string): string[] {
  return [...text.matchAll(KEY_AND_LITERAL)]
    .map((match) => match[1] ?? "")
    .filter((literal) => literal !== "");
}

const KEY_AND_LITERAL =
  /(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access|private|secret)[-_ ]?key)["']?[ \t]*[:=][ \t\n]*["']?([^\s"',}\]]{4,})/gi;

/** Says where the secret is instead of what it is. */
function isReference(value: string): boolean {
  return /^\$\{[^{}]*\}$/.test(value) || /^arn:[\w-]+:(?:secretsmanager|ssm|kms):/.test(value);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Bits per character; English words and identifiers stay below, random base64 and long hex lie above. */
const RANDOM_ENTROPY = 3.4;

function looksRandom(value: string): boolean {
  return (
    /^[A-Za-z0-9+/=_-]{20,}$/.test(value) &&
    /[0-9]/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !UUID.test(value) &&
    entropyOf(value) > RANDOM_ENTROPY
  );
}

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()]
    .map((count) => count / text.length)
    .reduce((bits, share) => bits - share * Math.log2(share), 0);
}
