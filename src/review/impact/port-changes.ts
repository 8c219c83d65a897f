import { isBuilt } from "../../mesh";
import { joined, say } from "../model";
import { ifRead, type Judged, type ProductPair } from "./judged";
import { readIt } from "./readers";

/** The ports that a product can have. */
export const PORTS = ["topic", "bucket", "schema"] as const;

/** Ports that a product gets, or that are taken away from it while it stays. */
export function portChanges({ before, after, readers }: ProductPair): Judged[] {
  return PORTS.flatMap((port): Judged[] => {
    const [was, is] = [before[port] !== undefined, after[port] !== undefined];
    if (was === is) return [];
    if (is) {
      const sentence = say`port ${port} is added`;
      return [{ verdict: "additive", change: { kind: "portAdded", compatibility: "none", sentence } }];
    }
    const verdict = isBuilt(before) ? ifRead(readers, "breaks", "none") : "none";
    const isRead = verdict === "breaks";
    const sentence = joined([say`port ${port} is removed`, ...(isRead ? [readIt(readers)] : [])], "; ");
    return [
      {
        verdict,
        change: { kind: "portRemoved", compatibility: "none", sentence },
        ...(isRead ? { wayOut: say`keep port ${port} until its readers have moved` } : {}),
      },
    ];
  });
}
