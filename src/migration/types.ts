/** What limits a column of a type can have. */
export type TypeFamily = "array" | "json" | "number" | "other" | "text";

const NUMBERS = [
  ...["smallint", "integer", "bigint", "int", "int2", "int4", "int8", "real", "double precision"],
  ...["float4", "float8", String.raw`(?:numeric|decimal)(?:\([1-9]\d{0,2}(?:,\d{1,3})?\))?`],
];
const TEXTS = ["text", String.raw`(?:varchar|character varying|char|character)(?:\([1-9]\d{0,6}\))?`];
const OTHERS = [
  ...["boolean", "bool", "date", "uuid", "bytea", "inet", "cidr", "macaddr", "interval"],
  ...[
    String.raw`(?:timestamp|time)(?:\([0-6]\))?(?: with(?:out)? time zone)?`,
    String.raw`(?:timestamptz|timetz)(?:\([0-6]\))?`,
  ],
];

const anyOf = (types: readonly string[]): RegExp => new RegExp(`^(?:${types.join("|")})$`);

const FAMILIES: readonly (readonly [TypeFamily, RegExp])[] = [
  ["number", anyOf(NUMBERS)],
  ["text", anyOf(TEXTS)],
  ["json", anyOf(["jsonb?"])],
  ["array", anyOf([String.raw`(?:${[...NUMBERS, ...TEXTS, ...OTHERS].join("|")})\[\]`])],
  ["other", anyOf(OTHERS)],
];

/** `text` as Postgres spells the type, or undefined when it is none of the types that a migration may hold. */
export function postgresType(text: string): string | undefined {
  const type = text
    .trim()
    .toLowerCase()
    .replace(/ +/g, " ")
    .replace(/ ?([(),]) ?/g, "$1")
    // A space has to follow a length: `time(3) with time zone`.
    .replace(/\)(?=w)/, ") ");
  return FAMILIES.some(([, pattern]) => pattern.test(type)) ? type : undefined;
}

/** The family of a type that `postgresType` returned. */
export function familyOf(type: string): TypeFamily {
  return FAMILIES.find(([, pattern]) => pattern.test(type))?.[0] ?? "other";
}

/** The entry of a table by a key that an author wrote; `constructor` and the like are none. */
export function entryOf<T>(table: Readonly<Record<string, T>> | undefined, key: unknown): T | undefined {
  return table !== undefined && typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** How a logical type of ODCS is stored. */
export interface TypeMapping {
  readonly type: string;
  /** By `logicalTypeOptions.format`. */
  readonly formats?: Readonly<Record<string, string>>;
  /** When `logicalTypeOptions.timezone` says the opposite of the usual. */
  readonly timezone?: { readonly stated: boolean; readonly type: string };
  readonly jsonShape?: "object" | "array";
}

/**
 * The logical types of ODCS v3.2 in Postgres. An integer of no stated size is a `bigint` and a number of none is
 * `numeric`: both hold every value a producer may send, and both can be narrowed in the contract. Moments carry their
 * time zone unless the contract says otherwise.
 */
export const LOGICAL_TYPES: Readonly<Record<string, TypeMapping>> = {
  string: {
    type: "text",
    formats: { uuid: "uuid", binary: "bytea", ipv4: "inet", ipv6: "inet" },
  },
  date: { type: "date" },
  timestamp: { type: "timestamptz", timezone: { stated: false, type: "timestamp" } },
  time: { type: "time", timezone: { stated: true, type: "timetz" } },
  number: { type: "numeric", formats: { f32: "real", f64: "double precision" } },
  integer: {
    type: "bigint",
    formats: {
      ...{ i8: "smallint", i16: "smallint", i32: "integer", i64: "bigint", i128: "numeric(39)" },
      ...{ u8: "smallint", u16: "integer", u32: "bigint", u64: "numeric(20)", u128: "numeric(39)" },
    },
  },
  object: { type: "jsonb", jsonShape: "object" },
  array: { type: "jsonb", jsonShape: "array" },
  map: { type: "jsonb", jsonShape: "object" },
  boolean: { type: "boolean" },
  vector: { type: "real[]" },
};

/** Lowest and highest value of the integer formats whose Postgres type would hold more. */
export const INTEGER_RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  i8: [-128n, 127n],
  i128: [-(2n ** 127n), 2n ** 127n - 1n],
  u8: [0n, 2n ** 8n - 1n],
  u16: [0n, 2n ** 16n - 1n],
  u32: [0n, 2n ** 32n - 1n],
  u64: [0n, 2n ** 64n - 1n],
  u128: [0n, 2n ** 128n - 1n],
};
