/**
 * Names refused as domains: `platform` is the stack that every domain shares; the next are Postgres schemas and
 * roles of the server's own or SQL words that would need quoting in every query
 * (https://www.postgresql.org/docs/15/sql-keywords-appendix.html, reserved words only); the last are
 * device names that Windows refuses as folder names.
 */
export const RESERVED_DOMAINS: ReadonlySet<string> = new Set([
  ...["platform", "mesh", "public", "information-schema", "postgres", "rdsadmin", "rds", "default", "none"],
  ...["all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case", "cast"],
  ...[
    "check",
    "collate",
    "column",
    "constraint",
    "create",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
  ],
  ...["false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "initially", "intersect"],
  ...["into", "lateral", "leading", "limit", "localtime", "localtimestamp", "not", "null", "offset", "on"],
  ...["only", "or", "order", "placing", "primary", "references", "returning", "select", "some", "symmetric"],
  ...["table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "when"],
  ...["where", "window", "with"],
  ...["con", "prn", "aux", "nul"],
]);

/** Prefixes that S3 keeps for itself start with these words (S3 bucket naming rules). */
export const RESERVED_ORGANISATIONS: ReadonlySet<string> = new Set(["xn", "sthree", "amzn", "aws"]);

/** Device names that Windows refuses as folder names. */
export const RESERVED_PRODUCTS: ReadonlySet<string> = new Set(["con", "prn", "aux", "nul"]);

/** Identities that Meshwright defines itself in every domain. */
export const RESERVED_APPS: ReadonlySet<string> = new Set(["admin", "deploy", "migrator"]);
