import { formatDuration, type Slo } from "../../mesh";
import { say, type Text } from "../model";
import { ifRead, type Judged, type ProductPair } from "./judged";
import { readIt } from "./readers";
import type { Weights } from "./weights";

interface Promise {
  readonly key: keyof Slo;
  readonly better: "higher" | "lower";
  readonly show: (value: number) => string;
}

const percent = (value: number): string => `${value}%`;

/** What a product promises, and what is better for those who read it. */
const PROMISES: readonly Promise[] = [
  { key: "freshness", better: "lower", show: formatDuration },
  { key: "availability", better: "higher", show: percent },
  { key: "completeness", better: "higher", show: percent },
];

/** Promises that are made, broken or changed; they weigh as those of a contract do. */
export function sloChanges({ before, after, readers }: ProductPair, weights: Weights): Judged[] {
  return PROMISES.flatMap(({ key, better, show }): Judged[] => {
    const [was, is] = [before.slo[key], after.slo[key]];
    if (was === is) return [];
    const isLowered = is === undefined || (was !== undefined && is > was === (better === "lower"));
    const [from, to] = [was, is].map((value) => (value === undefined ? undefined : show(value)));
    const values = {
      ...(from === undefined ? {} : { before: from }),
      ...(to === undefined ? {} : { after: to }),
    };
    const sentence = say`the promised ${key} is ${[isLowered ? "lowered" : "raised"]}: ${toFrom(to, from)}`;
    if (!isLowered) {
      const compatibility = weights.counts.slaRaised ?? "minor";
      return [{ verdict: "additive", change: { kind: "sloRaised", compatibility, ...values, sentence } }];
    }
    const compatibility = weights.counts.slaLowered ?? "major";
    const verdict = compatibility === "major" ? ifRead(readers, "breaks", "additive") : "additive";
    const said = verdict === "breaks" ? say`${sentence}; ${readIt(readers)}` : sentence;
    return [{ verdict, change: { kind: "sloLowered", compatibility, ...values, sentence: said } }];
  });
}

function toFrom(to: string | undefined, from: string | undefined): Text {
  if (to === undefined) return say`none any more, instead of ${from ?? ""}`;
  return from === undefined ? say`${to}` : say`${to} instead of ${from}`;
}
