import { ODCS_OBJECTS } from "./objects";
import type { Deprecation, FieldSpec, Fields, ObjectSpec, Shape, Variant } from "./spec";
import type { OdcsMinor } from "./version";

/** One key of an object in one minor. */
export interface Field {
  readonly shape: Shape;
  readonly deprecated?: Deprecation;
}

/** What an object may hold in one minor, once it is known which variant it is. */
export interface Form {
  /** `a kafka server`. */
  readonly label: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  /** Keys that only a later minor knows. */
  readonly later: ReadonlyMap<string, OdcsMinor>;
  readonly exactlyOne?: readonly string[];
}

/** An object in one minor. */
export interface CompiledObject extends Form {
  readonly identity?: string;
  readonly variants?: {
    readonly by: string;
    readonly implied: readonly (readonly [key: string, variant: string])[];
    readonly forms: ReadonlyMap<string, Form>;
    /** Variants that only a later minor knows. */
    readonly later: ReadonlyMap<string, OdcsMinor>;
  };
}

/** Every object of one minor by name. */
export type Structure = ReadonlyMap<string, CompiledObject>;

const compiled = new Map<OdcsMinor, Structure>();

/** The tables as one minor reads them; made once. */
export function structureOf(minor: OdcsMinor): Structure {
  let structure = compiled.get(minor);
  if (structure === undefined) {
    structure = new Map(Object.entries(ODCS_OBJECTS).map(([name, spec]) => [name, compile(spec, minor)]));
    compiled.set(minor, structure);
  }
  return structure;
}

function compile(spec: ObjectSpec, minor: OdcsMinor): CompiledObject {
  const base = formOf(spec.label, spec.fields, minor);
  const { variants, identity } = spec;
  if (variants === undefined) return { ...base, identity };

  const known = Object.entries(variants.of).filter(([, variant]) => (variant.since ?? 0) <= minor);
  const later = Object.entries(variants.of).flatMap(([name, { since = 0 }]): [string, OdcsMinor][] =>
    since > minor ? [[name, since]] : [],
  );
  const choice: FieldSpec = {
    ...spec.fields[variants.by],
    shape: { kind: "text", values: known.map(([name]) => name) },
  };
  const fields = { ...spec.fields, [variants.by]: choice };
  return {
    ...formOf(spec.label, fields, minor),
    identity,
    variants: {
      by: variants.by,
      implied: Object.entries(variants.implied ?? {}),
      forms: new Map(known.map(([name, variant]) => [name, variantForm(spec, fields, name, variant, minor)])),
      later: new Map(later),
    },
  };
}

function variantForm(
  spec: ObjectSpec,
  fields: Fields,
  name: string,
  variant: Variant,
  minor: OdcsMinor,
): Form {
  const { exactlyOne } = variant;
  return {
    ...formOf(labelOf(spec.label, name), { ...fields, ...variant.fields }, minor),
    exactlyOne: exactlyOne !== undefined && exactlyOne.since <= minor ? exactlyOne.keys : undefined,
  };
}

function formOf(label: string, fields: Fields, minor: OdcsMinor): Form {
  const entries = Object.entries(fields);
  const known = entries.filter(([, { since = 0 }]) => since <= minor);
  return {
    label,
    fields: new Map(known.map(([name, field]) => [name, fieldOf(field, minor)])),
    required: known.filter(([, field]) => isRequired(field, minor)).map(([name]) => name),
    later: new Map(
      entries.flatMap(([name, { since = 0 }]): [string, OdcsMinor][] =>
        since > minor ? [[name, since]] : [],
      ),
    ),
  };
}

function fieldOf({ shape, older, deprecated }: FieldSpec, minor: OdcsMinor): Field {
  return {
    shape: older !== undefined && minor <= older.until ? older.shape : shape,
    deprecated: deprecated !== undefined && deprecated.since <= minor ? deprecated : undefined,
  };
}

function isRequired({ required = false }: FieldSpec, minor: OdcsMinor): boolean {
  return typeof required === "boolean" ? required : minor <= required.until;
}

/** `a server` and `kafka`: `a kafka server`. */
function labelOf(label: string, variant: string): string {
  const article = /^[aeiou]/.test(variant) ? "an" : "a";
  return label.replace(/^an? /, `${article} ${variant} `);
}
