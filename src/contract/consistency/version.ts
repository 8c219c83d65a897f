import { holdsVariable } from "../check/text";
import type { ContractRule } from "./facts";

/** A breaking change of the contract is a new major of the product: a port beside the old one. */
export const majorsAreEqual: ContractRule = (contract, product) => {
  if (holdsVariable(contract.version)) return [];
  const major = majorOf(contract.version);
  const wanted = majorOf(product.version);
  if (major === wanted) return [];
  return [
    {
      code: "ContractVersionMismatch",
      severity: "error",
      message:
        major === undefined
          ? "the contract's version has no major version"
          : `the contract is of major version ${major}, the product of ${wanted ?? "none"}`,
      value: contract.version,
      rule: "contract and product have the same major version",
      fix: `write version: ${product.version}, or make the new major a product of its own`,
      at: { file: contract.file, path: ["version"] },
    },
  ];
};

/** The first number of `1.2.0`, `v1` or `1`. */
function majorOf(version: string): number | undefined {
  const digits = /^v?(\d+)(?:\.|$)/.exec(version)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
