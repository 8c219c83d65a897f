import type { SourceRef } from "../../finding";
import type { Text } from "./text";

/** Something that protects the mesh, and would not any more, or less. */
export interface GuardChange {
  readonly kind: "environment" | "lock" | "owner" | "policy";
  /** `environment prod is no longer protected: what holds data there can be destroyed`. */
  readonly sentence: Text;
  /** The guard in a few words: `environment prod`. */
  readonly about: Text;
  /** Where it is said, or is said no longer, relative to the mesh's root. */
  readonly file: string;
  /** Where in it; empty for the file as a whole. */
  readonly path: SourceRef["path"];
  /** Who has to approve: those who answer for it before the change, not those whom the change itself puts in. */
  readonly teams: readonly string[];
  readonly wayOut?: Text;
}
