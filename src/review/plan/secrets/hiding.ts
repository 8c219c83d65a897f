import { isRecord, type Json, type JsonRecord } from "../json";
import { closes, maskOf, type Mask } from "./mask";
import { isNamedSensitively } from "./secrets-within";
import { isSensitiveName, sensitiveAttributes } from "./sensitive-names";

/** Says where a secret is, instead of being one. */
const ARN = /^arn:[\w-]+:/;

/**
 * What hides the parts of one value: the plan's masks, and names that are secrets whoever says otherwise. Gathering
 * secrets and taking them out ask the same questions here, so they can't differ.
 */
export class Hiding {
  private static readonly open = new Hiding(undefined);
  private static readonly closed = new Hiding(true);

  private constructor(
    private readonly mask: Mask,
    private readonly attributes?: readonly string[],
  ) {}

  /** @param type of the resource whose attributes are looked at; none for other values */
  static of(mask: Mask, type?: string): Hiding {
    return new Hiding(mask, type === undefined ? undefined : sensitiveAttributes(type));
  }

  /** True when the whole of a value is a secret. */
  closes(value: Json): boolean {
    return closes(this.mask, value);
  }

  /** What hides the value under a key of a record. */
  field(key: string, value: Json, record: JsonRecord = {}): Hiding {
    const isNamed = isSensitiveName(key) || (key === "value" && isNamedSensitively(record));
    const named = (isNamed && mayBeSecret(value)) || this.attributes?.includes(key) === true;
    return named ? Hiding.closed : Hiding.below(maskOf(this.mask, key));
  }

  /** What hides an element of a list. */
  element(index: number): Hiding {
    return Hiding.below(maskOf(this.mask, index));
  }

  private static below(mask: Mask): Hiding {
    if (mask === true) return Hiding.closed;
    return mask === undefined || mask === false ? Hiding.open : new Hiding(mask);
  }
}

/** A flag, or the name of where a secret is kept, is none. */
function mayBeSecret(value: Json): boolean {
  if (typeof value === "string") return !ARN.test(value);
  if (typeof value === "boolean") return false;
  return !isRecord(value) || Object.keys(value).length > 0;
}
