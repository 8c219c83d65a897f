import type { Ended } from "./small-deploy";

/** The errors in the lines of what a deployment wrote, Terraform's own and the command's. */
export function errorsIn({ output }: Ended): string[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return line.startsWith("error: ") ? [line] : [];
    const { diagnostic } = JSON.parse(line) as {
      readonly diagnostic?: { severity: string; summary: string; detail: string };
    };
    return diagnostic?.severity === "error" ? [`${diagnostic.summary}: ${diagnostic.detail}`] : [];
  });
}
