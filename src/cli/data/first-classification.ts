import { NEW_CONTRACT_CLASSIFICATION } from "../../contract";
import type { MeshPolicy } from "../../mesh";

/** What a new field is classified as: the usual word where the mesh knows it, else its least sensitive one. */
export function firstClassification({ classifications }: MeshPolicy): string {
  const known = classifications.includes(NEW_CONTRACT_CLASSIFICATION);
  return known ? NEW_CONTRACT_CLASSIFICATION : (classifications[0] ?? NEW_CONTRACT_CLASSIFICATION);
}
