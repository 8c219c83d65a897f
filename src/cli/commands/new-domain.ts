import { Option, type Command } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identifierProblem } from "../../names";
import { addFiles } from "../add-files";
import { checkedMesh, isSound, refuse } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { meshFlag } from "../mesh-flag";
import { formatOption, meshOption, withOptions, type FormatOptions, type MeshOptions } from "../options";
import { domainFile } from "../scaffold/domain-file";
import { schemaFolderOf } from "../scaffold/schema-line";

interface NewDomainOptions extends MeshOptions, FormatOptions {
  readonly team: string;
  readonly email: string;
  readonly parent?: string;
}

/** `meshwright new domain`. */
export function defineNewDomain(command: Command, { io, finish }: CommandContext): void {
  command
    .summary("add a domain")
    .description("Adds a domain: writes its manifest, when the mesh has no error with it.")
    .argument("<name>", "lower-case words joined by single hyphens, such as order-returns");
  withOptions(
    command,
    new Option("--team <team>", "team of mesh.yaml that owns it").makeOptionMandatory(),
    new Option("--email <address>", "where its alerts go").makeOptionMandatory(),
    new Option("--parent <domain>", "domain it is a part of"),
    meshOption(),
    formatOption(),
  ).action((name: string, options: NewDomainOptions) => finish(newDomain(io, name, options)));
}

function newDomain(io: Io, name: string, options: NewDomainOptions): ExitCode {
  // The name becomes a folder, so it is checked before anything else is done with it.
  const problem = identifierProblem("domain", name);
  if (problem !== undefined) throw new Error(problem);

  const mesh = checkedMesh(io, options);
  if (!isSound(mesh)) return refuse(io, mesh, options);
  const schemas = schemaFolderOf(readFileSync(join(mesh.root, mesh.index.mesh.file), "utf8"));
  const flag = meshFlag(options);
  return addFiles(
    io,
    mesh,
    {
      files: [domainFile({ ...options, name, schemas })],
      next: [`npx meshwright new product ${name}/<product>${flag}`, `npx meshwright codeowners${flag}`],
    },
    options,
  );
}
