import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where Terraform remembers, in a stack's folder, which backend it was initialised with. */
const MEMORY = join(".terraform", "terraform.tfstate");

/**
 * Lets Terraform forget the backend of the stack that was in this folder before, when the new one has another: the
 * other environment's. Otherwise it offers to copy the one state over the other, and the framework's command line
 * answers yes. The states themselves are not touched.
 */
export function forgetOtherBackend(newStack: string, oldStack: string): void {
  const before = backendOf(oldStack);
  if (before === undefined || before === backendOf(newStack)) return;
  rmSync(join(dirname(oldStack), MEMORY), { force: true });
}

/** The backend of a stack's JSON as text; undefined when there is no such file, or none that says. */
function backendOf(file: string): string | undefined {
  try {
    const { terraform } = JSON.parse(readFileSync(file, "utf8")) as { terraform?: { backend?: unknown } };
    return JSON.stringify(terraform?.backend);
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
