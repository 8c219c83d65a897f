import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { credentialPlaceholders } from "../../deploy/command/placeholders";
import { remarkFrom, runTerraform, type Terraform } from "../../deploy/terraform";
import { readStackPlan, type ReadStackPlan } from "../read-stack-plan";
import { secretsOfDocument } from "./document-secrets";

/** One stack, on both sides of a change, as JSON. */
export interface StackChange {
  /** Undefined for a stack that is new. */
  readonly base?: string;
  /** Undefined for a stack that goes. */
  readonly head?: string;
}

/** What Terraform is run with. */
export interface TerraformContext {
  readonly terraform: Terraform;
  /** With the engine's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stack: string;
  /** The names of the mesh, which are no secrets. */
  readonly publicWords: readonly string[];
  /** For this stack alone; removed afterwards. */
  readonly folder: string;
  readonly stop?: AbortSignal;
}

/** A plan, or why there is none, in Terraform's words without secrets; both when it failed half-way. */
export interface PlannedChange {
  readonly read?: ReadStackPlan;
  readonly error?: string;
}

/** The simulated providers have nothing to refresh from, and nobody else is there to lock out. */
const ALONE = ["-input=false", "-no-color", "-refresh=false", "-lock=false"];

/** More at once than Terraform's ten: nothing is waited for but this machine. */
const MANY = "-parallelism=32";

/**
 * Lets the real Terraform make the base's state from nothing, on simulated providers, and plan the head on it.
 */
export async function planChange(
  { base, head }: StackChange,
  context: TerraformContext,
): Promise<PlannedChange> {
  const { folder, stack, publicWords } = context;
  const run = (words: readonly string[]) => runIn(words, context);
  const errorIn = (stderr: string): string =>
    [base, head]
      .filter((text) => text !== undefined)
      .reduce((said, text) => secretsOfDocument(text, context).redact(said), saidIn(stderr));
  const configure = (text: string): void => writeFileSync(join(folder, "cdk.tf.json"), text);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    if (base !== undefined) {
      configure(base);
      const made = await run(["apply", "-auto-approve", "-backup=-", MANY, ...ALONE]);
      if (made.code !== 0) return { error: `the base cannot be made: ${errorIn(made.stderr)}` };
    }
    configure(head ?? base ?? "{}");
    const goal = head === undefined ? ["-destroy"] : [];
    const planned = await run(["plan", "-out=plan", MANY, ...goal, ...ALONE]);
    const error = planned.code === 0 ? undefined : errorIn(planned.stderr);
    const shown = await run(["show", "-json", "-no-color", "plan"]);
    if (shown.code === 0) {
      const read = readStackPlan(stack, Buffer.from(shown.stdout), publicWords);
      return { read, ...(error === undefined ? {} : { error }) };
    }
    return { error: error ?? errorIn(shown.stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runIn(words: readonly string[], { terraform, env, folder, stop }: TerraformContext) {
  return runTerraform(terraform.command, words, {
    directory: folder,
    env: {
      ...credentialPlaceholders(),
      ...withoutSettings(env),
      TF_IN_AUTOMATION: "1",
      TF_WORKSPACE: "default",
    },
    ...(stop === undefined ? {} : { stop }),
  });
}

/**
 * Of how somebody runs Terraform otherwise: more words, another folder for its data, logs between its answers, and keys
 * that OpenTofu would have to fetch.
 */
const SETTINGS = /^TF_(?:CLI_ARGS|DATA_DIR|ENCRYPTION|LOG)/;

const withoutSettings = (env: TerraformContext["env"]): TerraformContext["env"] =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !SETTINGS.test(name)));

function saidIn(stderr: string): string {
  const { summary, detail } = remarkFrom(stderr);
  return detail === "" ? summary : `${summary}: ${whyFirst(detail)}`;
}

/** A comment shows one line of it: why goes before the place in a file that nobody has. */
function whyFirst(detail: string): string {
  const [where = "", why, ...rest] = detail.split(/\n\s*\n/);
  if (why === undefined || !/^(?:on|with) \S/.test(where)) return detail;
  return [why.replace(/\n(?=\S)/g, " "), ...rest, where].join("\n\n");
}
