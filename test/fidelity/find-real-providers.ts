import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../support/offline/terraform";
import { MISSING_VARIABLE, requirements } from "./requirements";

/** Asks Terraform, before all tests, to install the real providers as its user has configured it to. */
async function findRealProviders(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mw-fidelity-"));
  try {
    const configuration = { terraform: { required_providers: requirements() } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
    const { code, output } = await run("terraform", ["init", "-input=false", "-no-color"], folder);
    if (code === 0) return;
    const why = /Error: (.*)/.exec(output)?.[1] ?? `terraform init ended with ${code}`;
    process.env[MISSING_VARIABLE] = why;
    process.stdout.write(
      `skipped: Terraform cannot install the real kafka and postgresql providers (${why})\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What jest calls before all tests is the module itself.
module.exports = findRealProviders;
