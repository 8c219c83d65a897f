import type { Finding, Severity } from "../../finding";
import type { Style } from "../style";

/** How findings are shown. */
export interface FindingsOptions {
  readonly style: Style;
  /** Goes before every path. */
  readonly prefix: string;
}

const PAINTS: Readonly<Record<Severity, "red" | "yellow" | "cyan">> = {
  error: "red",
  warning: "yellow",
  note: "cyan",
};

/** Every finding with its place, value, rule and fix; an empty line between files. */
export function renderFindings(findings: readonly Finding[], options: FindingsOptions): string[] {
  return findings.flatMap((finding, at) => {
    const before = findings[at - 1];
    const gap = before !== undefined && before.at.file !== finding.at.file ? [""] : [];
    return [...gap, ...renderFinding(finding, options)];
  });
}

function renderFinding(finding: Finding, { style, prefix }: FindingsOptions): string[] {
  const { at, position, severity, code, message, value, rule, fix } = finding;
  const place = `${prefix}${at.file}:${position.line}:${position.column}`;
  const paint = style[PAINTS[severity]];
  const details = Object.entries({ value, rule, fix }).filter(([, text]) => text !== undefined);
  return [
    `${place} ${paint(severity)} ${style.bold(code)} ${message}`,
    ...details.map(([label, text = ""]) => `  ${style.dim(`${label}:`.padEnd(6))} ${text}`),
  ];
}
