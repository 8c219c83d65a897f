import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readContract, type Contract } from "../contract";
import { locate, type Finding, type Problem } from "../finding";
import { contextOf, runRules } from "../governance";
import { loadManifests, type FileCache, type ManifestSet } from "../manifest";
import { buildMesh, type MeshIndex } from "../mesh";

/** What reading and checking a mesh came to. */
export interface MeshCheck {
  /** Undefined when `mesh.yaml` cannot be read. */
  readonly index?: MeshIndex;
  /** Ordered by file, line and column. */
  readonly findings: readonly Finding[];
}

/** Reads a mesh and checks it: every file by itself, every contract, then all of it together. */
export function checkMesh(root: string, today: string, cache?: FileCache): MeshCheck {
  const { set, problems } = loadManifests(root, { cache });
  if (set === undefined) return { findings: located(root, problems) };

  const contracts = readContracts(set);
  const context = contextOf(buildMesh(set, contracts.read), today);
  const found = [...problems, ...contracts.problems, ...runRules(context)];
  return { index: context.index, findings: located(root, found) };
}

/** True when something was found that no output may be made from. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

function readContracts({ products }: ManifestSet): { read: Map<string, Contract>; problems: Problem[] } {
  const read = new Map<string, Contract>();
  const problems: Problem[] = [];
  for (const { contractFile, contract: value } of products) {
    if (value === undefined) continue;
    const result = readContract(contractFile, value);
    problems.push(...result.problems);
    if (result.contract !== undefined) read.set(contractFile, result.contract);
  }
  return { read, problems };
}

function located(root: string, problems: readonly Problem[]): Finding[] {
  return locate(problems, (file) => readFileSync(join(root, file), "utf8"));
}
