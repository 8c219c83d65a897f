import type { Position, SourceRef } from "../../../finding";
import { plain, say, type Review, type Text } from "../../model";
import { accessLinesOf, accessText, accessWord } from "../facts/access-lines";
import { eyesOf, type Eye } from "../facts/eyes";
import { naturally } from "../facts/order";
import { placesOf } from "./places";
import type { Level, RuleName } from "./rules";

/** One result, before it takes the form of SARIF. */
export interface Result {
  readonly rule: string;
  readonly level?: Level;
  readonly message: Text;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What stays the same while the file around it changes. */
  readonly identity: readonly (string | number)[];
}

/** Where in a manifest something is said, or would be. */
export type PositionOf = (at: SourceRef) => Position;

/** Everything that a review would have somebody look at, by file, line and rule. */
export function resultsOf(review: Review, positionOf: PositionOf = () => START): Result[] {
  return [
    ...grave(review, positionOf),
    ...access(review, positionOf),
    ...failed(review),
    ...findings(review),
  ].sort(
    (a, b) =>
      naturally(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      naturally(a.rule, b.rule) ||
      naturally(plain(a.message), plain(b.message)),
  );
}

function grave(review: Review, positionOf: PositionOf): Result[] {
  const places = placesOf(review);
  const domains = new Map(review.stacks.map(({ stack, domain }) => [stack, domain ?? stack]));
  return eyesOf(review).map((eye) => {
    const domain = domains.get(eye.stack) ?? eye.stack;
    return {
      rule: ruleOf(eye),
      message: messageOf(eye),
      ...placed(eye.file ?? places.ofPorts(eye.ports, domain), eye.path ?? [], positionOf),
      identity: [eye.stack, eye.where, eye.cause ?? "", plain(eye.sentence)],
    };
  });
}

/** One result for what belongs together; what a domain may do with its own is worth a note. */
function access(review: Review, positionOf: PositionOf): Result[] {
  const places = placesOf(review);
  const domains = new Map(review.stacks.map(({ stack, domain }) => [stack, domain ?? stack]));
  const rules = { gained: "AccessGained", changed: "AccessChanged", lost: "AccessLost" } as const;
  return accessLinesOf(review.access).map((line) => {
    const { kind, direction, sentence, systems, changes } = line;
    const [{ at, because, stack = "" } = {}] = changes;
    const port = because?.kind === "agreement" ? [because.port] : [];
    const domain = because?.kind === "own" ? because.domain : (domains.get(stack) ?? stack);
    return {
      rule: rules[direction],
      ...(kind === "own" ? { level: "note" as const } : {}),
      message: [`${accessWord(line)}: `, ...accessText(line)],
      ...placed(at?.file ?? places.ofPorts(port, domain), at?.path ?? [], positionOf),
      identity: [direction, ...systems, stack, plain(sentence)],
    };
  });
}

const placed = (file: string, path: SourceRef["path"], positionOf: PositionOf) => ({
  file,
  ...(path.length === 0 ? START : positionOf({ file, path })),
});

function failed(review: Review): Result[] {
  const places = placesOf(review);
  const stacks = review.stacks.filter(({ verdict }) => verdict === "planFailed");
  return stacks.map(({ stack, domain = stack, error = "it stopped half-way" }) => ({
    rule: "PlanFailed" satisfies RuleName,
    message: say`the plan of ${stack} failed: ${error.split("\n")[0] ?? ""}`,
    file: places.ofDomain(domain),
    ...START,
    identity: [stack],
  }));
}

function findings(review: Review): Result[] {
  return review.findings.map(({ code, severity, message, value, rule, fix, at, position }) => {
    const details = Object.entries({ value, rule, fix }).filter(([, text]) => text !== undefined);
    const lines = [message, ...details.map(([label, text = ""]) => `${label}: ${text}`)];
    return {
      rule: code,
      level: severity,
      message: [lines.join("\n")],
      file: at.file,
      line: position.line,
      column: position.column,
      identity: [at.file, ...at.path, message, value ?? ""],
    };
  });
}

/** The file as a whole. */
const START = { line: 1, column: 1 } as const;

function ruleOf({ verdict, acknowledged, isGuard = false }: Eye): RuleName {
  if (isGuard) return "GuardRemoved";
  if (verdict === "cost") return "Unprotected";
  if (verdict === "dataLoss") return acknowledged ? "AcknowledgedLoss" : "DataLoss";
  return acknowledged ? "AcknowledgedBreak" : "BreaksConsumers";
}

function messageOf({ sentence, where, cause, consumers, wayOut }: Eye): Text {
  return [
    ...sentence,
    ...say`\nat: ${where}`,
    ...(cause === undefined ? [] : say`\nbecause of: ${cause}`),
    ...(consumers.length === 0 ? [] : [`\nread by: `, { code: consumers.join(", ") }]),
    ...(wayOut === undefined ? [] : [`\ninstead: `, ...wayOut]),
  ];
}
