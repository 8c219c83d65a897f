import { CtyError } from "../cty";
import type { CtyType, Diagnostic } from "../model";
import type { DiagnosticMessage } from "./messages";
import { pathMessage } from "./path-message";

/** A call for something the simulated provider does not have. */
export class UnknownTypeError extends Error {
  override readonly name = "UnknownTypeError";

  constructor(
    /** `resource`, `data source` or `ephemeral resource`. */
    readonly kind: string,
    readonly typeName: string,
    readonly source: string,
  ) {
    super(`the offline engine's ${source} has no ${kind} type '${typeName}'`);
  }
}

/** Remarks on the wire; their paths are read by the type of the value they are about. */
export function diagnosticMessages(type: CtyType, diagnostics: readonly Diagnostic[]): DiagnosticMessage[] {
  return diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === "error" ? 1 : 2,
    summary,
    detail: detail ?? "",
    ...(path !== undefined && path.length > 0 ? { attribute: pathMessage(type, path) } : {}),
  }));
}

/** Whatever was thrown while a call was answered, as one error Terraform shows; `subject` names its resource type. */
export function failureMessage(subject: string, error: unknown): DiagnosticMessage {
  const summary =
    error instanceof CtyError ? `${subject}: malformed value` : `${subject}: the offline engine failed`;
  if (error instanceof UnknownTypeError) {
    return {
      severity: 1,
      summary: error.message,
      detail:
        "It is simulated only if the installed bindings have it; check its name and the bindings' version.",
    };
  }
  return { severity: 1, summary, detail: error instanceof Error ? error.message : String(error) };
}
