import { z } from "zod";
import { date, reason } from "./scalars";

/** Everything that can change in a contract; what each means is said where contracts are compared. */
export const CONTRACT_CHANGE_KINDS = [
  "objectRemoved",
  "objectAdded",
  "objectRenamed",
  "objectRelabelled",
  "fieldRemoved",
  "fieldAdded",
  "fieldRenamed",
  "fieldRelabelled",
  "retyped",
  "requirednessTightened",
  "requirednessLoosened",
  "uniquenessTightened",
  "uniquenessLoosened",
  "enumNarrowed",
  "enumWidened",
  "limitTightened",
  "limitLoosened",
  "keyChanged",
  "slaRaised",
  "slaLowered",
  "classificationRaised",
  "classificationLowered",
  "statusChanged",
  "descriptionChanged",
] as const;

/** What changed in a contract, in one word. */
export type ContractChangeKind = (typeof CONTRACT_CHANGE_KINDS)[number];

/** The least that a version has to be raised: `none` is a patch at most. */
export const COMPATIBILITIES = ["none", "minor", "major"] as const;

/** By how much a version has to be raised. */
export type Compatibility = (typeof COMPATIBILITIES)[number];

/** An entry of `policy.contractChanges`. */
export const contractWeight = z
  .strictObject({
    change: z.enum(CONTRACT_CHANGE_KINDS).describe("What changes in a contract."),
    counts: z
      .enum(COMPATIBILITIES)
      .describe("By how much it has to raise the version; major breaks readers."),
    reason: reason("Why it is weighed otherwise here."),
    until: date("The last day on which it is weighed so."),
  })
  .describe("One kind of change.");
