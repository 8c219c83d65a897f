import type { OdcsMinor } from "./version";

/** What a value may be: data for the engine in `../check`. */
export type Shape =
  | TextShape
  | NumberShape
  | ListShape
  | { readonly kind: "boolean" | "scalar" | "any" | "mapping" }
  | { readonly kind: "object"; readonly of: string }
  | { readonly kind: "either"; readonly options: readonly Shape[] };

/** A string. */
export interface TextShape {
  readonly kind: "text";
  /** The only allowed values. */
  readonly values?: readonly string[];
  readonly format?: TextFormat;
}

/** A number; `least` is allowed itself, `above` is not. */
export interface NumberShape {
  readonly kind: "number" | "integer";
  readonly least?: number;
  readonly above?: number;
}

/** A list of one shape. */
export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
  readonly least?: number;
  readonly most?: number;
}

/** How a string is written; the forms are in `formats.ts`. */
export type TextFormat = "id" | "date" | "dateTime" | "vendor" | "reference";

/** One key of an object. */
export interface FieldSpec {
  readonly shape: Shape;
  /** What it was up to that minor. */
  readonly older?: { readonly until: OdcsMinor; readonly shape: Shape };
  /** The first minor that has it. @default 0 */
  readonly since?: OdcsMinor;
  /** Obligatory, or only up to that minor. @default false */
  readonly required?: boolean | { readonly until: OdcsMinor };
  readonly deprecated?: Deprecation;
}

/** Still read, but not to be written any more. */
export interface Deprecation {
  readonly since: OdcsMinor;
  /** Only the form as a list is. @default false */
  readonly asList?: boolean;
  /** What to do about it. */
  readonly fix: string;
}

/** The keys of an object. */
export type Fields = Readonly<Record<string, FieldSpec>>;

/** One kind of object of the standard. */
export interface ObjectSpec {
  /** `a server`: how messages name it. */
  readonly label: string;
  readonly fields: Fields;
  /** Further fields that depend on the value of one. */
  readonly variants?: Variants;
  /** The key that tells the members of a list apart; two equal ones are a duplicate. */
  readonly identity?: string;
}

/** `by: "type"`: the value of `type` chooses the fields. */
export interface Variants {
  readonly by: string;
  /** When `by` is absent: the first of these keys that is there chooses. */
  readonly implied?: Readonly<Record<string, string>>;
  readonly of: Readonly<Record<string, Variant>>;
}

/** One choice. */
export interface Variant {
  /** The first minor that knows it. @default 0 */
  readonly since?: OdcsMinor;
  readonly fields?: Fields;
  readonly exactlyOne?: ExactlyOne;
}

/** One of these keys, and no more, must be there. */
export interface ExactlyOne {
  readonly since: OdcsMinor;
  readonly keys: readonly string[];
}

export const text: FieldSpec = { shape: { kind: "text" } };
export const texts: FieldSpec = { shape: { kind: "list", of: { kind: "text" } } };
export const flag: FieldSpec = { shape: { kind: "boolean" } };
export const number: FieldSpec = { shape: { kind: "number" } };
export const scalar: FieldSpec = { shape: { kind: "scalar" } };
export const any: FieldSpec = { shape: { kind: "any" } };
export const mapping: FieldSpec = { shape: { kind: "mapping" } };

/** A whole number, at least `least`. */
export const whole = (least?: number): FieldSpec => ({ shape: { kind: "integer", least } });
/** One of these strings. */
export const oneOf = (...values: string[]): FieldSpec => ({ shape: { kind: "text", values } });
/** A string of a certain form. */
export const formatted = (format: TextFormat): FieldSpec => ({ shape: { kind: "text", format } });
/** An object of the standard, by its name in the table. */
export const object = (of: string): FieldSpec => ({ shape: { kind: "object", of } });
/** A list of objects of the standard. */
export const list = (of: string): FieldSpec => ({ shape: { kind: "list", of: { kind: "object", of } } });
/** One or the other. */
export const either = (...fields: FieldSpec[]): FieldSpec => ({
  shape: { kind: "either", options: fields.map((field) => field.shape) },
});
/** The field, obligatory. */
export const required = (field: FieldSpec): FieldSpec => ({ ...field, required: true });
/** The field, known from that minor on. */
export const since = (minor: OdcsMinor, field: FieldSpec): FieldSpec => ({ ...field, since: minor });
/** The field, and what it was up to that minor. */
export const formerly = (until: OdcsMinor, older: FieldSpec, field: FieldSpec): FieldSpec => ({
  ...field,
  older: { until, shape: older.shape },
});
