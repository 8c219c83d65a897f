import type { Problem } from "../../finding";
import type { Contract } from "../model";
import { compactedTopicHasKey } from "./compaction";
import { sensitiveDataIsEncrypted } from "./encryption";
import type { ContractRule, MeshFacts, ProductFacts } from "./facts";
import { identityIsTheProducts } from "./identity";
import { classificationIsKnown } from "./known-classification";
import { personalDataIsClassified } from "./personal";
import { retentionIsKept } from "./retention";
import { serversMatchNames } from "./servers";
import { sensitiveDataStaysBelowRoot } from "./sharing";
import { tablesAreDescribed } from "./tables";
import { majorsAreEqual } from "./version";

/** Every rule that holds between a contract and its product. */
export const contractRules: readonly ContractRule[] = [
  retentionIsKept,
  compactedTopicHasKey,
  classificationIsKnown,
  personalDataIsClassified,
  sensitiveDataStaysBelowRoot,
  sensitiveDataIsEncrypted,
  serversMatchNames,
  tablesAreDescribed,
  majorsAreEqual,
  identityIsTheProducts,
];

/** What all rules say about one contract and its product. */
export function checkContract(contract: Contract, product: ProductFacts, mesh: MeshFacts): Problem[] {
  return contractRules.flatMap((rule) => rule(contract, product, mesh));
}
