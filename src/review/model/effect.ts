import type { Text } from "./text";
import type { Path } from "./value";
import type { Verdict } from "./verdict";

/** What one rule says about one change. */
export interface Effect {
  /** Stable: `kafka_topic/partitions-lower`. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** The verdict when nobody reads what it is about. @default - the same */
  readonly unread?: Verdict;
  /** What happens, in one sentence without a full stop, in the words of the mesh. */
  readonly sentence: Text;
  /** True when a reviewer has to look at it, although nothing is lost by it now. @default false */
  readonly toBeSeen?: boolean;
  /** What to do instead. */
  readonly wayOut?: Text;
  /** The attribute that causes it, when it is one. */
  readonly cause?: Path;
  /** Other attributes that decide how much is lost: an acceptance holds for these values alone. */
  readonly also?: readonly Path[];
}
