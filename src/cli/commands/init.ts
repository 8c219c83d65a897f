import { Option, type Command } from "commander";
import { basename, resolve } from "node:path";
import { lockFile } from "../../manifest";
import { identifierProblem } from "../../names";
import { todayOf } from "../../synth/settings";
import { ownPackage } from "../../synth/versions";
import { prefixOf, refuseFindings } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { CODEOWNERS_FILE, codeownersOf } from "../data/codeowners";
import { lockFiles } from "../data/lock-files";
import { writtenFiles } from "../data/written";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { formatOption, withOptions, type FormatOptions } from "../options";
import { print, printJson } from "../print";
import { checkDraft } from "../scaffold/check-draft";
import { FIRST_DOMAIN, meshFiles } from "../scaffold/mesh";
import { refuseToOverwrite, writeNewFiles } from "../scaffold/write-files";
import { styleOf } from "../style";
import { renderWritten } from "../views/written";

interface InitOptions extends FormatOptions {
  readonly organisation: string;
}

/** The organisation of a new mesh, until somebody says another. */
export const DEFAULT_ORGANISATION = "example";

/** `meshwright init`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      "Starts a mesh repository: settings, one domain with one product, its contract and lock, CI workflow and CODEOWNERS.",
    )
    .argument("<dir>", "folder of the repository; nothing in it is overwritten");
  withOptions(
    command,
    new Option("--organisation <word>", "one lower-case word; every bucket name starts with it").default(
      DEFAULT_ORGANISATION,
    ),
    formatOption(),
  ).action((folder: string, options: InitOptions) => finish(init(io, folder, options)));
}

function init(io: Io, folder: string, { organisation, format }: InitOptions): ExitCode {
  const problem = identifierProblem("organisation", organisation);
  if (problem !== undefined) throw new Error(problem);

  const root = resolve(io.cwd, folder);
  const prefix = prefixOf(io.cwd, root);
  const { version, peerDependencies: peers } = ownPackage();
  const files = meshFiles({ organisation, folder: basename(root), version, peers });
  const made = [CODEOWNERS_FILE, lockFile(FIRST_DOMAIN)];
  refuseToOverwrite(root, [...files, ...made.map((path) => ({ path, text: "" }))]);

  const { index, errors } = checkDraft(undefined, files, todayOf(io));
  if (index === undefined || errors.length > 0) return refuseFindings(io, errors, prefix, { format });
  const all = [
    ...files,
    { path: CODEOWNERS_FILE, text: codeownersOf(index.mesh) },
    ...lockFiles(index, index.mesh.domains.values()),
  ];
  writeNewFiles(root, all);

  const go = prefix === "" ? [] : [`cd ${folder}`];
  const written = writtenFiles(prefix, all, [
    ...go,
    "npm install",
    "npx meshwright validate",
    "npx meshwright deploy --offline",
    // A review compares with a commit.
    'git init --initial-branch=main && git add --all && git commit --message "The data mesh"',
    "npx meshwright review   # after every change: is it safe to merge?",
  ]);
  if (format === "json") printJson(io, written);
  else print(io, renderWritten(written, styleOf(io)));
  return EXIT.ok;
}
