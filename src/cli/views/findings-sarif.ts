import type { Finding, Severity } from "../../finding";

/** What {@link sarifLog} says of the tool. */
export interface SarifOptions {
  readonly version: string;
  /** Goes before every path: code scanning wants them relative to the repository. */
  readonly prefix: string;
  /** What each code asks for. */
  readonly descriptions: ReadonlyMap<string, string>;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Findings as a SARIF 2.1.0 log, for code scanning and editors. */
export function sarifLog(findings: readonly Finding[], options: SarifOptions): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "meshwright",
            semanticVersion: options.version,
            rules: codes.map((code) => ruleOf(code, severityOf(findings, code), options)),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code), options)),
      },
    ],
  };
}

function ruleOf(code: string, level: Severity, { descriptions }: SarifOptions): object {
  return {
    id: code,
    shortDescription: { text: descriptions.get(code) ?? wordsOf(code) },
    defaultConfiguration: { level },
  };
}

function resultOf(
  { code, severity, at, position, ...said }: Finding,
  ruleIndex: number,
  options: SarifOptions,
) {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageOf(said) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(`${options.prefix}${at.file}`) },
          region: { startLine: position.line, startColumn: position.column },
        },
      },
    ],
  };
}

/** One text with all of it: viewers show nothing else. */
function messageOf({
  message,
  value,
  rule,
  fix,
}: Pick<Finding, "message" | "value" | "rule" | "fix">): string {
  const details = Object.entries({ value, rule, fix }).filter(([, text]) => text !== undefined);
  return [message, ...details.map(([label, text = ""]) => `${label}: ${text}`)].join("\n");
}

function severityOf(findings: readonly Finding[], code: string): Severity {
  return findings.find((finding) => finding.code === code)?.severity ?? "error";
}

/** A relative reference (RFC 3986). */
const uriOf = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** `Unknown team` of `UnknownTeam`, for a code that nobody describes. */
function wordsOf(code: string): string {
  const words = code.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words}.`;
}
