import { createHash } from "node:crypto";
import type { Review, Text } from "../../model";
import { shortText } from "../facts/visible";
import { sortedNames } from "../facts/order";
import { resultsOf, type Result } from "./results";
import { RULES, type Level } from "./rules";

/** Where the files of a log are, and by what it was made. */
export interface SarifOptions {
  /** Goes before every path: code scanning wants them relative to the repository. */
  readonly prefix: string;
  /** The version of the tool. @default - none is named */
  readonly version?: string;
  /** What each code of the mesh's own rules asks for. @default - their names */
  readonly descriptions?: ReadonlyMap<string, string>;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Losses, breaks, access and findings at the manifests that cause them, as a SARIF 2.1.0 log. */
export function reviewSarif(review: Review, options: SarifOptions): object {
  const { version } = options;
  const results = resultsOf(review);
  const rules = sortedNames(results.map(({ rule }) => rule));
  const at = new Map(rules.map((rule, index) => [rule, index]));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "meshwright",
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: rules.map((rule) => descriptorOf(rule, results, options)),
          },
        },
        automationDetails: { id: `review/${review.id}/` },
        columnKind: "utf16CodeUnits",
        results: unique(results).map(([result, fingerprint]) => ({
          ruleId: result.rule,
          ruleIndex: at.get(result.rule) ?? -1,
          level: result.level ?? levelOf(result.rule),
          message: { text: result.message.map(partOf).join("") },
          partialFingerprints: { "meshwright/v1": fingerprint },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(`${options.prefix}${result.file}`) },
                region: { startLine: result.line, startColumn: result.column },
              },
            },
          ],
        })),
      },
    ],
  };
}

function descriptorOf(rule: string, results: readonly Result[], { descriptions }: SarifOptions): object {
  const level = results.find((result) => result.rule === rule)?.level ?? levelOf(rule);
  return {
    id: rule,
    shortDescription: { text: own(rule)?.text ?? descriptions?.get(rule) ?? wordsOf(rule) },
    defaultConfiguration: { level },
  };
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

const levelOf = (rule: string): Level => own(rule)?.level ?? "error";

/** A relative reference (RFC 3986); halves of surrogate pairs are no part of one. */
const uriOf = (path: string): string =>
  path
    .split("/")
    .map((step) => encodeURIComponent(Buffer.from(step).toString()))
    .join("/");

/** `Unknown team.` of `UnknownTeam`. */
const wordsOf = (rule: string): string =>
  `${rule.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
