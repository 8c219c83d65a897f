import { sarifDocument, type Finding } from "../../finding";

/** What {@link sarifLog} says of the tool. */
export interface SarifOptions {
  readonly version: string;
  /** Goes before every path: code scanning wants them relative to the repository. */
  readonly prefix: string;
  /** What each code asks for. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/** Findings as a SARIF 2.1.0 log, for code scanning and editors. */
export function sarifLog(findings: readonly Finding[], options: SarifOptions): object {
  const { version, prefix, descriptions } = options;
  const results = findings.map((finding) => ({
    ...{ rule: finding.code, level: finding.severity, text: messageOf(finding) },
    ...{ file: finding.at.file, line: finding.position.line, column: finding.position.column },
  }));
  return sarifDocument(results, { version, prefix, descriptionOf: (code) => descriptions.get(code) });
}

/** One text with all of it: viewers show nothing else. */
function messageOf({ message, value, rule, fix }: Finding): string {
  const details = Object.entries({ value, rule, fix }).filter(([, text]) => text !== undefined);
  return [message, ...details.map(([label, text = ""]) => `${label}: ${text}`)].join("\n");
}
