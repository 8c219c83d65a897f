import type { Compatibility, ContractChangeKind } from "../../manifest";
import type { LimitName } from "./limits";

/** What changed between two versions of a contract. */
export interface ContractChange {
  readonly kind: ContractChangeKind;
  readonly compatibility: Compatibility;
  /** Name of the object it happened to; undefined for the contract as a whole. */
  readonly object?: string;
  /** Path of the field, as it is called after the change; as it was called when it is gone. */
  readonly field?: string;
  /** `retention`: the SLA property it happened to. */
  readonly sla?: string;
  /** `maxLength`: the limit of the field's values that it happened to. */
  readonly limit?: LimitName;
  readonly before?: string;
  readonly after?: string;
}

/** A change before it is weighed. */
export type Change = Omit<ContractChange, "compatibility">;

export type { Compatibility, ContractChangeKind };

/** What each kind of change means to those who read the data. A policy can weigh them otherwise. */
export const CONTRACT_CHANGES = {
  objectRemoved: "major",
  objectAdded: "minor",
  /** The table or topic is called otherwise. */
  objectRenamed: "major",
  /** Only its name in the contract changed, the physical one stayed. */
  objectRelabelled: "minor",
  fieldRemoved: "major",
  fieldAdded: "minor",
  /** The column is called otherwise. */
  fieldRenamed: "major",
  /** Only its name in the contract changed, the physical one stayed. */
  fieldRelabelled: "minor",
  retyped: "major",
  /** Never empty any more: readers lose nothing. */
  requirednessTightened: "minor",
  /** May be empty now: readers that relied on a value fail. */
  requirednessLoosened: "major",
  uniquenessTightened: "minor",
  uniquenessLoosened: "major",
  enumNarrowed: "minor",
  /** A reader that knows the old values only may fail at a new one; there is no agreement on this, so it can be reweighed. */
  enumWidened: "major",
  /** Fewer values than before: who writes them, and data of before, may not keep to it; readers lose nothing. */
  limitTightened: "minor",
  /** Values that readers were promised not to get: longer ones, say. */
  limitLoosened: "major",
  keyChanged: "major",
  slaRaised: "minor",
  slaLowered: "major",
  classificationRaised: "minor",
  classificationLowered: "minor",
  statusChanged: "none",
  descriptionChanged: "none",
} as const satisfies Record<ContractChangeKind, Compatibility>;
