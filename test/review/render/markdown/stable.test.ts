import fc from "fast-check";
import type { Review, StackReview } from "../../../../src/review/model";
import { renderMarkdown, renderTerminal, reviewDocument, reviewSarif } from "../../../../src/review/render";
import {
  accessChange,
  approval,
  attribute,
  created,
  deleted,
  finding,
  largeReview,
  lossSet,
  productReview,
  sampleReview,
} from "../../support/review";

/** More than one of everything, in an order that a shuffle changes. */
function varied(): Review {
  const sample = sampleReview();
  const more = [10, 2, 1].map((at) =>
    created({ address: `kafka_topic.t[${at}]`, attributes: [attribute(), attribute({ path: ["z"] })] }),
  );
  return {
    ...sample,
    stacks: sample.stacks.map((stack) =>
      stack.stack === "orders"
        ? { ...stack, resources: [...stack.resources, ...more, deleted({ address: "a.b" })], drift: more }
        : stack,
    ),
    products: [...sample.products, productReview({ port: "orders/order-placed.v2", verdict: "additive" })],
    access: [...sample.access, accessChange({ system: "IAM" })],
    approvals: [...sample.approvals, approval({ team: "a", kind: "consulted" })],
    lossSets: [...sample.lossSets, lossSet({ domain: "users" })],
    findings: [...sample.findings, finding({ code: "Other" })],
  };
}

/** The same with every list shuffled whose order says nothing; that of stacks is the order of deployment. */
function shuffled(review: Review, seed: number): Review {
  const mix = <T>(items: readonly T[]): T[] =>
    fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0] ?? [];
  const stack = (one: StackReview): StackReview => ({
    ...one,
    resources: mix(
      one.resources.map((resource) => ({
        ...resource,
        attributes: mix(resource.attributes),
        consumers: mix(resource.consumers),
      })),
    ),
    drift: mix(one.drift),
    outputs: mix(one.outputs),
  });
  return {
    ...review,
    stacks: review.stacks.map(stack),
    unchanged: mix(review.unchanged),
    products: mix(review.products),
    access: mix(review.access),
    approvals: mix(review.approvals),
    lossSets: mix(review.lossSets),
    findings: mix(review.findings),
  };
}

test("the same review gives the same bytes, in whatever order its parts come", () => {
  const forms = (one: Review) => [
    renderMarkdown(one),
    renderMarkdown(one, { limit: 6_000 }),
    JSON.stringify(reviewDocument(one)),
    JSON.stringify(reviewSarif(one, { prefix: "" })),
    renderTerminal(one).join("\n"),
  ];
  const expected = forms(varied());

  fc.assert(
    fc.property(fc.integer(), (seed) => expect(forms(shuffled(varied(), seed))).toEqual(expected)),
    { numRuns: 30 },
  );
});

test("stacks of the same risk stay in the order of deployment, addresses are ordered by their numbers", () => {
  const text = renderMarkdown(varied());

  expect(text.indexOf("kafka_topic.t[2]")).toBeLessThan(text.indexOf("kafka_topic.t[10]"));
  const rows = [...renderMarkdown(largeReview(16, 1)).matchAll(/^\| `(domain-\d+)` \| ⛔/gm)].map(
    ([, name]) => name,
  );
  expect(rows).toEqual(["domain-3", "domain-11"]);
});

test("1,000 stacks render in good time", () => {
  const large = largeReview(1_000, 10);
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  const text = renderMarkdown(large);
  const { user } = process.cpuUsage(start);

  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
  expect(user / 1e6).toBeLessThan(2);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200e6);
});
