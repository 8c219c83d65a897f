import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { locate, type Finding, type Problem } from "../finding";
import type { MeshIndex } from "../mesh";
import { checkMesh, hasErrors } from "../synth/check-mesh";
import { meshRootOf, todayOf } from "../synth/settings";
import { EXIT, type ExitCode } from "./exit-code";
import type { Io } from "./io";
import type { FormatOptions, MeshOptions } from "./options";
import { print, printError, printJson } from "./print";
import { styleOf } from "./style";
import { findingsDocument } from "./views/findings-json";
import { renderFindings } from "./views/findings";
import { counted, plural } from "./views/text";

/** A mesh that was read and checked. */
export interface CheckedMesh {
  /** Absolute path of the mesh. */
  readonly root: string;
  readonly today: string;
  /** Goes before the paths of findings, so that they lead somewhere from the working directory: `examples/shop/`. */
  readonly prefix: string;
  /** Undefined when `mesh.yaml` cannot be read. */
  readonly index?: MeshIndex;
  readonly problems: readonly Problem[];
}

/** A mesh that has a model to ask. */
export type ReadableMesh = CheckedMesh & { readonly index: MeshIndex };

/** Finds the mesh, reads and checks it. */
export function checkedMesh(io: Io, { mesh }: MeshOptions): CheckedMesh {
  const root = meshRootOf(io, mesh);
  const today = todayOf(io);
  const { index, problems } = checkMesh(root, today);
  return { root, today, prefix: prefixOf(io.cwd, root), index, problems };
}

/** The places of problems in the files of a mesh: a file with a problem is read and parsed once more. */
export function located(root: string, problems: readonly Problem[]): Finding[] {
  return locate(problems, (file) => readFileSync(join(root, file), "utf8"));
}

/** True when there is a model to ask, whatever else is wrong. */
export function isReadable(mesh: CheckedMesh): mesh is ReadableMesh {
  return mesh.index !== undefined;
}

/** True when something may be made from the mesh. */
export function isSound(mesh: CheckedMesh): mesh is ReadableMesh {
  return isReadable(mesh) && !hasErrors(mesh.problems);
}

/** Prints what is wrong with the mesh, and ends the command. */
export function refuse(io: Io, { root, problems, prefix }: CheckedMesh, options: FormatOptions): ExitCode {
  return refuseFindings(io, located(root, problems.filter(isError)), prefix, options);
}

/** Prints what stops a command, and ends it. */
export function refuseFindings(
  io: Io,
  findings: readonly Finding[],
  prefix: string,
  { format }: FormatOptions,
): ExitCode {
  const errors = findings.filter(isError);
  if (format === "json") {
    printJson(io, findingsDocument(errors));
    return EXIT.findings;
  }
  print(io, renderFindings(errors, { style: styleOf(io), prefix }));
  printError(io, [
    `${counted(errors.length, "error")}; correct ${plural(errors.length, "it", "them")} first`,
  ]);
  return EXIT.findings;
}

/** Ends a command that answered from a mesh with errors: the answer may be incomplete, and the reader is told. */
export function answered(io: Io, { problems }: CheckedMesh): ExitCode {
  const errors = problems.filter(isError).length;
  if (errors === 0) return EXIT.ok;
  const missing = `what ${plural(errors, "it is", "they are")} about may be missing here`;
  printError(io, [`the mesh has ${counted(errors, "error")}, and ${missing}; run meshwright validate`]);
  return EXIT.findings;
}

const isError = ({ severity }: Problem): boolean => severity === "error";

/** How to get from one folder to another, with `/` at the end; empty for the same folder. */
export function prefixOf(from: string, to: string): string {
  const path = relative(from, to);
  if (path === "") return "";
  return `${(isAbsolute(path) ? to : path).split(sep).join("/")}/`;
}
