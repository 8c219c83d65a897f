import {
  structureOf,
  TEXT_FORMS,
  type CompiledObject,
  type Form,
  type NumberShape,
  type OdcsMinor,
  type Shape,
  type Structure,
  type TextShape,
} from "../structure";
import type { Report } from "./report";
import { alternatives, holdsVariable } from "./text";
import { checkVendorProperty } from "./vendor";

type Data = Readonly<Record<string, unknown>>;

/** Walks a contract along the tables of its version and says everything that does not fit. */
export class StructureCheck {
  private readonly structure: Structure;
  private readonly path: (string | number)[] = [];

  public constructor(
    private readonly report: Report,
    minor: OdcsMinor,
  ) {
    this.structure = structureOf(minor);
  }

  public run(contract: Data): void {
    this.checkObject("Contract", contract);
  }

  private checkObject(name: string, value: Data): void {
    const object = this.structure.get(name);
    if (object === undefined) return;

    const form = this.formOf(object, value);
    for (const key of Object.keys(value)) {
      const field = form.fields.get(key);
      this.path.push(key);
      if (field === undefined) {
        this.report.unknown(this.path, key, form.label, form.fields.keys(), form.later.get(key));
      } else {
        const { deprecated } = field;
        if (deprecated !== undefined && (deprecated.asList !== true || Array.isArray(value[key]))) {
          this.report.deprecated(this.path, deprecated.fix);
        }
        if (key === object.variants?.by) this.checkChoice(object.variants.later, field.shape, value[key]);
        else this.checkShape(field.shape, value[key]);
      }
      this.path.pop();
    }
    for (const key of form.required) {
      if (value[key] === undefined) this.report.missing(this.path, key, form.label);
    }
    if (form.exactlyOne !== undefined) this.checkExactlyOne(form.exactlyOne, form.label, value);
    if (name === "CustomProperty") checkVendorProperty(this.report, this.path, value);
  }

  /** The variant that the value chooses; the common fields alone when it chooses none that there is. */
  private formOf(object: CompiledObject, value: Data): Form {
    const { variants } = object;
    if (variants === undefined) return object;

    const chosen = value[variants.by] ?? variants.implied.find(([key]) => value[key] !== undefined)?.[1];
    return (typeof chosen === "string" ? variants.forms.get(chosen) : undefined) ?? object;
  }

  private checkChoice(later: ReadonlyMap<string, OdcsMinor>, shape: Shape, value: unknown): void {
    const minor = typeof value === "string" ? later.get(value) : undefined;
    if (minor === undefined || shape.kind !== "text") this.checkShape(shape, value);
    else this.report.notAllowed(this.path, String(value), shape.values ?? [], minor);
  }

  private checkExactlyOne(keys: readonly string[], label: string, value: Data): void {
    const there = keys.filter((key) => value[key] !== undefined);
    if (there.length === 1) return;
    this.report.add(this.path, {
      code: there.length === 0 ? "ContractMissingField" : "ContractValueInvalid",
      severity: "error",
      message:
        there.length === 0
          ? `${label} has nothing to compare with`
          : `${label} compares in ${there.length} ways`,
      value: there.length === 0 ? undefined : there.join(", "),
      rule: `exactly one of ${alternatives(keys)}`,
      fix: there.length === 0 ? `add one of them` : `keep one of ${alternatives(there)}`,
    });
  }

  private checkShape(shape: Shape, value: unknown): void {
    switch (shape.kind) {
      case "text":
        return this.checkText(shape, value);
      case "boolean":
        if (typeof value !== "boolean") this.wrongScalar(value, "true or false");
        return;
      case "number":
      case "integer":
        return this.checkNumber(shape, value);
      case "scalar":
        if (typeof value === "object" && value !== null) this.report.wrongType(this.path, value, SINGLE);
        return;
      case "mapping":
        if (!isData(value)) this.report.wrongType(this.path, value, MAPPING);
        return;
      case "object":
        if (isData(value)) this.checkObject(shape.of, value);
        else this.report.wrongType(this.path, value, MAPPING);
        return;
      case "list":
        return this.checkList(shape, value);
      case "either":
        return this.checkEither(shape.options, value);
      case "any":
        return;
    }
  }

