import { Option, type Command } from "commander";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { SynthOptions as SynthInput, SynthResult } from "../../synth";
import { environmentNameOf, meshRootOf, todayOf } from "../../synth/settings";
import { prefixOf, refuseFindings } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { synthSummary } from "../data/synth-summary";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
import type { EnvironmentOptions, FormatOptions, MeshOptions } from "../options";
import { print, printError, printJson } from "../print";
import { styleOf } from "../style";
import { renderSynth } from "../views/synth-summary";
import { counted } from "../views/text";

interface SynthOptions extends MeshOptions, FormatOptions, EnvironmentOptions {
  readonly out: string;
}

/** Where the framework looks for stacks, as `cdktf.json` says. */
export const DEFAULT_OUTDIR = "cdktf.out";

const load = createRequire(__filename);

/** `meshwright synth`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.description(
    "Checks the mesh and writes the Terraform stacks of an environment; stacks that did not change are left alone.",
  );
  withOptions(
    command,
    meshOption(),
    environmentOption(),
    new Option("--out <dir>", "folder of the stacks").default(DEFAULT_OUTDIR),
    formatOption(),
  ).action((options: SynthOptions) => finish(synth(io, options)));
}

function synth(io: Io, options: SynthOptions): ExitCode {
  const root = meshRootOf(io, options.mesh);
  const outdir = resolve(io.cwd, options.out);
  const { check, view, stacks, failures } = synthMesh({
    root,
    outdir,
    environment: environmentNameOf(io, options.env),
    today: todayOf(io),
    // The same file that the CDKTF app keeps.
    cacheFile: join(dirname(outdir), ".meshwright", "cache", "manifests.json"),
  });
  if (failures.length > 0) return refuseStacks(io, failures, options);
  if (view === undefined || stacks === undefined) {
    return refuseFindings(io, check.findings, prefixOf(io.cwd, root), options);
  }

  const warnings = check.problems.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) printError(io, [`${counted(warnings, "warning")}; meshwright validate shows them`]);

  const domains = view.mesh.domains.keys();
  const summary = synthSummary({ outdir, environment: view.manifest.name, domains, stacks });
  if (options.format === "json") printJson(io, summary);
  else print(io, renderSynth(summary, relative(io.cwd, outdir) || ".", styleOf(io)));
  return EXIT.ok;
}

/** The manifests are right and still no stack comes of them: a policy that is too large for AWS, say. */
function refuseStacks(io: Io, failures: SynthResult["failures"], { format }: SynthOptions): ExitCode {
  if (format === "json") printJson(io, { format: "meshwright.synth/1", failures });
  else {
    print(
      io,
      failures.map(({ message }) => message),
    );
    print(io, [`${counted(failures.length, "stack")} cannot be made; nothing was written`]);
  }
  return EXIT.findings;
}

/** The framework and the providers' bindings take a second to read: only a run that writes stacks pays for it. */
function synthMesh(input: SynthInput): SynthResult {
  return (load("../../synth") as { synthMesh: (input: SynthInput) => SynthResult }).synthMesh(input);
}
