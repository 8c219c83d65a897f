import {
  isFields,
  plain,
  Secret,
  UNKNOWN,
  type AttributeDiff,
  type BreakSet,
  type Consumer,
  type DiffLine,
  type Effect,
  type LossSet,
  type ProductReview,
  type ResourceReview,
  type Review,
  type StackReview,
  type Text,
  type Value,
} from "../../model";
import { answer, answerOf } from "../answer";
import { flagsOf } from "../exit-code";
import { sortedAccess, sortedApprovals, sortedFindings, sortedLossSets } from "../facts/list-order";
import { sortedBy, sortedByRisk, sortedNames } from "../facts/order";
import { sumOf } from "../facts/rows";
import type { ReviewDocument } from "./schema";

/** A review for programs, the same for the same review; see `schemas/review.schema.json`. */
export const reviewDocument = (review: Review): ReviewDocument =>
  documentOf(review, review.stacks.map(stackDocument));

/** The same with its stacks as they are given. */
export function documentOf(review: Review, stacks: ReviewDocument["stacks"]): ReviewDocument {
  const { id, environment, head, base, uncommitted, verdict, command } = review;
  return {
    format: "meshwright.review/1",
    ...{ id, environment, head, base, uncommitted, verdict },
    answer: { readiness: answerOf(review).readiness, sentence: plain(answer(review)) },
    flags: flagsOf(review),
    counts: sumOf(review.stacks.map(({ counts }) => counts)),
    stacks,
    unchanged: sortedBy(review.unchanged, ({ stack }) => stack).map(({ stack, proven }) => ({
      stack,
      proven,
    })),
    products: sortedByRisk(review.products, ({ port }) => port).map(productOf),
    access: sortedAccess(review.access).map(
      ({ direction, sentence, system, stack, address, because, at }) => ({
        ...{ direction, system, because, file: at?.file, stack, address },
        sentence: plain(sentence),
      }),
    ),
    guards: review.guards.map(({ kind, sentence, file, path, teams, wayOut }) => ({
      ...{ kind, file, path: [...path], teams: sortedNames(teams) },
      sentence: plain(sentence),
      wayOut: optional(wayOut),
    })),
    approvals: sortedApprovals(review.approvals).map(({ team, kind, reasons }) => ({
      team,
      kind,
      reasons: textsOf(reasons),
    })),
    lossSets: sortedLossSets(review.lossSets).map((set) => ({
      ...riskSetOf(set),
      stack: set.stack,
      losses: sortedBy(set.losses, ({ stack, address }) => `${stack} ${address}`).map((loss) => ({
        ...loss,
        sentence: plain(loss.sentence),
      })),
    })),
    breakSets: review.breakSets.map((set) => ({
      ...riskSetOf(set),
      consumers: [...set.consumers],
      breaks: set.breaks.map((each) => ({ ...each, sentence: plain(each.sentence) })),
    })),
    acknowledgements: review.acknowledgements.map(({ file, teams, hasOthers, entries, yaml, notes }) => ({
      ...{ file, teams: [...teams], hasOthers, yaml, notes: textsOf(notes) },
      entries: entries.map((each) => ({ ...each, about: plain(each.about) })),
    })),
    unmatched: [...review.unmatched],
    findings: sortedFindings(review.findings).map(
      ({ code, severity, message, value, rule, fix, at, position }) => ({
        ...{ code, severity, message, value, rule, fix },
        ...{ file: at.file, line: position.line, column: position.column },
      }),
    ),
    gaps: review.gaps.map(plain),
    limits: textsOf(review.limits),
    command,
  };
}

/** One stack of a {@link reviewDocument}. */
export function stackDocument(review: StackReview): ReviewDocument["stacks"][number] {
  const { stack, domain, verdict, counts, resources, drift, otherDrift, outputs, remarks, error, missing } =
    review;
  return {
    ...{ stack, domain, verdict, counts },
    resources: sortedByRisk(resources, addressOf).map(resourceOf),
    drift: sortedBy(drift, addressOf).map(resourceOf),
    otherDrift,
    outputs: sortedBy(outputs, ({ name }) => name).map(({ name, action }) => ({ name, action })),
    remarks: textsOf(remarks),
    ...{ error, missing },
  };
}

function resourceOf(resource: ResourceReview): ReviewDocument["stacks"][number]["resources"][number] {
  const { address, deposed, previousAddress, constructPath, type, action, createFirst, importId } = resource;
  const { verdict, effects, attributes, unknown, ports, consumers, rename, refused } = resource;
  return {
    ...{ address, deposed, previousAddress, constructPath, type, action, createFirst, importId, verdict },
    effects: sortedByRisk(effects, ({ rule, sentence }) => `${rule} ${plain(sentence)}`).map(effectOf),
    attributes: sortedBy(attributes, ({ path }) => path.join(".")).map(attributeOf),
    unknown,
    ports: sortedNames(ports),
    consumers: consumersOf(consumers),
    rename:
      rename === undefined
        ? undefined
        : { from: rename.from, to: rename.to, because: plain(rename.because), moved: rename.moved },
    refused,
  };
}

function productOf(product: ProductReview): ReviewDocument["products"][number] {
  const { port, domain, versionBefore, versionAfter, needed, declared, verdict, wayOut, file } = product;
  return {
    ...{ port, domain, versionBefore, versionAfter, needed, declared, verdict, file },
    changes: sortedBy(product.changes, ({ sentence }) => plain(sentence)).map(({ sentence, ...change }) => ({
      ...change,
      sentence: plain(sentence),
    })),
    consumers: consumersOf(product.consumers),
    wayOut: optional(wayOut),
  };
}

const riskSetOf = ({ domain, about, hash, acknowledged, entry, file }: LossSet | BreakSet) => ({
  ...{ domain, about: plain(about), hash, acknowledged, entry, file },
});

const effectOf = ({ rule, verdict, sentence, wayOut, cause }: Effect) => ({
  ...{ rule, verdict },
  sentence: plain(sentence),
  wayOut: optional(wayOut),
  cause: cause === undefined ? undefined : [...cause],
});

const attributeOf = ({ path, forces, before, after, note, lines }: AttributeDiff) => ({
  path: [...path],
  forces,
  before: before === undefined ? undefined : jsonOf(before),
  after: after === undefined ? undefined : jsonOf(after),
  note,
  lines: lines?.map(({ sign, text }: DiffLine) => ({ sign, text: plain(text) })),
});

const consumersOf = (consumers: readonly Consumer[]) =>
  sortedBy(consumers, ({ domain, port }) => `${domain} ${port}`).map(
    ({ domain, team, port, apps, products, until, direct }) => ({
      ...{ domain, team, port, until, direct },
      apps: sortedNames(apps),
      products: sortedNames(products),
    }),
  );

function jsonOf(value: Value): unknown {
  if (value === UNKNOWN) return { $: "unknown" };
  if (value instanceof Secret) return { $: "sensitive" };
  if (typeof value === "bigint") return { $: "integer", digits: String(value) };
  if (Array.isArray(value)) return (value as readonly Value[]).map(jsonOf);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key.startsWith("$") ? `$${key}` : key, jsonOf(field)]),
  );
}

const addressOf = ({ address, deposed = "" }: ResourceReview): string => `${address} ${deposed}`;
const textsOf = (texts: readonly Text[]): string[] => sortedNames(texts.map(plain));
const optional = (text: Text | undefined): string | undefined =>
  text === undefined ? undefined : plain(text);
