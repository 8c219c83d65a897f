import { Option, type Command } from "commander";
import { checkedMesh, isSound, refuse } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { findDomain } from "../data/find-subject";
import { lockFiles } from "../data/lock-files";
import type { ExitCode } from "../exit-code";
import { updateGenerated, type GenerateOptions } from "../generated-files";
import type { Io } from "../io";
import { formatOption, meshOption, withOptions, type MeshOptions } from "../options";

type LockOptions = MeshOptions & GenerateOptions;

/** `meshwright lock`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      "Writes locks/<domain>.json: what a domain has now. Whatever is less later (a partition, a port, a retention, a " +
        "product) is then an error, unless the domain acknowledges the loss. Run it once a change is deployed, or with it.",
    )
    .argument("[domains...]", "domains to lock (default: all)");
  withOptions(
    command,
    new Option("--check", "write nothing; fail when a lock is not up to date"),
    meshOption(),
    formatOption(),
  ).action((domains: string[], options: LockOptions) => finish(lock(io, domains, options)));
}

function lock(io: Io, names: readonly string[], options: LockOptions): ExitCode {
  const checked = checkedMesh(io, options);
  if (!isSound(checked)) return refuse(io, checked, options);
  const { mesh } = checked.index;
  const domains = names.length === 0 ? mesh.domains.values() : names.map((name) => findDomain(mesh, name));
  return updateGenerated(io, checked, lockFiles(checked.index, domains), options, "meshwright lock");
}
