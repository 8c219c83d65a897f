import type { Command } from "commander";
import { answered, checkedMesh, isReadable, refuse } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { listingOf } from "../data/listing";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { formatOption, meshOption, withOptions } from "../options";
import type { FormatOptions, MeshOptions } from "../options";
import { print, printJson } from "../print";
import { styleOf } from "../style";
import { renderListing } from "../views/listing";

type ListOptions = MeshOptions & FormatOptions;

/** `meshwright list`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  withOptions(command, meshOption(), formatOption()).action((options: ListOptions) =>
    finish(list(io, options)),
  );
}

function list(io: Io, options: ListOptions): ExitCode {
  const mesh = checkedMesh(io, options);
  if (!isReadable(mesh)) return refuse(io, mesh, options);

  const listing = listingOf(mesh.index);
  if (options.format === "json") printJson(io, listing);
  else print(io, renderListing(listing, styleOf(io)));
  return answered(io, mesh);
}
