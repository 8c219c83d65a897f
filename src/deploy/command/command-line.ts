import { basename, resolve } from "node:path";

/** A command line, as far as it is understood. */
export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  /** Who runs Terraform: the command itself, the framework's command line, or it is not known. */
  readonly kind: "terraform" | "framework" | "other";
  /** Where Terraform works; the working directory unless `-chdir` says otherwise. */
  readonly folder: string;
  /** `plan`: the command of Terraform. */
  readonly subcommand?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Looks at a command line: whether Terraform is run by it, and where. */
export function parseCommandLine(words: readonly string[], cwd: string, env: Variables): CommandLine {
  const [command = "", ...args] = words;
  const name = basename(command);
  const programs = ["terraform", "tofu", basename(env.TERRAFORM_BINARY_NAME ?? "")];
  if (name === "" || !programs.includes(name)) {
    const isFramework = words.slice(0, 4).some((word) => /^cdktf(@|$)/.test(basename(word)));
    return { command, args, kind: isFramework ? "framework" : "other", folder: cwd };
  }
  const chdir = args.find((arg) => arg.startsWith("-chdir="))?.slice("-chdir=".length);
  const subcommand = args.find((arg) => !arg.startsWith("-"));
  return {
    ...{ command, args, kind: "terraform" as const, folder: resolve(cwd, chdir ?? "") },
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

/** What Terraform does without having been initialised. */
const WITHOUT_INIT = new Set(["init", "version", "fmt", "login", "logout", "help"]);

/** True when Terraform wants to be initialised first. */
export const needsInit = ({ kind, subcommand }: CommandLine): boolean =>
  kind === "terraform" && subcommand !== undefined && !WITHOUT_INIT.has(subcommand);
