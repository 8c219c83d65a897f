import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { Secret, UNKNOWN, type Review } from "../../../../src/review/model";
import {
  REVIEW_FORMAT,
  REVIEW_SCHEMA_FILE,
  reviewDocument,
  reviewDocumentSchema,
  reviewSchemaText,
  reviewText,
} from "../../../../src/review/render";
import { attribute, deleted, largeReview, review, sampleReview, stackReview } from "../../support/review";
import { reviewWith } from "../support";

const { $schema: draft, ...schema } = JSON.parse(reviewSchemaText()) as Record<string, unknown>;
/** The validator knows an older draft than the schema names; it uses nothing that differs. */
const validate = new Ajv().compile(schema);
const documentOf = (of: Review): unknown => JSON.parse(JSON.stringify(reviewDocument(of)));

test("schemas/review.schema.json is what the code says", () => {
  const committed = readFileSync(join(__dirname, "../../../../schemas", REVIEW_SCHEMA_FILE), "utf8");

  expect(committed).toBe(reviewSchemaText());
  expect(draft).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema).toMatchObject({ $id: "urn:meshwright:schema:v1:review", additionalProperties: false });
});

test.each([
  ["empty", review({ head: undefined, base: undefined, command: undefined })],
  ["sample", sampleReview()],
  ["large", largeReview(16, 4)],
])("the document of an %s review is what the schema says", (_, of) => {
  expect(validate(documentOf(of))).toBe(true);
  expect(reviewDocumentSchema.parse(documentOf(of))).toEqual(documentOf(of));
});

test("so it is whatever the texts", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (texts) => {
      expect(validate(documentOf(reviewWith(texts)))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("another form is not what the schema says", () => {
  expect(validate({ ...(documentOf(review()) as object), more: 1 })).toBe(false);
  expect(validate({ ...(documentOf(review()) as object), format: "meshwright.review/2" })).toBe(false);
  expect(REVIEW_FORMAT).toBe("meshwright.review/1");
});

test("sentences are texts, counts are added up, flags decide the exit code", () => {
  expect(reviewDocument(sampleReview())).toMatchObject({
    verdict: "planFailed",
    answer: {
      readiness: "unsafe",
      sentence: expect.stringMatching(/^Not safe to merge as it is: /) as string,
    },
    flags: { changes: true, unacknowledgedLoss: true, breaking: true, access: true, failed: true },
    counts: { create: 1, replace: 1, move: 1, delete: 0 },
    limits: ["what others changed since the last apply is not seen"],
    acknowledgements: [
      {
        ...{ file: "domains/orders/domain.yaml", teams: ["order-management"] },
        entries: [{ about: "stack `orders` in `prod`: 1 data loss", hash: "loss:0123456789abcdef" }],
        yaml: expect.stringMatching(/^acknowledgements:\n/) as string,
      },
    ],
    lossSets: [{ losses: [{ sentence: expect.stringContaining("`orders.order-placed.v1`") as string }] }],
  });
});

test.each([
  [UNKNOWN, { $: "unknown" }],
  [new Secret(1), { $: "sensitive" }],
  [9007199254740993n, { $: "integer", digits: "9007199254740993" }],
  [
    { $: "a", b: [null, true, 1.5] },
    { $$: "a", b: [null, true, 1.5] },
  ],
])("a value is JSON, and what is none of it is marked: %#", (after, expected) => {
  const resources = [deleted({ attributes: [attribute({ after: after as never, before: undefined })] })];
  const [stack] = reviewDocument(review({ stacks: [stackReview({ resources })] })).stacks;

  expect(stack?.resources[0]?.attributes[0]).toMatchObject({ path: ["partitions"], after: expected });
});

test.each([
  ["sample", sampleReview()],
  ["large", largeReview(16, 4)],
])("the text of an %s review says the same with a line for each stack, when there are very many", (_, of) => {
  const long = reviewText(of, 0);

  expect(JSON.parse(long)).toEqual(documentOf(of));
  expect(reviewText(of)).toBe(`${JSON.stringify(reviewDocument(of), undefined, 2)}\n`);
  expect(long.split("\n").filter((line) => line.startsWith('{"stack"'))).toHaveLength(of.stacks.length);
});
