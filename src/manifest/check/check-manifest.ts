import type { z } from "zod";
import type { Problem, SourceRef } from "../../finding";
import { error, placeOf, printable } from "../problem";
import { meantBy } from "./names";
import {
  allowedBy,
  childOf,
  descriptionOf,
  fieldsOf,
  keySchemaOf,
  optionsOf,
  schemasAlong,
  type SchemaNode,
} from "./schema-node";
import { keyProblem, valueProblem } from "./value-problem";

type Path = SourceRef["path"];
type Issue = z.core.$ZodIssue;

/** A manifest that follows its schema, or everything that is wrong with it. */
export type Checked<T> = { readonly manifest: T } | { readonly problems: readonly Problem[] };

/** Checks plain data against a manifest's schema; at most one problem per value. */
export function checkManifest<T>(schema: z.ZodType<T>, file: string, value: unknown): Checked<T> {
  const outcome = schema.safeParse(value);
  if (outcome.success) return { manifest: outcome.data };
  const check = new ManifestCheck(schema as unknown as SchemaNode, file, value);
  return { problems: check.problemsOf(outcome.error.issues, []) };
}

class ManifestCheck {
  private readonly seen = new Set<string>();

  public constructor(
    private readonly root: SchemaNode,
    private readonly file: string,
    private readonly value: unknown,
  ) {}

  public problemsOf(issues: readonly Issue[], above: Path): Problem[] {
    return issues.flatMap((issue) => {
      const path = [...above, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
      if (issue.code === "unrecognized_keys") return issue.keys.map((key) => this.unknownField(path, key));
      if (issue.code === "invalid_union" && isFields(valueAt(this.value, path))) {
        return this.problemsOf(this.issuesOfFields(issue, path), path);
      }
      return this.once(path, () => this.problemOf(issue, path));
    });
  }

  private problemOf(issue: Issue, path: Path): Problem {
    const schemas = schemasAlong(this.root, path);
    const parent = valueAt(this.value, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof key === "string" && isFields(parent) && !Object.hasOwn(parent, key)) {
      return this.missingField(path.slice(0, -1), key);
    }
    if (issue.code === "invalid_key") {
      const record = schemasAlong(this.root, path.slice(0, -1)).at(-1);
      const keySchema = record && keySchemaOf(record);
      if (keySchema) return keyProblem(keySchema, { file: this.file, path, onKey: true }, String(key));
    }
    return valueProblem(schemas, { file: this.file, path }, valueAt(this.value, path), issue);
  }

  /** Of a union's alternatives, the one that is meant: it knows most of the fields that are there. */
  private issuesOfFields(issue: Extract<Issue, { code: "invalid_union" }>, path: Path): readonly Issue[] {
    const union = schemasAlong(this.root, path).at(-1);
    const value = valueAt(this.value, path);
    let meant: { readonly known: number; readonly issues: readonly Issue[] } | undefined;
    for (const [index, option] of (union === undefined ? [] : optionsOf(union)).entries()) {
      const fields = fieldsOf(option);
      if (fields.length === 0) continue;
      const known = fields.filter((field) => isFields(value) && Object.hasOwn(value, field)).length;
      if (meant === undefined || known > meant.known) meant = { known, issues: issue.errors[index] ?? [] };
    }
    return meant?.issues ?? [];
  }

  private unknownField(path: Path, key: string): Problem {
    const fields = fieldsOf(schemasAlong(this.root, path).at(-1) ?? this.root);
    const meant = meantBy(key, fields);
    return error(
      "UnknownField",
      { file: this.file, path: [...path, key], onKey: true },
      {
        message: `'${printable(key)}' is not a field of ${this.placeOf(path)}`,
        value: printable(key),
        rule: `fields: ${fields.join(", ")}`,
        fix: key === "<<" ? "write the fields out; merge keys are not read" : fixFor(meant),
      },
    );
  }

  private missingField(path: Path, key: string): Problem {
    const parent = schemasAlong(this.root, path).at(-1) ?? this.root;
    const field = childOf(parent, key);
    const [only, ...others] = (field && allowedBy(field)) ?? [];
    return error(
      "MissingField",
      { file: this.file, path, onKey: true },
      {
        message: `${this.placeOf(path)} has no '${key}'`,
        rule: field && descriptionOf(field),
        fix: only === undefined || others.length > 0 ? `add ${key}` : `add ${key}: ${only}`,
      },
    );
  }

  private placeOf(path: Path): string {
    return path.length === 0 ? "this file" : placeOf(path);
  }

  private once(path: Path, problem: () => Problem): Problem[] {
    const place = JSON.stringify(path);
    if (this.seen.has(place)) return [];
    this.seen.add(place);
    return [problem()];
  }
}

const fixFor = (meant: string | undefined): string =>
  meant === undefined ? "remove it, or choose one of the fields" : `write ${meant}`;

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      (isFields(at) || Array.isArray(at)) && Object.hasOwn(at, step)
        ? (at as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
