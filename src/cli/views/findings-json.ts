import type { Finding } from "../../finding";

/** The form of {@link findingsDocument}; another number means another form. */
export const FINDINGS_FORMAT = "meshwright.findings/1";

/** Findings for programs; paths are relative to the mesh. */
export function findingsDocument(findings: readonly Finding[], more: object = {}): object {
  return {
    format: FINDINGS_FORMAT,
    ...more,
    findings: findings.map(({ code, severity, message, value, rule, fix, at, position }) => ({
      ...{ code, severity, message, value, rule, fix },
      file: at.file,
      line: position.line,
      column: position.column,
      path: at.path,
    })),
  };
}
