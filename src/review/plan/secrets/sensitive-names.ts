/** A name whose value is a secret, whether or not the provider says so. */
interface SensitiveName {
  /** Words at the end of a name, in lower case: `private key` is `private_key`, `tlsPrivateKey` and `TLS_PRIVATE_KEY`. */
  readonly words: string;
  readonly source: string;
}

const SECRETS_IN_MAPS =
  "names people give to secrets in maps that no provider can know: environment, config, options";

/** Names that end like this; so `password_wo_version`, `secret_id`, `token_ttl` and `secret_arn` are none. */
export const SENSITIVE_NAMES: readonly SensitiveName[] = [
  { words: "password", source: "plan-review reference §4: postgresql_role, kafka_user_scram_credential" },
  { words: "password wo", source: "plan-review reference §4: write-only attributes" },
  { words: "passwd", source: SECRETS_IN_MAPS },
  { words: "passphrase", source: "Mongey/kafka: client_key_passphrase of the provider" },
  { words: "pwd", source: SECRETS_IN_MAPS },
  { words: "secret", source: SECRETS_IN_MAPS },
  { words: "secret string", source: "hashicorp/aws: aws_secretsmanager_secret_version" },
  { words: "secret string wo", source: "hashicorp/aws: aws_secretsmanager_secret_version" },
  { words: "secret binary", source: "hashicorp/aws: aws_secretsmanager_secret_version" },
  { words: "secret key", source: "Mongey/kafka: sasl_aws_secret_key of the provider" },
  { words: "secret value", source: SECRETS_IN_MAPS },
  { words: "secret access key", source: SECRETS_IN_MAPS },
  { words: "access key", source: "Mongey/kafka: sasl_aws_access_key of the provider" },
  { words: "private key", source: "hashicorp/aws: aws_acm_certificate, aws_iam_server_certificate" },
  { words: "private key pem", source: "hashicorp/tls: tls_private_key" },
  { words: "client key", source: "Mongey/kafka: client_key of the provider" },
  { words: "api key", source: SECRETS_IN_MAPS },
  { words: "apikey", source: SECRETS_IN_MAPS },
  { words: "license key", source: SECRETS_IN_MAPS },
  { words: "token", source: "Mongey/kafka: sasl_aws_token of the provider" },
  { words: "credential", source: SECRETS_IN_MAPS },
  { words: "credentials", source: SECRETS_IN_MAPS },
  { words: "connection string", source: SECRETS_IN_MAPS },
  { words: "conninfo", source: "cyrilgdn/postgresql: postgresql_subscription" },
  { words: "jaas config", source: "Kafka clients: sasl.jaas.config holds a password" },
];

/** An attribute that may hold secrets under any key. */
interface SensitiveAttribute {
  readonly type: string;
  readonly attribute: string;
  readonly source: string;
}

/** Attributes of resources that their providers forget to mark. */
export const SENSITIVE_ATTRIBUTES: readonly SensitiveAttribute[] = [
  { type: "postgresql_server", attribute: "options", source: "plan-review reference §2, §5b" },
  { type: "postgresql_user_mapping", attribute: "options", source: "plan-review reference §2, §5b" },
];

const BY_LAST_WORD = new Map<string, (readonly string[])[]>();
for (const words of SENSITIVE_NAMES.map(({ words }) => words.split(" "))) {
  const last = words.at(-1) ?? "";
  BY_LAST_WORD.set(last, [...(BY_LAST_WORD.get(last) ?? []), words]);
}

const ATTRIBUTES = new Map<string, readonly string[]>();
for (const { type, attribute } of SENSITIVE_ATTRIBUTES) {
  ATTRIBUTES.set(type, [...(ATTRIBUTES.get(type) ?? []), attribute]);
}

/** Attributes of a type that are secrets as a whole. */
export const sensitiveAttributes = (type: string): readonly string[] | undefined => ATTRIBUTES.get(type);

/** Few names stand in very many places. */
const KNOWN = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** True for a name whose value is a secret: `password`, `DB_PASSWORD`, `clientSecret`, `ssl.key.password`. */
export function isSensitiveName(name: string): boolean {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const found = endsSensitively(wordsOf(name));
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(name, found);
  return found;
}

function endsSensitively(words: readonly string[]): boolean {
  const sensitive = BY_LAST_WORD.get(words.at(-1) ?? "") ?? [];
  return sensitive.some((ending) =>
    ending.every((word, at) => word === words[words.length - ending.length + at]),
  );
}

/** The words of a name in lower case, without a number or a version at its end: `password2`, `smtp_password_v4`. */
function wordsOf(name: string): string[] {
  const words = name
    .slice(-200)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ""))
    .filter((word) => word !== "");
  if (words.length > 1 && words.at(-1) === "v") words.pop();
  return words;
}
