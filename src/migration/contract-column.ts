import { columnNameProblem, contentProblems } from "./check-column";
import { limitsOf } from "./contract-limits";
import { physicalNameOf, type ContractObject, type ContractProperty } from "./contract-shape";
import { printable, problem, type MigrationProblem } from "./problem";
import type { ColumnDefinition } from "./table";
import { entryOf, familyOf, LOGICAL_TYPES, postgresType } from "./types";

type Path = MigrationProblem["path"];

/** Where a contract states what a column definition calls otherwise. */
const CONTRACT_KEYS: Readonly<Record<string, readonly string[]>> = {
  enumValues: ["enum"],
  minLength: ["logicalTypeOptions", "minLength"],
  maxLength: ["logicalTypeOptions", "maxLength"],
  minimum: ["logicalTypeOptions", "minimum"],
  maximum: ["logicalTypeOptions", "maximum"],
  minItems: ["logicalTypeOptions", "minItems"],
  maxItems: ["logicalTypeOptions", "maxItems"],
};

/** The column of a property of `object`; what is wrong with it is added to `problems`. */
export function columnOf(
  object: ContractObject,
  property: ContractProperty,
  path: Path,
  problems: MigrationProblem[],
): ColumnDefinition {
  const type = typeOf(object, property);
  const position = keyPosition(object, property);
  const column = {
    name: physicalNameOf(property),
    type: type ?? "text",
    required: property.required ?? false,
    unique: property.unique ?? false,
    ...(position > 0 ? { primaryKeyPosition: position } : {}),
    ...(property.description === undefined ? {} : { description: property.description }),
    ...limitsOf(property, familyOf(type ?? "text")),
  };

  problems.push(
    ...nameProblems(path, property),
    ...(type === undefined ? typeProblem(path, property) : relocated(path, contentProblems([], column))),
  );
  return column;
}

/**
 * A physical type belongs to the system that the object is in. Of a table it must be Postgres's; of a topic or a file,
 * or where nothing is said, it may be Avro's or Parquet's, and then the logical type decides.
 */
function typeOf(object: ContractObject, property: ContractProperty): string | undefined {
  const physical = property.physicalType === undefined ? undefined : postgresType(property.physicalType);
  if (physical !== undefined) return physical;
  if (property.physicalType !== undefined && /table/i.test(object.physicalType ?? "")) return undefined;

  const mapping = entryOf(LOGICAL_TYPES, property.logicalType);
  const { format, timezone } = property.logicalTypeOptions ?? {};
  if (mapping?.timezone !== undefined && mapping.timezone.stated === timezone) return mapping.timezone.type;
  return entryOf(mapping?.formats, format) ?? mapping?.type;
}

function typeProblem(path: Path, property: ContractProperty): MigrationProblem[] {
  const { name, logicalType, physicalType } = property;
  if (physicalType !== undefined) {
    const fix = "use a type such as text, bigint, numeric(12,2), timestamptz or jsonb";
    const message = `${printable(physicalType)} is not a known Postgres type`;
    return problem("TypeUnsupported", [...path, "physicalType"], message, fix);
  }
  const fix = `use one of ${Object.keys(LOGICAL_TYPES).join(", ")}`;
  const message =
    logicalType === undefined
      ? `${printable(name)} has no type`
      : `${printable(logicalType)} is not a logical type`;
  return problem("TypeUnsupported", [...path, "logicalType"], message, fix);
}

function nameProblems(path: Path, property: ContractProperty): MigrationProblem[] {
  const reason = columnNameProblem(physicalNameOf(property));
  if (reason === undefined) return [];
  const key = property.physicalName === undefined ? "name" : "physicalName";
  const suggestion = property.name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_")
    .toLowerCase();
  const isBetter = columnNameProblem(suggestion) === undefined;
  const fix = isBetter ? `give it the physicalName '${suggestion}'` : "give it another physicalName";
  return problem("NameInvalid", [...path, key], `column ${reason}`, fix);
}

/** From 1, or 0 for no key. Stated positions come first; columns without one follow, as they stand in the contract. */
function keyPosition(object: ContractObject, property: ContractProperty): number {
  const key = (object.properties ?? []).filter(({ primaryKey }) => primaryKey === true);
  return [...key].sort((a, b) => stated(a) - stated(b)).indexOf(property) + 1;
}

/** ODCS writes -1 for "not stated". A large number and no infinity: infinities do not subtract to 0. */
function stated({ primaryKeyPosition }: ContractProperty): number {
  return primaryKeyPosition !== undefined && primaryKeyPosition > 0
    ? primaryKeyPosition
    : Number.MAX_SAFE_INTEGER;
}

function relocated(path: Path, problems: readonly MigrationProblem[]): MigrationProblem[] {
  return problems.map((one) => {
    const [key, ...rest] = one.path;
    const contractKey = entryOf(CONTRACT_KEYS, key) ?? (key === undefined ? [] : [key]);
    return { ...one, path: [...path, ...contractKey, ...rest] };
  });
}
