import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readContract, type Contract } from "../contract";
import { locate, type Finding, type Problem } from "../finding";
import { contextOf, runRules } from "../governance";
import { loadManifests, type FileCache, type ManifestSet } from "../manifest";
import { buildMesh, type MeshIndex } from "../mesh";
import { withoutConsequences } from "./left-out";

/** What reading and checking a mesh came to. */
export interface MeshCheck {
  /** Undefined when `mesh.yaml` cannot be read. */
  readonly index?: MeshIndex;
  /** False when a manifest could not be read: what it says is missing from the model. */
  readonly complete: boolean;
  /** In the order in which they were found; their lines are not looked up. */
  readonly problems: readonly Problem[];
  /** The same with their lines, ordered by file, line and column. Looked up when first asked for. */
  readonly findings: readonly Finding[];
}

/** Reads a mesh and checks it: every file by itself, every contract, then all of it together. */
export function checkMesh(root: string, today: string, cache?: FileCache): MeshCheck {
  const { set, problems } = loadManifests(root, { cache });
  if (set === undefined) return checked(root, problems, false);

  const contracts = readContracts(set, cache);
  const context = contextOf(buildMesh(set, contracts.read), today);
  const found = [...problems, ...contracts.problems, ...withoutConsequences(runRules(context), set)];
  return checked(root, found, isWhole(set), context.index);
}

const isWhole = ({ skipped: { domains, products } = { domains: [], products: [] } }: ManifestSet): boolean =>
  domains.length === 0 && products.length === 0;

/** True when something was found that no output may be made from. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function checked(
  root: string,
  problems: readonly Problem[],
  complete: boolean,
  index?: MeshIndex,
): MeshCheck {
  let findings: readonly Finding[] | undefined;
  return {
    index,
    complete,
    problems,
    get findings() {
      return (findings ??= locate(problems, (file) => readFileSync(join(root, file), "utf8")));
    },
  };
}

function readContracts({ products }: ManifestSet, cache?: FileCache) {
  const read = new Map<string, Contract>();
  const problems: Problem[] = [];
  for (const { contractFile: file, contract: value, contractDigest: digest } of products) {
    if (value === undefined) continue;
    const compute = () => readContract(file, value);
    const result =
      cache === undefined || digest === undefined
        ? compute()
        : cache.through(`contract ${file}`, digest, compute);
    problems.push(...result.problems);
    if (result.contract !== undefined) read.set(file, result.contract);
  }
  return { read, problems };
}
