import { majorOf, shareFor, sortedSet, type MeshIndex, type Product } from "../../mesh";
import { say, type ContractChangeReview, type Text, type Verdict } from "../model";
import type { Judged, ProductPair } from "./judged";

/** What the producer's side of the agreements gives and takes, consumer by consumer. */
export function shareChanges({
  before,
  after,
  head,
}: Pick<ProductPair, "before" | "after" | "head">): Judged[] {
  const consumers = sortedSet([...before.shares, ...after.shares].map(({ consumer }) => consumer));
  const { today } = head.index;
  return consumers.flatMap((consumer): Judged[] =>
    sharesOf(consumer).map((found) => ({ ...found, reader: consumer })),
  );

  function sharesOf(consumer: string): Judged[] {
    const [was, is] = [before, after].map((product) => shareFor(product, consumer)?.until ?? "");
    if (was === undefined || is === undefined || was === is) return [];
    const wasOpen = was >= today;
    const isOpen = is >= today;
    if (!wasOpen && !isOpen) return [];
    if (!wasOpen) return [judged("shareAdded", say`${consumer} may read it until ${is}`, "access", was, is)];
    if (!isOpen) {
      return [revoked(consumer, after, head.index, was)];
    }
    return is > was
      ? [
          judged(
            "shareExtended",
            say`${consumer} may read it until ${is} instead of ${was}`,
            "access",
            was,
            is,
          ),
        ]
      : [
          judged(
            "shareShortened",
            say`${consumer} has to stop reading after ${is}, earlier than ${was}`,
            "access",
            was,
            is,
          ),
        ];
  }
}

/** Who still asks for the data fails to get it; where both sides end an agreement, nobody is surprised. */
function revoked(consumer: string, after: Product, index: MeshIndex, was: string): Judged {
  const stillAsks = (
    index.subscriptions.get(majorOf(`${after.domain}/${after.name}`, after.major)) ?? []
  ).some((subscription) => subscription.consumer === consumer && subscription.until >= index.today);
  if (!stillAsks) return judged("shareRevoked", say`${consumer} may no longer read it`, "access", was, "");
  return {
    ...judged(
      "shareRevoked",
      say`${consumer} may no longer read it, and still subscribes to it`,
      "breaks",
      was,
      "",
    ),
    wayOut: say`agree on the end with ${consumer}, and remove its subscription in the same change`,
  };
}

function judged(
  kind: ContractChangeReview["kind"],
  sentence: Text,
  verdict: Verdict,
  before: string,
  after: string,
): Judged {
  return {
    verdict,
    change: {
      ...{ kind, compatibility: "none", sentence },
      ...(before === "" ? {} : { before }),
      ...(after === "" ? {} : { after }),
    },
  };
}
