/** Texts that try to leave a string constant, a comment or a Flyway script. */
export const HOSTILE_TEXTS: readonly string[] = [
  "'; DROP SCHEMA orders CASCADE; --",
  "''; ALTER ROLE orders__migrator SUPERUSER; --",
  "\\'; DROP TABLE orders; --",
  "\\\\'; DROP TABLE orders; --",
  "it's $$; DROP TABLE orders; $$",
  "$body$ DROP TABLE orders $body$",
  "*/ DROP TABLE orders; /*",
  "-- \\! rm -rf /",
  "${flyway:database} ${owner}",
  "\\${name} and $\\x7b",
  "' || pg_sleep(10) || '",
  "\\copy orders TO PROGRAM 'sh'",
  "U&'\\0027; DROP TABLE orders; --",
  "\u02bc; DROP TABLE orders; --",
  "%s %I {{ user }} `id`",
];

/** Names that no table or column may have. */
export const HOSTILE_NAMES: readonly string[] = [
  'x"; DROP SCHEMA y; --',
  'x" (id int); ALTER ROLE z SUPERUSER; --',
  "x; DROP TABLE y",
  "x'",
  "x\u0000y",
  "x\ny",
  "Orders",
  "ordérs",
  "оrders",
  "${owner}",
  "pg_class",
  "1st",
  "",
  "a.b",
  "a b",
  "x".repeat(64),
];

/** Types that are none, or that bring something along. */
export const HOSTILE_TYPES: readonly string[] = [
  "text); DROP TABLE y; --",
  "text DEFAULT (pg_sleep(10))",
  "text, planted text",
  "integer GENERATED ALWAYS AS IDENTITY",
  'text COLLATE "x"',
  "numeric(12,2",
  "varchar(0)",
  "numeric(99999)",
  "serial",
  "public.evil",
  "regclass",
  "text[][]",
  "jsonb[]",
  "timestamp(9)",
  "text\n; DROP TABLE y",
  "constructor",
  "",
];