  private checkText({ values, format }: TextShape, value: unknown): void {
    if (typeof value !== "string") {
      const quotable = typeof value === "number" || typeof value === "boolean";
      this.report.wrongType(this.path, value, TEXT, quotable ? `put it in quotes: "${value}"` : undefined);
      return;
    }
    if (values !== undefined && !values.includes(value) && !holdsVariable(value)) {
      this.report.notAllowed(this.path, value, values);
    }
    if (format === undefined) return;
    const { pattern, rule, severity } = TEXT_FORMS[format];
    if (!pattern.test(value) && !holdsVariable(value)) {
      this.report.wrongValue(this.path, value, rule, "write it in that form", severity);
    }
  }

  private checkNumber({ kind, least, above }: NumberShape, value: unknown): void {
    if (typeof value !== "number" || (kind === "integer" && !Number.isInteger(value))) {
      this.wrongScalar(value, kind === "integer" ? "a whole number" : "a number");
    } else if (least !== undefined && value < least) {
      this.report.wrongValue(this.path, value, `at least ${least}`, `write ${least} or more`);
    } else if (above !== undefined && value <= above) {
      this.report.wrongValue(this.path, value, `more than ${above}`, `write more than ${above}`);
    }
  }

  private checkList(shape: Extract<Shape, { kind: "list" }>, value: unknown): void {
    if (!Array.isArray(value)) {
      this.report.wrongType(
        this.path,
        value,
        LIST,
        isData(value) ? "start every entry with '- '" : undefined,
      );
      return;
    }
    const items: readonly unknown[] = value;
    const { least = 0, most = Infinity } = shape;
    if (items.length < least || items.length > most) {
      const rule = least === most ? `a list of ${least}` : `a list of ${least} or more`;
      this.report.wrongValue(this.path, value, rule, `write ${rule}`);
    }
    for (let index = 0; index < items.length; index++) {
      this.path.push(index);
      this.checkShape(shape.of, items[index]);
      this.path.pop();
    }
    if (shape.of.kind === "object") this.checkUnique(items, "id");
    const identity = shape.of.kind === "object" ? this.structure.get(shape.of.of)?.identity : undefined;
    if (identity !== undefined) this.checkUnique(items, identity);
  }

  private checkUnique(items: readonly unknown[], key: string): void {
    let first: Map<unknown, number> | undefined;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const value = isData(item) ? item[key] : undefined;
      if (value === undefined) continue;
      first ??= new Map();
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, index);
      else this.report.duplicate([...this.path, index, key], value, [...this.path, earlier, key]);
    }
  }

  /** The option of the value's own form is the one to check; with none, all are named. */
  private checkEither(options: readonly Shape[], value: unknown): void {
    const option = options.find((each) => takes(each, value));
    if (option !== undefined) this.checkShape(option, value);
    else this.report.wrongType(this.path, value, options.map(nameOf).join(" or "));
  }

  /** A variable is a string that stands for a scalar of any type. */
  private wrongScalar(value: unknown, wanted: string): void {
    if (holdsVariable(value)) return;
    const unquoted = typeof value === "string" && /^(true|false|-?\d+(\.\d+)?)$/.test(value);
    this.report.wrongType(this.path, value, wanted, unquoted ? `take the quotes away: ${value}` : undefined);
  }
}

const TEXT = "text";
const LIST = "a list";
const MAPPING = "a mapping of keys and values";
const SINGLE = "a single value";

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function takes(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case "text":
      return typeof value === "string";
    case "number":
    case "integer":
      return typeof value === "number";
    case "list":
      return Array.isArray(value);
    case "object":
    case "mapping":
      return isData(value);
    default:
      return true;
  }
}

function nameOf(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return TEXT;
    case "list":
      return LIST;
    case "integer":
      return "a whole number";
    case "number":
      return "a number";
    default:
      return MAPPING;
  }
}
