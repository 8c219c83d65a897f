import type { Command } from "commander";
import type { MeshIndex } from "../../mesh";
import { chooseEnvironment } from "../../synth/choose-environment";
import { environmentNameOf } from "../../synth/settings";
import { answered, checkedMesh, isReadable, refuse } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { domainDetail } from "../data/domain-detail";
import { findSubject } from "../data/find-subject";
import { productDetail } from "../data/product-detail";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
import type { EnvironmentOptions, FormatOptions, MeshOptions } from "../options";
import { print, printJson } from "../print";
import { styleOf } from "../style";
import { renderDomain } from "../views/domain-detail";
import { renderProduct } from "../views/product-detail";

type ShowOptions = MeshOptions & FormatOptions & EnvironmentOptions;

/** `meshwright show`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  command.argument(
    "<name>",
    "a domain, or domain/product with or without .vN, such as orders/order-placed.v2",
  );
  withOptions(command, meshOption(), environmentOption(), formatOption()).action(
    (name: string, options: ShowOptions) => finish(show(io, name, options)),
  );
}

function show(io: Io, name: string, options: ShowOptions): ExitCode {
  const mesh = checkedMesh(io, options);
  if (!isReadable(mesh)) return refuse(io, mesh, options);

  showSubject(io, mesh.index, name, options);
  return answered(io, mesh);
}

function showSubject(io: Io, index: MeshIndex, name: string, { env, format }: ShowOptions): void {
  const environment = chooseEnvironment(index.mesh.environments, environmentNameOf(io, env));
  const subject = findSubject(index, name);
  const style = styleOf(io);
  if (subject.kind === "domain") {
    const detail = domainDetail(index, environment, subject.domain);
    if (format === "json") printJson(io, detail);
    else print(io, renderDomain(detail, style));
    return;
  }
  const detail = productDetail(index, environment, subject.product);
  if (format === "json") printJson(io, detail);
  else print(io, renderProduct(detail, style));
}
