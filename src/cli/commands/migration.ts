import type { Command } from "commander";
import type { Finding } from "../../finding";
import { MigrationError, type Migration } from "../../migration";
import { checkedMesh, isSound, located, refuse, refuseFindings } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { findProduct } from "../data/find-subject";
import { migrationOf, type MigratedProduct } from "../data/migration-of";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { formatOption, meshOption, withOptions, type FormatOptions, type MeshOptions } from "../options";
import { printJson } from "../print";

type MigrationOptions = MeshOptions & FormatOptions;

/** `meshwright migration`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.argument("<name>", "domain/product with or without .vN, such as orders/order-placed.v2");
  withOptions(command, meshOption(), formatOption()).action((name: string, options: MigrationOptions) =>
    finish(migration(io, name, options)),
  );
}

function migration(io: Io, name: string, options: MigrationOptions): ExitCode {
  const mesh = checkedMesh(io, options);
  if (!isSound(mesh)) return refuse(io, mesh, options);

  const product = findProduct(mesh.index, name);
  if (product.schema === undefined)
    throw new Error(`'${product.key}' has no schema port, so it has no tables`);
  const { tables } = product.schema;
  const made = migrationOrFindings(mesh.root, { ...product, tables });
  if (!("sql" in made)) return refuseFindings(io, made, mesh.prefix, options);

  if (options.format === "json") printJson(io, made);
  else io.stdout(made.sql);
  return EXIT.ok;
}

/** What is wrong in the contract is a finding in its file, like everything else. */
function migrationOrFindings(root: string, product: MigratedProduct): Migration | Finding[] {
  try {
    return migrationOf(root, product);
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    const problems = error.problems.map(({ code, path, message, fix }) => ({
      ...{ code, message, fix },
      severity: "error" as const,
      at: { file: product.contractFile, path },
    }));
    return located(root, problems);
  }
}
