import { VERDICTS, type Review } from "../../model";

/** True when errors in the manifests let nothing be planned: no stack of the mesh was looked at. */
export function isUnplanned({ stacks, unchanged, findings }: Review): boolean {
  return stacks.length + unchanged.length === 0 && findings.some(({ severity }) => severity === "error");
}

/** The verdict in its sign and its words. No plan failed where there was none, or where all are well. */
export function titleOf(review: Review): { readonly icon: string; readonly words: string } {
  const { icon, words } = VERDICTS[review.verdict];
  if (isUnplanned(review)) return { icon: VERDICTS.planFailed.icon, words: "not reviewed" };
  const isOfManifests =
    review.verdict === "planFailed" && review.stacks.every(({ verdict }) => verdict !== "planFailed");
  return { icon, words: isOfManifests ? "errors in the manifests" : words };
}
