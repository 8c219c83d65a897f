import { field, isRecord, textOf, type Json } from "../json";

/**
 * Words that reports print themselves, or that are on every page. Somebody may use one as a password; hiding it wherever
 * it occurs would only make the report unreadable, and tell it.
 */
const VOCABULARY = [
  ...["password", "secret", "sensitive", "unknown", "changed", "unchanged", "deleted", "created", "replaced"],
  ...["postgres", "postgresql", "terraform", "opentofu", "meshwright", "hashicorp", "registry", "default"],
  ...[
    "changes",
    "change",
    "create",
    "update",
    "delete",
    "replace",
    "forget",
    "import",
    "imported",
    "before",
    "after",
  ],
  ...[
    "additive",
    "access change",
    "data loss",
    "breaks consumers",
    "interruption",
    "cost or limit",
    "no change",
  ],
  ...[
    "consumers",
    "consumer",
    "producer",
    "domain",
    "product",
    "bucket",
    "schema",
    "policy",
    "review",
    "topics",
  ],
  ...[
    "localhost",
    "public",
    "master",
    "administrator",
    "username",
    "example",
    "development",
    "production",
    "staging",
  ],
];

/** Attributes that say which thing it is, not what is in it. */
const IDENTITY = new Set([
  ...["name", "id", "arn", "bucket", "database", "schema", "role", "owner", "username", "user_name", "login"],
  ...["topic", "principal", "acl_principal", "resource_name", "entity_name", "function_name", "identifier"],
]);

/** The key of one instance in an address: data of somebody's, not a name. */
const INSTANCE_KEY = /\["(?:[^"\\]|\\.)*"\]/g;

/** A word of letters only, so that nobody takes a key for it. */
const WORD = /^[A-Za-z]+$/;
/** What may hold a secret as one of its parts: a URL, a connection string. */
const COMPOSED = /:\/\/|[@=]/;
const LONGEST_IDENTITY = 500;

/**
 * What is public anyway: addresses, types, names of attributes, and the values of identity attributes that nothing hides.
 * A literal that is one of them is a weak secret: hiding it where it is part of something else would hide everything.
 */
export class PublicWords {
  private readonly texts = new Set<string>();
  private readonly values = new Set<string>();
  private identities: ReadonlySet<string> | undefined;
  private joined: string | undefined;

  /** @param open more words that are public, from outside the plan */
  constructor(
    stack: string,
    private readonly open: Iterable<string>,
  ) {
    for (const word of [...VOCABULARY, stack]) this.texts.add(word);
  }

  /**
   * @param resource as a plan lists it
   * @param sides those of its values whose names differ
   */
  addResource(resource: Json, sides: readonly string[] = ["before", "after"]): void {
    for (const key of ["address", "previous_address", "type", "provider_name"]) {
      const text = textOf(field(resource, key));
      if (text !== undefined) this.texts.add(text.replace(INSTANCE_KEY, "[]"));
    }
    for (const side of sides) {
      const value = field(field(resource, "change"), side);
      if (isRecord(value)) for (const key in value) this.texts.add(key);
    }
  }

  /** @param value of an attribute that nothing hides */
  addIdentity(attribute: string, value: string): void {
    if (IDENTITY.has(attribute) && value.length <= LONGEST_IDENTITY) this.values.add(value);
  }

  has(literal: string): boolean {
    // A large mesh has very many words, and most plans no secret to compare with them.
    this.joined ??= [...this.texts, ...this.open].join("\0");
    this.identities ??= new Set([...this.values].flatMap(identitiesIn));
    return this.identities.has(literal) || this.joined.includes(literal);
  }
}

/** A value, and the words in it; nothing of what may be composed with a secret. */
function identitiesIn(value: string): string[] {
  if (COMPOSED.test(value)) return [];
  const words = value.split(/[^A-Za-z0-9]+/).filter((word) => WORD.test(word));
  return looksRandom(value) ? words : [value, ...words];
}

export const isIdentityAttribute = (attribute: string): boolean => IDENTITY.has(attribute);

/** Names that people give are hardly ever this mixed; an `id` that equals a secret may be. */
const looksRandom = (text: string): boolean =>
  text.length >= 10 && /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9]/.test(text);
