import type { Severity } from "../../finding";
import type { TextFormat } from "./spec";

/** The form of a string. */
export interface TextForm {
  readonly pattern: RegExp;
  /** `must be …`. */
  readonly rule: string;
  readonly severity: Severity;
}

const DATE = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?`;
const STEP = "[A-Za-z_][A-Za-z0-9_]*";

/**
 * The patterns of the standard's JSON Schema. It lets no tool refuse a vendor that is written otherwise (RFC 35 says
 * "should"), hence the warning.
 */
export const TEXT_FORMS: Readonly<Record<TextFormat, TextForm>> = {
  id: {
    pattern: /^[A-Za-z0-9_-]+$/,
    rule: "letters, digits, '_' and '-'",
    severity: "error",
  },
  vendor: {
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    rule: "lower-case letters, digits and '-', starting with a letter or digit",
    severity: "warning",
  },
  date: { pattern: new RegExp(`^${DATE}$`), rule: "a date such as 2027-06-30", severity: "error" },
  dateTime: {
    pattern: new RegExp(`^${DATE}[Tt]${TIME}([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$`),
    rule: "a time such as 2027-06-30T08:00:00Z",
    severity: "error",
  },
  reference: {
    pattern: new RegExp(
      `^(${STEP.replace("9_", "9_-")}(\\.${STEP.replace("9_", "9_-")})+` +
        String.raw`|((https?://)?[A-Za-z0-9._/-]+\.ya?ml#)?/?${STEP}/[A-Za-z0-9_-]+(/${STEP}/[A-Za-z0-9_-]+)*)$`,
    ),
    rule: "'table.column' or '/schema/<id>/properties/<id>', after 'file.yaml#' if it is in another contract",
    severity: "error",
  },
};
