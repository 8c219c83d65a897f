import type { Severity } from "./finding";

/** One result of a {@link sarifDocument}. */
export interface SarifResult {
  readonly rule: string;
  readonly level: Severity;
  /** Plain text; brackets that are no links are escaped (SARIF 2.1.0 §3.11.6). */
  readonly text: string;
  /** What stays the same from run to run. @default - the tool that reads the log works it out */
  readonly fingerprint?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the files of a log are, and by what it was made. */
export interface SarifDocumentOptions {
  /** Goes before every path: code scanning wants them relative to the repository. */
  readonly prefix: string;
  /** The version of the tool. @default - none is named */
  readonly version?: string;
  /** Tells the runs of one tool apart: `review/shop/prod/`. @default - there is one kind of run */
  readonly automationId?: string;
  /** What a rule asks for; a rule without it is described by its own name. */
  readonly descriptionOf: (rule: string) => string | undefined;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Results as a SARIF 2.1.0 log, for code scanning and editors. */
export function sarifDocument(results: readonly SarifResult[], options: SarifDocumentOptions): object {
  const { version, automationId } = options;
  const levels = new Map<string, Severity>();
  for (const { rule, level } of results) if (!levels.has(rule)) levels.set(rule, level);
  const rules = [...levels.keys()].sort();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "meshwright",
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: rules.map((rule) => ({
              id: rule,
              shortDescription: { text: options.descriptionOf(rule) ?? wordsOf(rule) },
              defaultConfiguration: { level: levels.get(rule) },
            })),
          },
        },
        ...(automationId === undefined ? {} : { automationDetails: { id: automationId } }),
        columnKind: "utf16CodeUnits",
        results: results.map((result) => resultOf(result, indexes.get(result.rule) ?? -1, options)),
      },
    ],
  };
}

function resultOf(
  { rule, level, text, fingerprint, file, line, column }: SarifResult,
  ruleIndex: number,
  { prefix }: SarifDocumentOptions,
): object {
  return {
    ...{ ruleId: rule, ruleIndex, level },
    message: { text },
    ...(fingerprint === undefined ? {} : { partialFingerprints: { "meshwright/v1": fingerprint } }),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(`${prefix}${file}`) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A relative reference (RFC 3986); halves of surrogate pairs are no part of one. */
const uriOf = (path: string): string =>
  path
    .split("/")
    .map((step) => encodeURIComponent(Buffer.from(step).toString()))
    .join("/");

/** `Unknown team.` of `UnknownTeam`. */
const wordsOf = (rule: string): string =>
  `${rule.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
