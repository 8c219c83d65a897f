import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const REPOSITORY = join(__dirname, "..", "..", "..");
export const DOCS = readFileSync(join(REPOSITORY, "docs", "review-in-ci.md"), "utf8");

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> };
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly (Step & { readonly shell: string })[] };
}

export const ACTION = parse(readFileSync(join(REPOSITORY, "action.yml"), "utf8")) as Action;

/** The YAML blocks of the page, by the file that their first line names. */
export const SNIPPETS = new Map(
  [...DOCS.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", text = ""]) => [file, text]),
);

/** One workflow of the page. */
export function workflow(name: string): Workflow {
  const text = SNIPPETS.get(`.github/workflows/${name}.yml`);
  if (text === undefined) throw new Error(`the page has no workflow ${name}`);
  return parse(text) as Workflow;
}
