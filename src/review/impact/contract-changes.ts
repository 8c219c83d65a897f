import { diffContracts, type ContractChange } from "../../contract";
import { say, type Verdict } from "../model";
import { contractSentence } from "./contract-sentences";
import { ifRead, type Judged, type ProductPair } from "./judged";
import { readIt, type PortReaders } from "./readers";
import type { Weights } from "./weights";

/** Everything that changes in a product's contract, weighed as the platform weighs it. */
export function contractChanges(
  { before, after, head, readers }: Pick<ProductPair, "before" | "after" | "head" | "readers">,
  weights: Weights,
): Judged[] {
  if (before.contract === undefined || after.contract === undefined) return [];
  const [was, is] = [before.contract, after.contract];
  const { classifications } = head.index.mesh.policy;
  return diffContracts(was, is, { classifications, weights: weights.counts }).map((change) => {
    const isGone = change.kind === "objectRemoved" || change.kind === "fieldRemoved";
    const sentence = contractSentence(change, isGone ? was : is);
    const verdict = verdictOf(change, readers);
    const weight = weights.entries.get(change.kind);
    return {
      verdict,
      change: {
        ...change,
        sentence:
          verdict === "breaks" || verdict === "access" ? say`${sentence}; ${readIt(readers)}` : sentence,
        ...(weight === undefined ? {} : { overridden: { reason: weight.reason, until: weight.until } }),
      },
    };
  });
}

/** Who reads data that is classified otherwise has to treat it otherwise, whatever the version says. */
function verdictOf({ kind, compatibility }: ContractChange, readers: PortReaders): Verdict {
  if (compatibility === "major") return ifRead(readers, "breaks", "additive");
  if (kind === "classificationRaised" || kind === "classificationLowered") {
    return ifRead(readers, "access", "additive");
  }
  return compatibility === "minor" ? "additive" : "none";
}
