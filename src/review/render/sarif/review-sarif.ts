import { createHash } from "node:crypto";
import { sarifDocument } from "../../../finding";
import type { Review, Text } from "../../model";
import { shortText } from "../facts/visible";
import { resultsOf, type PositionOf, type Result } from "./results";
import { RULES, type Level } from "./rules";

/** Where the files of a log are, and by what it was made. */
export interface SarifOptions {
  /** Goes before every path: code scanning wants them relative to the repository. */
  readonly prefix: string;
  /** The version of the tool. @default - none is named */
  readonly version?: string;
  /** Where in the file of a manifest something stands. @default - nobody looks it up: the file as a whole */
  readonly positionOf?: PositionOf;
  /** What each code of the mesh's own rules asks for. @default - their names */
  readonly descriptions?: ReadonlyMap<string, string>;
}

/** Losses, breaks, access and findings at the manifests that cause them, as a SARIF 2.1.0 log. */
export function reviewSarif(review: Review, options: SarifOptions): object {
  const { prefix, version, descriptions, positionOf } = options;
  const results = unique(resultsOf(review, positionOf)).map(([result, fingerprint]) => {
    const { rule, level = own(rule)?.level ?? "error", message, file, line, column } = result;
    return { rule, level, text: message.map(partOf).join(""), fingerprint, file, line, column };
  });
  return sarifDocument(results, {
    ...{ prefix, automationId: `review/${review.id}/` },
    ...(version === undefined ? {} : { version }),
    descriptionOf: (rule) => own(rule)?.text ?? descriptions?.get(rule),
  });
}

/** Results with fingerprints, each once. */
function unique(results: readonly Result[]): (readonly [Result, string])[] {
  const byPrint = new Map<string, Result>();
  for (const result of results) {
    const print = createHash("sha256")
      .update(JSON.stringify([result.rule, ...result.identity]))
      .digest("hex");
    if (!byPrint.has(print)) byPrint.set(print, result);
  }
  return [...byPrint].map(([print, result]) => [result, print]);
}

/** Brackets make links in a message (SARIF 2.1.0 §3.11.6), and backslashes escape them. */
function partOf(part: Text[number]): string {
  const text = typeof part === "string" ? part : `'${shortText(part.code)}'`;
  return text.replace(/[\\[\]]/g, (mark) => `\\${mark}`);
}

const own = (rule: string): { readonly level: Level; readonly text: string } | undefined =>
  Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES] : undefined;
