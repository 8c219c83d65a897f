import { alternatives } from "../check/text";
import { classificationAt, classifiedFields, fieldName } from "./classification";
import type { ContractRule, MeshFacts } from "./facts";

/** What is most sensitive stays below the root of its domain, unless the policy says otherwise. */
export const sensitiveDataStaysBelowRoot: ContractRule = (contract, product, mesh) => {
  const kept = classifiedFields(contract).filter(
    ({ classification }) => classification !== undefined && staysBelowRoot(classification, mesh),
  );
  const [first, ...others] = kept;
  if (first === undefined) return [];

  const root = mesh.rootOf(product.domain);
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return [...new Set(product.sharedWith)]
    .filter((domain) => mesh.rootOf(domain) !== root)
    .map((domain) => ({
      code: "ClassificationSharing",
      severity: "error",
      message: `'${fieldName(first)}'${more} is '${first.classification}' and shared with '${domain}', outside of '${root}'`,
      value: first.classification,
      rule: `beyond '${root}' only ${alternatives(sharedBeyondRoot(mesh))} may be shared`,
      fix: `take the field out of what is shared, in a product of its own, or the share with '${domain}'`,
      at: classificationAt(contract, first),
    }));
};

function staysBelowRoot(classification: string, mesh: MeshFacts): boolean {
  return mesh.classifications.includes(classification) && !sharedBeyondRoot(mesh).includes(classification);
}

const sharedBeyondRoot = ({ sharedBeyondRoot, classifications }: MeshFacts): readonly string[] =>
  sharedBeyondRoot ?? classifications.slice(0, -1);
