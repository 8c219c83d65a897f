import { nearest, type Problem, type Severity } from "../../finding";
import { minorLabel, ODCS_VERSIONS, type OdcsMinor } from "../structure";
import { alternatives, placeOf, shown } from "./text";

type Path = readonly (string | number)[];

/** Collects the problems of one contract; a path is copied only when there is something to say about it. */
export class Report {
  public readonly problems: Problem[] = [];

  public constructor(
    private readonly file: string,
    private readonly minor: OdcsMinor,
  ) {}

  public add(path: Path, problem: Omit<Problem, "at">, onKey?: boolean): void {
    this.problems.push({ ...problem, at: { file: this.file, path: [...path], ...(onKey && { onKey }) } });
  }

  public missing(path: Path, key: string, label: string): void {
    this.add(path, {
      code: "ContractMissingField",
      severity: "error",
      message: `${placeOf(path)} has no '${key}'`,
      rule: `${label} needs '${key}' in ODCS ${minorLabel(this.minor)}`,
      fix: `add '${key}'`,
    });
  }

  public wrongType(path: Path, value: unknown, wanted: string, fix?: string): void {
    this.add(path, {
      code: "ContractTypeInvalid",
      severity: "error",
      message: `${placeOf(path)} must be ${wanted}`,
      value: shown(value),
      rule: wanted,
      fix: value === null ? "fill it in, or take the key out" : (fix ?? `write ${wanted}`),
    });
  }

  public wrongValue(
    path: Path,
    value: unknown,
    rule: string,
    fix: string,
    severity: Severity = "error",
  ): void {
    this.add(path, {
      code: "ContractValueInvalid",
      severity,
      message: `${placeOf(path)} must be ${rule}`,
      value: shown(value),
      rule,
      fix,
    });
  }

  public notAllowed(path: Path, value: string, values: readonly string[], later?: OdcsMinor): void {
    const close = nearest(value, values);
    const rule =
      values.length > MOST_LISTED
        ? `one of the ${values.length} values of the standard`
        : alternatives(values);
    const fix =
      later !== undefined
        ? raiseVersion(later)
        : close !== undefined
          ? `write '${close}'`
          : `choose ${values.length > MOST_LISTED ? alternatives([...values.slice(0, MOST_LISTED), "…"]) : rule}`;
    this.wrongValue(path, value, rule, fix);
  }

  public unknown(path: Path, key: string, label: string, known: Iterable<string>, later?: OdcsMinor): void {
    const close = nearest(key, known);
    const rule = `${label} has no such key in ODCS ${minorLabel(this.minor)}`;
    this.add(
      path,
      {
        code: "ContractUnknownField",
        severity: "warning",
        message:
          later === undefined
            ? `${placeOf(path)} is unknown`
            : `${placeOf(path)} came with ODCS ${minorLabel(later)}`,
        value: key,
        rule,
        fix:
          later !== undefined
            ? raiseVersion(later)
            : close !== undefined
              ? `write '${close}'`
              : "take it out, or move it to 'customProperties'",
      },
      true,
    );
  }

  public deprecated(path: Path, fix: string): void {
    this.add(
      path,
      {
        code: "ContractDeprecated",
        severity: "warning",
        message: `${placeOf(path)} is deprecated in this form`,
        rule: `ODCS ${minorLabel(this.minor)} keeps it for older contracts only`,
        fix,
      },
      true,
    );
  }

  public duplicate(path: Path, value: unknown, first: Path): void {
    this.add(path, {
      code: "ContractDuplicate",
      severity: "error",
      message: `${placeOf(path)} is taken by ${placeOf(first)}`,
      value: shown(value),
      rule: "names and ids are unique in their list",
      fix: "rename one of the two",
    });
  }
}

const MOST_LISTED = 12;

const raiseVersion = (minor: OdcsMinor): string =>
  `set apiVersion: ${[...ODCS_VERSIONS].find(([, each]) => each === minor)?.[0] ?? ""}, or take it out`;
