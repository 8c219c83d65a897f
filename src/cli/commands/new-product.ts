import { InvalidArgumentError, Option, type Command } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identifierProblem } from "../../names";
import { addFiles } from "../add-files";
import { checkedMesh, isSound, refuse, type ReadableMesh } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { findDomain } from "../data/find-subject";
import { firstClassification } from "../data/first-classification";
import { PORT_KINDS, type PortKind } from "../data/state";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { meshFlag } from "../mesh-flag";
import { formatOption, meshOption, withOptions, type FormatOptions, type MeshOptions } from "../options";
import { folderOfDraft, keyOfDraft, type ProductDraft } from "../scaffold/product-draft";
import { CONTRACT_FILE } from "../scaffold/product-file";
import { productFiles } from "../scaffold/product-files";
import { schemaFolderOf } from "../scaffold/schema-line";

interface NewProductOptions extends MeshOptions, FormatOptions {
  readonly ports: readonly PortKind[];
  readonly version: string;
}

/** `meshwright new product`. */
export function defineNewProduct(command: Command, { io, finish }: CommandContext): void {
  command
    .summary("add a product, or a major version of one")
    .description("Adds a draft of a product: manifest, contract and, with a schema, its first migration.")
    .argument("<name>", "domain/product, such as orders/order-placed");
  withOptions(
    command,
    new Option("--ports <kinds>", "topic, bucket and schema, joined by commas")
      .argParser(portsOf)
      .default(["topic"], "topic"),
    new Option("--version <version>", "major.minor.patch; a new major is a product beside the old one")
      .argParser(versionOf)
      .default("1.0.0"),
    meshOption(),
    formatOption(),
  ).action((name: string, options: NewProductOptions) => finish(newProduct(io, name, options)));
}

function newProduct(io: Io, reference: string, options: NewProductOptions): ExitCode {
  const [domain, name] = namesOf(reference);
  const mesh = checkedMesh(io, options);
  if (!isSound(mesh)) return refuse(io, mesh, options);

  const draft = draftOf(mesh, domain, name, options);
  const files = productFiles(draft);
  const migration = files.find(({ path }) => path.endsWith(".sql"));
  const flag = meshFlag(options);
  const next = [
    `describe the data in ${mesh.prefix}${folderOfDraft(draft)}/${CONTRACT_FILE}`,
    `npx meshwright validate${flag}`,
    ...(migration === undefined
      ? []
      : [`npx meshwright migration ${keyOfDraft(draft)}${flag} > ${mesh.prefix}${migration.path}`]),
  ];
  return addFiles(io, mesh, { files, next }, options);
}

function draftOf(
  { root, index: { mesh } }: ReadableMesh,
  domain: string,
  name: string,
  { version, ports }: NewProductOptions,
): ProductDraft {
  return {
    ...{ domain, name, version, ports },
    owner: findDomain(mesh, domain).owner,
    classification: firstClassification(mesh.policy),
    schemas: schemaFolderOf(readFileSync(join(root, mesh.file), "utf8")),
  };
}

/** Both names become folders, so they are checked before anything else is done with them. */
function namesOf(reference: string): [domain: string, product: string] {
  const [domain = "", name, ...rest] = reference.split("/");
  if (name === undefined || rest.length > 0) {
    throw new Error(`a product is named domain/product, such as orders/order-placed, got '${reference}'`);
  }
  const problem = identifierProblem("domain", domain) ?? identifierProblem("product", name);
  if (problem !== undefined) throw new Error(problem);
  return [domain, name];
}

function portsOf(text: string): PortKind[] {
  const words = text.split(",").map((word) => word.trim());
  const unknown = words.filter((word) => !PORT_KINDS.some((kind) => kind === word));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`Ports are ${PORT_KINDS.join(", ")}; '${unknown.join(", ")}' is none.`);
  }
  return PORT_KINDS.filter((kind) => words.includes(kind));
}

function versionOf(text: string): string {
  if (/^[1-9][0-9]?\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/.test(text)) return text;
  throw new InvalidArgumentError("A version is major.minor.patch, such as 1.0.0, with a major from 1 to 99.");
}
