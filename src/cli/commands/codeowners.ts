import { Option, type Command } from "commander";
import { checkedMesh, isSound, refuse } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { CODEOWNERS_FILE, codeownersOf } from "../data/codeowners";
import type { ExitCode } from "../exit-code";
import { updateGenerated, type GenerateOptions } from "../generated-files";
import type { Io } from "../io";
import { formatOption, meshOption, withOptions, type MeshOptions } from "../options";

type CodeownersOptions = MeshOptions & GenerateOptions;

/** `meshwright codeowners`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  withOptions(
    command,
    new Option("--check", "write nothing; fail when it is not up to date"),
    meshOption(),
    formatOption(),
  ).action((options: CodeownersOptions) => finish(codeowners(io, options)));
}

function codeowners(io: Io, options: CodeownersOptions): ExitCode {
  const mesh = checkedMesh(io, options);
  if (!isSound(mesh)) return refuse(io, mesh, options);
  const files = [{ path: CODEOWNERS_FILE, text: codeownersOf(mesh.index.mesh) }];
  return updateGenerated(io, mesh, files, options, "meshwright codeowners");
}
