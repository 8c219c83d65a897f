import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a command wrote and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command without blocking this process, which serves the engine meanwhile. */
export function run(
  command: string,
  args: readonly string[],
  directory: string,
  env: object = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: directory, env: { ...process.env, ...env } });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

/** A folder with a Terraform configuration, and the real Terraform over it. */
export class TerraformFolder {
  readonly path = mkdtempSync(join(tmpdir(), "mw-terraform-"));

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  write(configuration: object): this {
    writeFileSync(join(this.path, "main.tf.json"), JSON.stringify(configuration));
    return this;
  }

  terraform(...args: string[]): Promise<Outcome> {
    return run("terraform", [...args, "-no-color"], this.path, {
      TF_IN_AUTOMATION: "1",
      ...this.environment,
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
