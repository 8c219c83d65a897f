import { execFile } from "node:child_process";
import { delimiter } from "node:path";

/** The program that plans and applies. */
export interface Terraform {
  /** What is started, such as `terraform`. */
  readonly command: string;
  readonly product: Product;
  /** `1.11.4`. */
  readonly version: string;
}

export type Product = "Terraform" | "OpenTofu";

/** The oldest versions that understand the stacks: `import` blocks, `terraform_data` and `moved`. */
export const OLDEST: Readonly<Record<Product, string>> = { Terraform: "1.5.0", OpenTofu: "1.6.0" };

/** The oldest versions of both with ephemeral resources and write-only arguments, which passwords need. */
export const OLDEST_FOR_PASSWORDS = "1.11.0";

/** There is no program to plan with, or only one that is too old. */
export class TerraformUnusable extends Error {
  override readonly name = "TerraformUnusable";
}

const HOW = "install Terraform 1.11 or OpenTofu 1.11 or later, or name the program in TERRAFORM_BINARY_NAME";

/** Anything that takes longer to say its version is not Terraform. */
const PATIENCE_MS = 20_000;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The program that `TERRAFORM_BINARY_NAME` names, else `terraform`, else `tofu`.
 *
 * @throws TerraformUnusable in one sentence that says what to install and where it looked.
 */
export async function findTerraform(env: Variables): Promise<Terraform> {
  const named = env.TERRAFORM_BINARY_NAME ?? "";
  const candidates = named === "" ? ["terraform", "tofu"] : [named];
  for (const command of candidates) {
    const said = await versionOf(command, env);
    if (said !== undefined) return checked(command, said);
  }
  const names = candidates.map((name) => `'${name}'`).join(" nor ");
  throw new TerraformUnusable(
    `Terraform was not found: there is no ${names} ${lookedIn(candidates, env)}; ${HOW}`,
  );
}

/**
 * Says that a stack needs a newer program, when it does.
 *
 * @throws TerraformUnusable when `stack` has write-only passwords and the program does not know them.
 */
export function checkPasswordSupport({ product, version }: Terraform, stack: string): void {
  if (!isOlder(version, OLDEST_FOR_PASSWORDS)) return;
  throw new TerraformUnusable(
    `${product} ${version} is too old for stack '${stack}': it has passwords that are never stored, ` +
      `which need ${product} 1.11 or later`,
  );
}

function checked(command: string, said: string): Terraform {
  const found = /^(?<product>Terraform|OpenTofu) v(?<version>\d+\.\d+\.\d+)/m.exec(said)?.groups;
  if (found?.version === undefined) {
    throw new TerraformUnusable(
      `'${command} version' does not say the version of Terraform or OpenTofu; ${HOW}`,
    );
  }
  const product: Product = found.product === "OpenTofu" ? "OpenTofu" : "Terraform";
  if (!isOlder(found.version, OLDEST[product])) return { command, product, version: found.version };
  throw new TerraformUnusable(
    `'${command}' is ${product} ${found.version}, which is too old: at least ${OLDEST[product]} is needed; ${HOW}`,
  );
}

/** What the program says of itself; undefined when there is none. */
function versionOf(command: string, env: Variables): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...env, CHECKPOINT_DISABLE: "1" }, timeout: PATIENCE_MS };
    execFile(command, ["version"], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT") resolve(undefined);
      else
        reject(
          new TerraformUnusable(`'${command} version' fails: ${error.message.split("\n", 1)[0]}; ${HOW}`),
        );
    });
  });
}

function lookedIn(candidates: readonly string[], { PATH = "" }: Variables): string {
  if (candidates.some((name) => name.includes("/"))) return "there";
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  return folders.length === 0 ? "to look for: PATH is empty" : `in PATH (${folders.join(", ")})`;
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}
