import type { Problem } from "../../finding";
import { checkNames } from "../check/names";
import { checkKeyPositions } from "../check/keys";
import { Report } from "../check/report";
import { isData, StructureCheck } from "../check/check-structure";
import { alternatives, shown } from "../check/text";
import type { Contract } from "../model";
import { ODCS_VERSIONS, ODCS_WRITTEN } from "../structure";
import { toContract } from "./to-contract";

/** What a contract says, and what is wrong with it. */
export interface ContractResult {
  /** There whenever the file is a contract of a version that is read, so that every other check can run too. */
  readonly contract?: Contract;
  readonly problems: readonly Problem[];
}

/**
 * Reads a contract of ODCS v3.0 to v3.2 from plain data. Everything that does not fit the standard is a problem, all of
 * them at once; what is unknown or deprecated is a warning, for it survives.
 *
 * @param file where the data came from, relative to the mesh's root
 */
export function readContract(file: string, value: unknown): ContractResult {
  if (!isData(value)) return { problems: [notAContract(file, value)] };

  const version = value.apiVersion;
  const minor = typeof version === "string" ? ODCS_VERSIONS.get(version) : undefined;
  if (minor === undefined) return { problems: [unsupported(file, version)] };

  const report = new Report(file, minor);
  new StructureCheck(report, minor).run(value);
  const contract = toContract(file, value);
  if (contract !== undefined) {
    checkNames(report, contract.objects);
    checkKeyPositions(report, contract.objects);
  }
  return { contract, problems: report.problems };
}

function notAContract(file: string, value: unknown): Problem {
  return {
    code: "ContractTypeInvalid",
    severity: "error",
    message: "the contract must be a mapping of keys and values",
    value: shown(value),
    rule: "an ODCS data contract",
    fix: `start it with apiVersion: ${ODCS_WRITTEN} and kind: DataContract`,
    at: { file, path: [] },
  };
}

function unsupported(file: string, version: unknown): Problem {
  const supported = [...ODCS_VERSIONS.keys()];
  if (version === undefined) {
    return {
      code: "ContractMissingField",
      severity: "error",
      message: "the contract has no 'apiVersion'",
      rule: alternatives(supported),
      fix: `add apiVersion: ${ODCS_WRITTEN}`,
      at: { file, path: [] },
    };
  }
  return {
    code: "ContractVersionUnsupported",
    severity: "error",
    message: "this version of ODCS is not read",
    value: shown(version),
    rule: alternatives(supported),
    fix: versionFix(version, supported),
    at: { file, path: ["apiVersion"] },
  };
}

function versionFix(version: unknown, supported: readonly string[]): string {
  const written = String(version);
  if (/^v?2\./.test(written)) {
    return `move the contract to ${ODCS_WRITTEN}: v2 names its tables, columns and root keys otherwise`;
  }
  const [, minor] = /^v?(3\.\d+)(\.|$)/.exec(written) ?? [];
  return `write ${supported.findLast((each) => each.startsWith(`v${minor}.`)) ?? ODCS_WRITTEN}`;
}
