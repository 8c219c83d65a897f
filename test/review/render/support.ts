import MarkdownIt from "markdown-it";
import { say, type Review } from "../../../src/review/model";
import { guardChange } from "../support/guard";
import {
  accessChange,
  acknowledgementBlock,
  approval,
  attribute,
  breakSet,
  consumer,
  contractChange,
  effect,
  finding,
  lossSet,
  productReview,
  resourceReview,
  review,
  stackReview,
} from "../support/review";

/** Reads as forges do: tables, strike-through, bare addresses become links, tags are tags. */
const reader = new MarkdownIt({ html: true, linkify: true });

/** A part of what was read. */
export interface Token {
  readonly type: string;
  readonly content: string;
  readonly info: string;
}

/** Everything a text is read as, inner parts too. */
export function tokensOf(markdown: string): Token[] {
  return reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** A review with a text wherever something from outside can stand; the texts come in turn. */
export function reviewWith(texts: readonly string[]): Review {
  let turn = 0;
  const next = (): string => texts[turn++ % texts.length] ?? "";
  const value = () => ({ [next()]: [next(), 1, null], plain: next() });
  const reader_ = () =>
    consumer({ domain: next(), team: next(), port: next(), apps: [next()], products: [next()] });
  const resource = (verdict: "dataLoss" | "breaks" | "access" | "additive") =>
    resourceReview({
      ...{ address: next(), constructPath: next(), previousAddress: next(), deposed: next(), type: next() },
      ...{ importId: next(), verdict, consumers: [reader_()], ports: [next()], action: "replace" },
      effects: [
        effect({
          verdict,
          sentence: say`topic ${next()} goes${next()}`,
          wayOut: say`keep ${next()}`,
          cause: [next()],
        }),
      ],
      attributes: [
        attribute({ path: [next(), 0, next()], before: next(), after: next(), forces: true }),
        attribute({ path: [next()], before: value(), after: undefined }),
        attribute({ path: [next()], note: next() }),
        attribute({ path: [next()], lines: [{ sign: "+", text: say`allows ${next()} to ${next()}` }] }),
      ],
      rename: { from: next(), to: next(), because: say`both are ${next()}`, moved: next() },
      refused: true,
    });
  const resources = [resource("dataLoss"), resource("breaks"), resource("access"), resource("additive")];
  return review({
    ...{ id: next(), head: next(), base: next(), command: next() },
    stacks: [
      stackReview({
        ...{ stack: next(), domain: next(), resources, drift: [resource("additive")], otherDrift: 1 },
        outputs: [{ name: next(), action: "update" }],
        remarks: [say`check ${next()} fails: ${next()}`],
      }),
      stackReview({ stack: next(), domain: undefined, error: `\n${next()}` }),
    ],
    unchanged: [{ stack: next(), proven: true }],
    products: [
      productReview({
        ...{ port: next(), domain: next(), versionBefore: next(), versionAfter: next(), file: next() },
        changes: [
          contractChange({
            sentence: say`field ${next()} is removed`,
            overridden: { reason: next(), until: next() },
          }),
        ],
        consumers: [reader_()],
        wayOut: say`serve ${next()} beside it`,
      }),
    ],
    access: [accessChange({ sentence: say`${next()} may read ${next()}` })],
    guards: [guardChange({ sentence: say`${next()} goes`, file: next(), wayOut: say`keep ${next()}` })],
    approvals: [approval({ team: next(), reasons: [say`owner of ${next()}`] })],
    lossSets: [
      lossSet({ domain: next(), file: next(), entry: next() }),
      lossSet({ domain: next(), hash: next(), acknowledged: { by: "label", reason: next() } }),
    ],
    breakSets: [
      breakSet({
        about: say`domain ${next()}`,
        hash: next(),
        breaks: [{ port: next(), sentence: say`${next()}` }],
      }),
      breakSet({ hash: next(), file: next(), acknowledged: { by: "manifest", reason: next() } }),
    ],
    acknowledgements: [
      acknowledgementBlock({ file: next(), teams: [next()], yaml: next(), notes: [say`first ${next()}`] }),
    ],
    unmatched: [next()],
    findings: [
      finding({ message: next(), value: next(), fix: next(), at: { file: next(), path: [next()] } }),
    ],
    limits: [say`not seen: ${next()}`],
  });
}
