import { isServed, type Product } from "../../mesh";
import { say, type Text, type Verdict } from "../model";
import { ifRead, type Judged, type ProductPair } from "./judged";
import { namesOf, type PortReaders } from "./readers";

/** What becomes of a product's lifecycle and sunset. */
export function lifecycleChanges({ before, after, head, readers }: ProductPair): Judged[] {
  if (before.lifecycle !== after.lifecycle) {
    const [sentence, verdict] = moved(before, after, isServed(after, head.index.today), readers);
    const { lifecycle: was } = before;
    return [
      {
        verdict,
        change: {
          kind: "lifecycleMoved",
          compatibility: "none",
          before: was,
          after: after.lifecycle,
          sentence,
        },
      },
    ];
  }
  if (before.sunset === after.sunset) return [];
  const isEarlier = (after.sunset ?? "9999") < (before.sunset ?? "9999");
  return [
    {
      verdict: isEarlier ? ifRead(readers, "cost", "none") : "none",
      change: {
        ...{ kind: "sunsetMoved", compatibility: "none", before: before.sunset, after: after.sunset },
        sentence: isEarlier
          ? withReaders(say`the last day it is served is ${sunsetOf(after)}, earlier than before`, readers)
          : say`it is served until ${sunsetOf(after)}, longer than before`,
      },
    },
  ];
}

function moved(
  { lifecycle: was }: Product,
  after: Product,
  served: boolean,
  readers: PortReaders,
): readonly [Text, Verdict] {
  const { lifecycle } = after;
  const sentence = say`it is ${lifecycle} instead of ${was}`;
  const isRead = readers.names.length > 0;
  if (lifecycle === "deprecated" && served) {
    if (!isRead) return [sentence, "none"];
    return [say`${sentence}: ${namesOf(readers.names)} have to move until ${sunsetOf(after)}`, "cost"];
  }
  if (served) return [sentence, "additive"];
  return isRead
    ? [say`${sentence}: ${namesOf(readers.names)} can read it no longer`, "breaks"]
    : [sentence, "none"];
}

const sunsetOf = ({ sunset }: Product): string => sunset ?? "its sunset";

const withReaders = (sentence: Text, readers: PortReaders): Text =>
  readers.names.length === 0 ? sentence : say`${sentence}: ${namesOf(readers.names)} have to move until then`;
