import type { AccessChange, AccessReason } from "../model";
import type { Grant } from "./grant";

/** Somebody's access as it changes, before it is put into words. */
export interface Shift {
  readonly direction: AccessChange["direction"];
  readonly grant: Grant;
  /** What of it was there before, or stays. */
  readonly parts: readonly Grant[];
}

/** Finds why access changes, in what else is known of the mesh. */
export type ReasonOf = (shift: Shift) => AccessReason | undefined;

/** Where nothing else is known. */
export const UNKNOWN_REASON: ReasonOf = () => undefined;
