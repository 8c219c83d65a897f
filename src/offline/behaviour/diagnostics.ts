import type { Diagnostic, Path } from "../model";

/** An error in the provider's words. */
export const failure = (summary: string, path?: Path, detail?: string): Diagnostic => ({
  severity: "error",
  summary,
  ...(detail === undefined ? {} : { detail }),
  ...(path === undefined ? {} : { path }),
});
