import { z } from "zod";
import type { IdentifierKind } from "../../names";
import type { ManifestCode } from "../codes";

/** How findings speak of a field, beyond its description; not written into the JSON Schemas. */
export interface FieldWords {
  /** A name of the mesh: `src/names` knows its rule. */
  readonly identifier?: IdentifierKind;
  /** Another kind of name. */
  readonly isName?: boolean;
  /** What a right value looks like: "a day that exists, as year-month-day". */
  readonly form?: string;
  /** A right value, as it is written in YAML. */
  readonly example?: string;
  /** What a text of dots or dashes stands for that nobody has written yet: "the reason". */
  readonly holdsPlaceOf?: string;
  /** The code of a wrong value here, and in the fields below; `ValueInvalid` when there is none. */
  readonly code?: ManifestCode;
}

/** By schema: a registry of the schema library, so that the schemas themselves stay plain. */
export const WORDS = z.registry<FieldWords>();
