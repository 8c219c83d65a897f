import {
  DAY,
  deadLetterRetention,
  formatDuration,
  HOUR,
  isBuilt,
  type Product,
  type Seconds,
  type TopicPort,
} from "../../mesh";
import { policyRule, type RuleContext, type RuleProblem } from "../policy-rule";
import { inProduct } from "../source";
import { builtProducts, describeProduct } from "../subjects";

/** Data is kept long enough to be read, and no longer than allowed. */
export const retentionInvalidRule = policyRule({
  code: "RetentionInvalid",
  severity: "error",
  description:
    "A retention is a length the system can keep, within the limit, and outlasts what its readers promise.",
  *find(context) {
    for (const product of builtProducts(context.mesh)) {
      if (product.topic !== undefined) yield* topicRetention(context, product, product.topic);
      yield* bucketRetention(context, product);
    }
  },
});

function* topicRetention(context: RuleContext, product: Product, topic: TopicPort): Generator<RuleProblem> {
  if (topic.cleanup === "compact") return; // The last record of a key is kept for ever.

  const subject = `the topic of ${describeProduct(product)}`;
  const at = inProduct(product, "ports", "topic", "retention");
  yield* wholeUnits(subject, topic.retention, HOUR, "h", at);
  yield* withinLimit(context, subject, topic.retention, at);
  yield* outlastsReaders(context, product, topic.retention);

  const deadLetters = deadLetterRetention(topic);
  if (topic.deadLetter && topic.retention <= context.mesh.limits.retention) {
    yield* withinLimit(
      context,
      `the dead-letter topic of ${describeProduct(product)}`,
      deadLetters,
      inProduct(product, "ports", "topic", "deadLetter"),
    );
  }
}

function* bucketRetention(context: RuleContext, product: Product): Generator<RuleProblem> {
  const retention = product.bucket?.retention;
  if (retention === undefined) return;

  const subject = `the bucket of ${describeProduct(product)}`;
  const at = inProduct(product, "ports", "bucket", "retention");
  yield* wholeUnits(subject, retention, DAY, "d", at);
  yield* withinLimit(context, subject, retention, at);
}

/** Topics are kept by the hour, and S3 expires objects by the day. */
function* wholeUnits(
  subject: string,
  retention: Seconds,
  unit: Seconds,
  letter: string,
  at: RuleProblem["at"],
): Generator<RuleProblem> {
  if (retention % unit === 0) return;
  yield {
    message: `${subject} cannot keep data for exactly ${formatDuration(retention)}`,
    value: formatDuration(retention),
    rule: `a multiple of 1${letter}`,
    fix: `write retention: ${Math.ceil(retention / unit)}${letter}`,
    at,
  };
}

function* withinLimit(
  { mesh }: RuleContext,
  subject: string,
  retention: Seconds,
  at: RuleProblem["at"],
): Generator<RuleProblem> {
  const limit = mesh.limits.retention;
  if (retention <= limit) return;
  yield {
    message: `${subject} keeps data for ${formatDuration(retention)}`,
    value: formatDuration(retention),
    rule: `at most ${formatDuration(limit)}, by limits.retention of mesh.yaml`,
    fix:
      at.path.at(-1) === "retention"
        ? `write retention: ${formatDuration(limit)}`
        : "write deadLetter: false",
    at,
  };
}

/** A reader that may be late by its freshness must still find the record. */
function* outlastsReaders(
  { mesh, index }: RuleContext,
  product: Product,
  kept: Seconds,
): Generator<RuleProblem> {
  for (const key of [product.key, ...(index.declared.into.get(product.key) ?? [])]) {
    const reader = mesh.ports.get(key);
    const freshness = reader?.slo.freshness;
    if (reader === undefined || freshness === undefined || !isBuilt(reader) || kept >= freshness) continue;
    yield {
      message: `the topic of ${describeProduct(product)} keeps records for ${formatDuration(kept)}, less than the freshness of ${describeProduct(reader)}`,
      value: formatDuration(kept),
      rule: `at least ${formatDuration(freshness)}, by slo.freshness of ${reader.file}`,
      fix: `write retention: ${formatDuration(Math.ceil(freshness / HOUR) * HOUR)}, or a shorter freshness`,
      at: inProduct(product, "ports", "topic", "retention"),
    };
  }
}
